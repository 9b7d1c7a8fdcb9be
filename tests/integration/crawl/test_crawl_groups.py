"""Statements of a parent or group, and whether they name the organisation."""

import pytest
from small_web import STATEMENT_LINK, link, site, statement

from checker.model import Organisation, Outcome

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
