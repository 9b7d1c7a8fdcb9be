import pytest

from checker.crawl.homepage import find_homepage_link
from checker.crawl.links import PageLink, Position
from checker.model import RequirementVerdict


def link(path, text, position=Position.BODY):
    return PageLink(url=f"http://a.test{path}", text=text, position=position)


@pytest.fixture
def check(scorer):
    def run(*links, leading=(), rejected=()):
        return find_homepage_link(links, scorer, leading=set(leading), rejected=set(rejected))

    return run


def test_homepage_link_by_its_target(check):
    found = check(link("/msa", "Our people", Position.MENU), leading=["a.test/msa"])
    assert (found.found, found.where, found.text) == (True, "menu", "Our people")


def test_homepage_link_by_its_words_where_the_page_could_not_be_read(check):
    assert check(link("/x", "Modern slavery statement")).found


def test_homepage_link_says_that_the_homepage_was_seen(check):
    assert check().verdict is RequirementVerdict.NOT_STATED
    assert check(link("/x", "Modern slavery statement")).seen


def test_homepage_link_to_something_else_does_not_count(check):
    assert not check(link("/x", "Anti-slavery policy"), rejected=["a.test/x"]).found
    assert not check(link("/policies", "Policies")).found


def test_homepage_link_most_prominent_first(check):
    links = [
        link("/s", "Modern slavery statement", position)
        for position in (Position.BODY, Position.FOOTER, Position.MENU, Position.HEADER)
    ]
    assert check(*links).where == "header"
    assert check(*links[:2]).where == "footer"


def test_homepage_link_that_leads_to_it_before_one_that_says_so(check):
    links = [
        link("/old", "Slavery statement", Position.HEADER),
        link("/s", "Statement", Position.FOOTER),
    ]
    assert check(*links, leading=["a.test/s"]).where == "footer"
