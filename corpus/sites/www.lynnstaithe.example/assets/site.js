document.documentElement.classList.remove("no-js");

const banner = document.getElementById("cookie-banner");
if (localStorage.getItem("consent")) banner.hidden = true;
banner.addEventListener("click", (event) => {
  const choice = event.target.dataset.consent;
  if (!choice) return;
  localStorage.setItem("consent", choice);
  banner.hidden = true;
});

const toggle = document.querySelector(".nav-toggle");
toggle.addEventListener("click", () => {
  const open = toggle.getAttribute("aria-expanded") === "true";
  toggle.setAttribute("aria-expanded", String(!open));
  document.getElementById("main-nav").classList.toggle("main-nav--open", !open);
});
