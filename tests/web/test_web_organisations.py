"""The list of organisations, and one organisation."""

from datetime import timedelta

import factories
import pytest

from checker.model import HomepageLink, Outcome

NAMES = ("Acle Haulage", "Breydon Boats", "Cley Windmills")


@pytest.fixture
def three(keep):
    for name, outcome in zip(NAMES, (Outcome.FOUND_OLD, Outcome.BLOCKED, None), strict=True):
        organisation = factories.organisation(name=name, company_number="", sector=f"{name} sector")
        keep(organisation, factories.search(outcome) if outcome else None)


def listed(html):
    return [row.th.a.text for row in html.find("table").tbody.find_all("tr")]


def test_organisations_are_all_listed_by_name(page, three):
    html = page("/organisations")
    assert listed(html) == list(NAMES)
    assert "Not searched yet" in html.main.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("q=breydon", ["Breydon Boats"]),
        ("outcome=found_old", ["Acle Haulage"]),
        ("sector=Cley+Windmills+sector", ["Cley Windmills"]),
        ("sort=-name", list(reversed(NAMES))),
        ("outcome=nonsense&page=nonsense&sort=nonsense", list(NAMES)),
    ],
)
def test_organisations_can_be_searched_filtered_and_sorted(page, three, asked, expected):
    assert listed(page(f"/organisations?{asked}")) == expected


def test_organisations_form_keeps_what_was_asked(page, three):
    html = page("/organisations?q=boats&outcome=blocked&sort=-name")
    assert html.find("input", id="q")["value"] == "boats"
    assert html.find("select", id="outcome").find("option", selected=True)["value"] == "blocked"
    assert html.find("input", attrs={"name": "sort"})["value"] == "-name"


def test_organisations_heading_sorts_and_keeps_the_filter(page, three):
    heading = page("/organisations?outcome=blocked&sort=name").find("th", scope="col")
    assert heading["aria-sort"] == "ascending"
    assert heading.a["href"] == "/organisations?outcome=blocked&sort=-name"


def test_organisations_page_by_page_with_the_filter_kept(page, keep):
    for number in range(26):
        keep(factories.organisation(name=f"Number {number:02}", company_number=""))
    first = page("/organisations?q=number")
    assert len(listed(first)) == 25
    following = first.find("a", rel="next")["href"]
    assert listed(page(following)) == ["Number 25"]


def test_organisations_that_do_not_match_are_said_to_be_none(page, three):
    assert "Nothing matches" in page("/organisations?q=zzz").main.text


def test_organisation_shows_facts_outcome_and_why_it_is_there(page, wensum):
    text = page("/organisations/wensum-foods-limited").main.text
    for words in ("01234567", "NR1 1SW", "test register", "Current statement found", "FY2024/25"):
        assert words in text


def test_organisation_shows_every_request_of_the_latest_search(page, keep):
    fetches = (
        factories.fetch("https://wensum-foods.example/robots.txt", status=404, bytes=120),
        factories.fetch(status=None, robots="disallowed", bytes=0, note="not asked for"),
    )
    search = factories.search(Outcome.BLOCKED, fetches=fetches, reason="All is disallowed.")
    keep(factories.organisation(), search)
    html = page("/organisations/wensum-foods-limited")
    rows = [" ".join(row.text.split()) for row in html.find(class_="fetches").tbody.find_all("tr")]
    assert rows == [
        "https://wensum-foods.example/robots.txt – 404 Allowed 120 bytes 0.2 09:30:00",
        "https://wensum-foods.example/ not asked for None Asked not to visit 0 bytes 0.2 09:30:00",
    ]
    assert "All is disallowed." in html.main.text


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.NOT_FOUND, "No link to a statement was seen on the homepage."),
        (Outcome.UNREACHABLE, "The homepage could not be looked at."),
    ],
)
def test_organisation_homepage_that_was_not_fetched_is_not_said_to_lack_a_link(
    page, keep, outcome, words
):
    link = HomepageLink(found=False, seen=outcome is Outcome.NOT_FOUND)
    keep(factories.organisation(), factories.search(outcome, homepage_link=link))
    assert words in page("/organisations/wensum-foods-limited").find(id="proof").text


def test_organisation_lists_earlier_searches(page, keep):
    earlier = factories.search(
        Outcome.UNREACHABLE, searched_at=factories.MOMENT - timedelta(days=90)
    )
    keep(factories.organisation(), earlier)
    link = HomepageLink(found=True, href="https://a.example/msa", text="Slavery", where="footer")
    keep(factories.organisation(), factories.search(homepage_link=link))
    html = page("/organisations/wensum-foods-limited")
    assert "2 December 2025" in html.find(class_="history").text
    assert "in its footer, with the words “Slavery”" in html.main.text


def test_organisation_that_was_never_searched_says_so(page, keep):
    keep(factories.organisation())
    assert "There has been no search yet." in page("/organisations/wensum-foods-limited").main.text


def test_organisation_that_is_not_there_is_a_404(page):
    page("/organisations/nobody", status=404)
