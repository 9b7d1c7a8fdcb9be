"""What keeps a search from its statement, and where it must stop: each is its own outcome."""

import pytest
from small_web import STATEMENT_LINK, Page, html, judge, link, site, statement

from checker.model import Judgement, Outcome, RequirementVerdict


def test_search_without_any_website(web, find):
    result = find(website="")
    assert result.outcome is Outcome.NO_WEBSITE
    assert web.requests == []


def test_search_unreadable_statement(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": Page("SCANNED")})
    result = find()
    assert result.outcome is Outcome.UNREADABLE
    assert "scanned" in result.reason
    assert result.homepage_link.found


@pytest.mark.parametrize(
    "robots", ["User-agent: *\nDisallow: /", "User-agent: Section54Checker\nDisallow: /*"]
)
def test_search_blocked_by_robots(web, find, robots):
    site(web, STATEMENT_LINK, **{"robots.txt": Page(robots)})
    result = find()
    assert result.outcome is Outcome.BLOCKED
    assert web.paths("acme.test") == []
    assert {fetch.robots for fetch in result.fetches} >= {"disallowed"}


def test_search_blocked_where_robots_forbids_only_the_best_candidate(web, find):
    site(
        web,
        STATEMENT_LINK,
        link("/policies", "Policies"),
        **{"robots.txt": Page("User-agent: *\nDisallow: /modern-slavery"), "policies": html()},
    )
    result = find()
    assert result.outcome is Outcome.BLOCKED
    assert "http://acme.test/modern-slavery" in result.reason


def test_search_robots_that_forbid_something_else_do_not_matter(web, find):
    site(
        web,
        link("/policies", "Policies"),
        link("/legal", "Legal"),
        **{"robots.txt": Page("User-agent: *\nDisallow: /legal"), "policies": html(text="x")},
    )
    assert find().outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("status", [401, 403, 429])
def test_search_blocked_by_a_wall(web, find, status):
    web.add("acme.test", {"/robots.txt": Page(), "*": Page("No", status)})
    assert find().outcome is Outcome.BLOCKED


def test_search_blocked_by_a_captcha(web, find):
    wall = Page("<html><title>Just a moment...</title><p>Verify you are human</p></html>")
    web.add("acme.test", {"/robots.txt": Page(), "*": wall})
    result = find()
    assert result.outcome is Outcome.BLOCKED
    assert any("bot wall" in fetch.note for fetch in result.fetches)


@pytest.mark.parametrize("status", [500, 502, 503])
def test_search_unreachable_when_everything_fails(web, find, status):
    web.add("acme.test", {"*": Page("broken", status)})
    assert find().outcome is Outcome.UNREACHABLE


def test_search_unreachable_host(web, find):
    result = find(website="gone.test")
    assert result.outcome is Outcome.UNREACHABLE
    assert all(fetch.status in {None, 502} for fetch in result.fetches)


def test_search_dead_link_is_not_found_and_says_so(web, find):
    site(web, STATEMENT_LINK)
    result = find()
    assert result.outcome is Outcome.NOT_FOUND
    assert "/modern-slavery" in result.reason


def test_search_gives_up_on_a_host_that_never_answers(web, find):
    words = "Modern slavery statement"
    site(
        web,
        *[
            link(f"http://cdn.dead.test/{year}.pdf", f"{words} {year}")
            for year in range(2015, 2025)
        ],
    )
    result = find()
    assert result.outcome is Outcome.UNREACHABLE
    assert len([url for url in web.requests if "dead" in url]) == 1
    assert len([fetch for fetch in result.fetches if "dead" in fetch.url]) <= 6


def test_search_does_not_press_a_site_behind_a_wall(web, find):
    web.add("acme.test", {"/robots.txt": Page(), "*": Page("No", 403)})
    find()
    assert web.paths("acme.test") == ["/"]


def test_search_homepage_forbidden_but_not_the_statement(web, find):
    robots = "User-agent: *\nDisallow: /\nAllow: /modern-slavery"
    site(web, **{"robots.txt": Page(robots), "modern-slavery": statement("Acme Ltd")})
    result = find()
    assert result.outcome is Outcome.FOUND
    assert result.homepage_link.verdict is RequirementVerdict.UNCLEAR
    assert web.paths("acme.test") == ["/modern-slavery-statement", "/modern-slavery"]


def test_search_infinite_calendar_is_left(web, find):
    def month(n):
        return html(link(f"/events/{n + 1}", "Next"), link("/events/0", "Important information"))

    web.add("acme.test", {"/": month(0), **{f"/events/{n}": month(n) for n in range(300)}})
    result = find()
    assert result.outcome is Outcome.NOT_FOUND
    assert len(web.paths("acme.test")) < 20


def test_search_session_ids_do_not_make_new_pages(web, find):
    def page(n):
        return html(link(f"/policies?PHPSESSID={n}", "Policies"), text=str(n))

    pages = {f"/policies?PHPSESSID={n}": page(n + 1) for n in range(50)}
    web.add("acme.test", {"/": page(0), **pages})
    find()
    assert len([p for p in web.paths("acme.test") if "PHPSESSID" in p]) == 1


def test_search_stays_within_its_budget(web, find):
    links = [link(f"/policy-{'a' * n}", f"Policy {'a' * n}") for n in range(200)]
    pages = {f"/policy-{'a' * n}": html(text=str(n)) for n in range(200)}
    web.add("acme.test", {"/": html(*links), **pages})
    result = find()
    assert len(web.requests) <= 41
    assert "limit" in result.reason


def judge_that_fails_on(mark):
    def judge_or_fail(source, organisation) -> Judgement:
        if mark in source.content:
            raise RecursionError("too deep")
        return judge(source, organisation)

    return judge_or_fail


def test_search_goes_on_past_a_page_that_cannot_be_parsed(web, find):
    other = link("/slavery-statement", "Modern slavery statement 2019")
    site(
        web,
        other,
        STATEMENT_LINK,
        **{"slavery-statement": html(text="DEEP"), "modern-slavery": statement("Acme Ltd")},
    )
    result = find(judge=judge_that_fails_on(b"DEEP"))
    assert result.outcome is Outcome.FOUND
    notes = {fetch.url: fetch.note for fetch in result.fetches}
    failed = "could not be read: reading it failed (RecursionError: too deep)"
    assert notes["http://acme.test/slavery-statement"] == failed


def test_search_homepage_that_cannot_be_parsed_is_not_called_without_a_link(web, find):
    web.add("acme.test", {"/": html("DEEP")})
    result = find(judge=judge_that_fails_on(b"DEEP"))
    assert result.outcome is Outcome.UNREADABLE
    assert "RecursionError" in result.reason
    assert result.homepage_link.verdict is RequirementVerdict.UNCLEAR
