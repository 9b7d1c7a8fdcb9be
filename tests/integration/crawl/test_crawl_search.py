"""Every outcome of design.md 5.3, each on a site made for it."""

import pytest
from small_web import Page, html, judge, link, moved, statement

from checker.model import Judgement, Organisation, Outcome, RequirementVerdict

STATEMENT_LINK = link("/modern-slavery", "Modern slavery statement")


def site(web, *links, host="acme.test", **pages):
    web.add(host, {"/": html(*links), **{f"/{path}": page for path, page in pages.items()}})


def test_search_finds_statement_linked_in_the_footer(web, find):
    web.add(
        "acme.test",
        {
            "/": html(f"<footer>{STATEMENT_LINK}</footer>"),
            "/modern-slavery": statement("Acme Ltd"),
        },
    )
    result = find()
    assert result.outcome is Outcome.FOUND
    assert [s.final_url for s in result.statements] == ["http://acme.test/modern-slavery"]
    assert result.statements[0].names_organisation
    assert result.homepage_link.found
    assert result.homepage_link.where == "footer"
    assert result.homepage_link.text == "Modern slavery statement"
    assert web.paths("acme.test") == ["/", "/modern-slavery"]


def test_search_finds_statement_two_clicks_deep(web, find):
    web.add(
        "acme.test",
        {
            "/": html(link("/news", "News"), link("/governance", "Governance")),
            "/governance": html(link("/governance/docs", "Policies")),
            "/governance/docs": html(link("/files?id=7", "Slavery and human trafficking")),
            "/files?id=7": statement("Acme Ltd"),
        },
    )
    result = find()
    assert result.outcome is Outcome.FOUND
    assert result.homepage_link.verdict is RequirementVerdict.NOT_STATED
    assert "/news" not in web.paths("acme.test")


def test_search_collects_all_years_newest_first(web, find):
    years = {
        f"/s/{year}": statement("Acme Ltd", f"{year}-12-31") for year in (2021, 2022, 2023, 2024)
    }
    links = "".join(f"<li>{link(path, path[-4:])}</li>" for path in sorted(years))
    web.add(
        "acme.test",
        {
            "/": html(STATEMENT_LINK),
            "/modern-slavery": html("<h1>Modern slavery statements</h1>", f"<ul>{links}</ul>"),
            **years,
        },
    )
    result = find()
    assert [s.period_end.year for s in result.statements] == [2024, 2023, 2022, 2021]
    assert web.paths("acme.test")[2:] == ["/s/2024", "/s/2023", "/s/2022", "/s/2021"]
    assert result.homepage_link.found


@pytest.mark.parametrize(
    ("period_end", "outcome"),
    [
        ("2023-12-30", Outcome.FOUND),  # 548 days before
        ("2023-12-29", Outcome.FOUND_OLD),
        ("2026-03-31", Outcome.FOUND),
        ("", Outcome.FOUND_UNDATED),
    ],
)
def test_search_outcome_by_period(web, find, period_end, outcome):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd", period_end)})
    assert find().outcome is outcome


def test_search_prefers_text_to_url_for_the_year(web, find):
    site(
        web,
        link("/2019/modern-slavery-statement-2019", "Modern slavery statement 2019"),
        **{"2019/modern-slavery-statement-2019": statement("Acme Ltd", "2024-12-31")},
    )
    assert find().outcome is Outcome.FOUND


def test_search_goes_on_past_an_old_statement(web, find):
    site(
        web,
        STATEMENT_LINK,
        link("/policies", "Policies"),
        **{
            "modern-slavery": statement("Acme Ltd", "2019-12-31"),
            "policies": html(link("/p/msa.pdf", "Modern slavery statement")),
            "p/msa.pdf": statement("Acme Ltd", "2024-12-31"),
        },
    )
    result = find()
    assert result.outcome is Outcome.FOUND
    assert len(result.statements) == 2


def test_search_policy_is_not_a_statement(web, find):
    site(
        web,
        link("/policy", "Anti-slavery policy"),
        **{"policy": html(text="POLICY on slavery"), "sitemap.xml": Page(status=404)},
    )
    result = find()
    assert result.outcome is Outcome.NOT_FOUND
    assert not result.homepage_link.found
    notes = {fetch.url: fetch.note for fetch in result.fetches}
    assert notes["http://acme.test/policy"] == "not a statement: a policy"


