"""Finding statements wherever a site has them, each on a site made for it."""

import pytest
from small_web import STATEMENT_LINK, Page, html, link, moved, site, statement

from checker.model import Outcome, RequirementVerdict


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
