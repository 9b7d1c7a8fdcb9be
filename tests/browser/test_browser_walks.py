"""Each user's main task from start to end, as a person does it."""

import csv
import io

import pytest

pytestmark = pytest.mark.browser

DRAFT = """Modern slavery statement of Wherry Bakery Ltd for the year ended 31 March 2026.
We bake bread in Norwich and employ 300 people.
All 40 buyers completed our training on forced labour in May 2025.
Next year we plan to audit our flour suppliers.
This statement was approved by the board of directors on 2 June 2026."""


def test_reviewer_walks_from_the_overview_to_the_evidence(page):
    page.goto("/")
    assert page.locator("h1").count() == 1
    page.get_by_role("link", name="Organisations").first.click()
    page.get_by_label("Outcome").select_option("found")
    page.get_by_role("button", name="Show").click()
    page.locator("main tbody a").first.click()
    assert "Proof of search" in page.locator("main").inner_text()
    page.locator("main tbody a").first.click()
    text = page.locator("main").inner_text()
    assert "Publishing duties" in text
    assert "Content" in text
    show = page.get_by_role("link", name="Show in the text").first
    target = show.get_attribute("href")
    show.click()
    assert page.url.endswith(target)
    assert page.locator(f"mark{target}").count() == 1


def test_company_checks_a_draft_and_gets_specific_advice(page):
    page.goto("/check")
    page.get_by_label("Paste").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    text = page.locator("main").inner_text()
    assert "Publishing duties" in text
    assert "s.54(5)(f)" in text
    assert "Planned" in text
    assert page.locator("mark").count() > 0


def test_company_sees_plans_beside_steps_and_under_them_on_a_phone(page):
    page.goto("/check")
    page.get_by_label("Paste").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    columns = page.locator("#finding-due_diligence .told > div")
    columns.first.wait_for()
    assert columns.nth(0).get_by_role("heading").all_inner_texts() == ["Steps taken"]
    assert columns.nth(1).get_by_role("heading").all_inner_texts() == ["Planned"]
    done, planned = (columns.nth(place).bounding_box() for place in (0, 1))
    if page.viewport_size["width"] < 500:
        assert planned["y"] >= done["y"] + done["height"]
    else:
        assert planned["y"] == done["y"]
        assert planned["x"] >= done["x"] + done["width"]


def test_company_gets_its_text_back_when_something_is_wrong(page):
    page.goto("/check")
    page.get_by_label("Paste").fill("Too short")
    page.get_by_role("button", name="Check").click()
    assert page.get_by_label("Paste").input_value() == "Too short"


def test_coordinator_takes_the_missing_list_away(page):
    page.goto("/missing")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    content = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert {"not_found", "blocked", "unreachable"} <= {row["outcome"] for row in rows}
    assert not {"found", "found_on_parent"} & {row["outcome"] for row in rows}


BEYOND_THE_EDGE = """() => [...document.querySelectorAll("main *")]
    .filter(e => !e.closest(".table-scroll, .visually-hidden, thead, details"))
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 120))"""


def test_nothing_stands_beyond_the_edge(page):
    for path in ("/", "/organisations", "/missing", "/check", "/statements/1", "/method"):
        page.goto(path)
        assert page.evaluate(BEYOND_THE_EDGE) == [], path