def test_search_same_bytes_at_two_addresses_is_one_statement(web, find):
    web.add(
        "acme.test",
        {
            "/": html(
                link("/a/slavery.pdf", "Modern slavery statement"),
                link("/b/slavery.pdf", "Modern slavery statement (PDF)"),
            ),
            "/a/slavery.pdf": statement("Acme Ltd"),
            "/b/slavery.pdf": statement("Acme Ltd"),
        },
    )
    result = find()
    assert len(result.statements) == 1
    assert any(fetch.note.startswith("the same page as") for fetch in result.fetches)


def test_search_reports_the_document_not_its_cover_page(web, find):
    pdf = Page(b"%PDF-1.7 SECTION 54 STATEMENT of Acme Ltd, period to 2024-12-31")
    cover = statement("Acme Ltd", "", more=link("/msa.pdf", "Download"))
    site(web, STATEMENT_LINK, **{"modern-slavery": cover, "msa.pdf": pdf})
    result = find()
    assert [s.media_type for s in result.statements] == ["application/pdf"]
    assert result.homepage_link.found


def test_search_finds_document_shown_inside_a_page(web, find):
    page = html('<iframe src="/viewer?file=/x/4711.pdf"></iframe>', title="Modern slavery")
    site(
        web,
        STATEMENT_LINK,
        **{"modern-slavery": page, "x/4711.pdf": statement("Acme Ltd"), "viewer": html()},
    )
    assert find().statements[0].final_url == "http://acme.test/x/4711.pdf"


def test_search_finds_statement_in_the_sitemap_only(web, find):
    index = "<sitemapindex><sitemap><loc>http://acme.test/pages.xml</loc></sitemap></sitemapindex>"
    urls = "".join(f"<url><loc>http://acme.test/p/{n}</loc></url>" for n in range(500))
    pages = f"<urlset>{urls}<url><loc>http://acme.test/x/anti-slavery</loc></url></urlset>"
    site(
        web,
        **{
            "robots.txt": Page("Sitemap: http://acme.test/all.xml"),
            "all.xml": Page(index, headers={"Content-Type": "application/xml"}),
            "pages.xml": Page(pages, headers={"Content-Type": "text/xml"}),
            "x/anti-slavery": statement("Acme Ltd"),
        },
    )
    result = find()
    assert result.outcome is Outcome.FOUND
    assert result.statements[0].found_via == "sitemap http://acme.test/pages.xml"
    assert len(web.paths("acme.test")) == 4


def test_search_finds_statement_at_a_well_known_path(web, find):
    site(web, **{"modern-slavery-statement": statement("Acme Ltd")})
    assert find().statements[0].found_via == "well-known path"


def test_search_soft_404_is_not_a_statement(web, find):
    web.add("acme.test", {"*": html(text="Sorry, no such page")})
    result = find()
    assert result.outcome is Outcome.NOT_FOUND
    assert len(result.fetches) < 12


