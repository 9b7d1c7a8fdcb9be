"""Method, accessibility, rules and health."""

import pytest
from looking import look_at

from checker import __version__
from checker.model import Outcome
from checker.rulebook import load_rulebook


def test_method_says_what_is_law_and_what_it_is_not(page, rulebook):
    text = page("/method").main.text
    assert "never one grade" in text
    assert "legal advice" in text
    assert rulebook.digest in text
    assert text.count("Whether it has a statement is not known.") == 2
    assert len(page("/method").find_all(class_="outcome")) == len(Outcome)


def test_method_explains_both_ways_of_finding_and_where_the_figures_are(page):
    text = " ".join(page("/method").main.text.split())
    assert "Two ways of finding a sentence" in text
    assert "docs/reference/quality.md" in text


def test_accessibility_statement_is_there(page):
    assert page("/accessibility").h1.text == "Accessibility"


def test_rules_are_listed_under_what_they_look_for(page):
    main = page("/rules").main
    assert [heading.text for heading in main.find_all("h2")] == [
        "Training",
        "Which links are followed first",
    ]
    assert main.find("a", href="/rules/training.completed").text == "Training that was completed"


def test_rule_shows_its_authority_what_it_looks_for_and_its_examples(page):
    text = " ".join(page("/rules/training.completed").main.text.split())
    for words in (
        "s.54(5)(f); Home Office guidance (30 July 2025)",
        "version 1, draft",
        "something measured",
        "take ... training",
        "first aid",
        "under “Progress”",
        "Every driver took the first aid training.",
    ):
        assert words in text


def test_rules_of_the_project_each_have_a_page(build_app, session_factory, root):
    rulebook = load_rulebook(root / "rules")
    client = build_app(rules=rulebook).test_client()
    links = {link["href"] for link in look_at(client.get("/rules")).main.find_all("a")}
    assert links == {f"/rules/{rule_id}" for rule_id in rulebook.rules}
    for link in links:
        assert "Examples that test it" in look_at(client.get(link)).main.text


def test_rule_that_is_not_there_is_a_404(page):
    page("/rules/training.nonsense", status=404)


def test_health_reads_the_database(client, wensum):
    answer = client.get("/health")
    assert answer.json == {"status": "ok", "version": __version__, "organisations": 1}


@pytest.mark.parametrize("path", ["/method", "/accessibility", "/rules", "/check"])
def test_pages_without_records_need_no_database(broken, path):
    assert broken.get(path).status_code == 200