def test_search_starts_at_the_known_address(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd")})
    result = find(statement_url="http://acme.test/modern-slavery")
    assert result.statements[0].found_via == "register"
    assert web.paths("acme.test") == ["/modern-slavery", "/"]
    assert result.homepage_link.found


def test_search_known_address_that_is_gone(web, find):
    site(web, link("/legal", "Legal"), legal=html(STATEMENT_LINK))
    site(web, **{"modern-slavery": statement("Acme Ltd")})
    assert find(statement_url="https://acme.test/2019.pdf").outcome is Outcome.FOUND


def test_search_website_on_www_only(web, find):
    web.add("www.acme.test", {"/": html(STATEMENT_LINK), "/modern-slavery": statement("Acme Ltd")})
    assert find().outcome is Outcome.FOUND


def test_search_website_that_moved_to_another_domain(web, find):
    web.add("acme.test", {"/": moved("http://acme-group.example/home")})
    web.add(
        "acme-group.example",
        {"/home": html(STATEMENT_LINK), "/modern-slavery": statement("Acme Ltd")},
    )
    assert find().outcome is Outcome.FOUND


def test_search_meta_refresh_is_followed(web, find):
    refresh = '<html><head><meta http-equiv="refresh" content="0; url=/en/"></head></html>'
    site(web, **{"en/": html(STATEMENT_LINK), "modern-slavery": statement("Acme Ltd")})
    web.add("acme.test", {"/": Page(refresh)})
    result = find()
    assert result.outcome is Outcome.FOUND
    assert result.homepage_link.found


def test_search_document_on_a_document_host_is_its_own(web, find):
    site(web, link("http://cdn.files.test/x/slavery.pdf", "Modern slavery statement"))
    web.add("cdn.files.test", {"/x/slavery.pdf": statement("Acme Ltd")})
    result = find()
    assert result.outcome is Outcome.FOUND
    assert result.homepage_link.found


def test_search_ignores_the_law_and_charities(web, find):
    site(
        web,
        link("http://www.legislation.gov.uk/modern-slavery-act", "Modern Slavery Act 2015"),
        link("http://www.modernslaveryhelpline.org/", "Modern slavery helpline"),
    )
    find()
    assert {url.split("/")[2] for url in web.requests} <= {"acme.test", "www.acme.test"}


PARENT = Organisation(name="Big Group plc", website="big.test")


def test_search_group_statement_that_names_it(web, find):
    site(web)
    site(web, STATEMENT_LINK, host="big.test")
    web.add("big.test", {"/modern-slavery": statement("Big Group plc, Acme Ltd")})
    result = find(parent=PARENT)
    assert result.outcome is Outcome.FOUND_ON_PARENT
    assert result.statements[0].on_parent
    assert not result.homepage_link.found


def test_search_group_statement_that_does_not_name_it(web, find):
    site(web)
    site(web, STATEMENT_LINK, host="big.test")
    web.add("big.test", {"/modern-slavery": statement("Big Group plc")})
    result = find(parent=PARENT)
    assert result.outcome is Outcome.PARENT_DOES_NOT_NAME
    assert not result.statements[0].names_organisation


def test_search_own_page_links_to_the_group_statement(web, find):
    site(web, f"<footer>{link('http://big.test/slavery', 'Modern slavery statement')}</footer>")
    web.add("big.test", {"/slavery": statement("Big Group plc and Acme Ltd")})
    result = find(parent=PARENT)
    assert result.outcome is Outcome.FOUND_ON_PARENT
    assert result.homepage_link.where == "footer"
    assert "/" not in web.paths("big.test")


def test_search_own_statement_spares_the_parent(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd")})
    site(web, host="big.test")
    assert find(parent=PARENT).outcome is Outcome.FOUND
    assert web.paths("big.test") == []


def test_search_old_own_statement_gives_way_to_a_current_one_of_the_group(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd", "2017-12-31")})
    group = {"modern-slavery": statement("Big Group plc, Acme Ltd", "2024-12-31")}
    site(web, "Big", STATEMENT_LINK, host="big.test", **group)
    result = find(parent=PARENT)
    assert result.outcome is Outcome.FOUND_ON_PARENT
    assert "http://big.test/modern-slavery" in result.reason
    assert [s.period_end.year for s in result.statements] == [2024, 2017]


@pytest.mark.parametrize(
    "group", [statement("Big Group plc"), statement("Big Group plc, Acme Ltd", "2018-12-31")]
)
def test_search_old_own_statement_stays_where_the_group_has_nothing_better(web, find, group):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd", "2017-12-31")})
    site(web, "Big", STATEMENT_LINK, host="big.test", **{"modern-slavery": group})
    result = find(parent=PARENT)
    assert result.outcome is Outcome.FOUND_OLD
    assert [s.period_end.year for s in result.statements] == [2017]
    assert "/modern-slavery" in web.paths("big.test")


def test_search_undated_own_statement_spares_the_parent(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Acme Ltd", "")})
    site(web, host="big.test")
    assert find(parent=PARENT).outcome is Outcome.FOUND_UNDATED
    assert web.paths("big.test") == []


def test_search_without_website_goes_to_the_parent(web, find):
    site(web, STATEMENT_LINK, host="big.test", **{"modern-slavery": statement("Acme Ltd")})
    assert find(website="", parent=PARENT).outcome is Outcome.FOUND_ON_PARENT


def test_search_shared_site_that_does_not_name_it(web, find):
    site(web, STATEMENT_LINK, host="big.test", **{"modern-slavery": statement("Big Group plc")})
    assert find(website="big.test", parent=PARENT).outcome is Outcome.PARENT_DOES_NOT_NAME


def test_search_own_site_with_statement_in_the_groups_name_only(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Big Group plc")})
    result = find(parent=PARENT)
    assert result.outcome is Outcome.FOUND
    assert not result.statements[0].names_organisation


def test_search_statement_of_somebody_else(web, find):
    site(web, STATEMENT_LINK, **{"modern-slavery": statement("Our Client Ltd")})
    site(web, host="big.test")
    assert find(parent=PARENT).outcome is Outcome.NOT_FOUND


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
