import pytest

from checker.crawl import failing_link_examples, link_rule_hits
from checker.crawl.scoring import HUB, STATEMENT


def test_scoring_examples_of_every_rule(link_rules):
    assert link_rules
    assert list(failing_link_examples(link_rules)) == []


def test_scoring_every_word_can_hit(link_rules):
    for rule in link_rules:
        for word in rule.words:
            example = f"/{word.replace(' ', '-')}" if "text" not in rule.where else word
            assert link_rule_hits(rule, example), f"{rule.id}: {word!r} is not in lower case words"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Modern Slavery Statement", ""),
        ("MODERN SLAVERY & HUMAN TRAFFICKING STATEMENT 2024/25", ""),
        ("Anti-slavery policy", ""),
        ("Transparency in supply chains", ""),
        ("Read more", "/getmedia/12/Modern_Slavery_Act_2015.pdf"),
        ("", "/docs/CompanyModernSlaveryStatement-v3.aspx"),
        ("", "/pdf/Modern%20Day%20Slavery%20Act.pdf"),
        ("Our statement", "/news-and-media/modern-slavery-statement"),
    ],
)
def test_scoring_names_the_statement(scorer, text, address):
    assert scorer.score(text, address) >= STATEMENT


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Policies", "/policies"),
        ("Corporate governance", ""),
        ("Legal", "/legal"),
        ("Sustainability", ""),
        ("About us", "/about"),
        ("Our news on modern slavery", "/blog/modern-slavery"),
        ("Modern slavery helpline", ""),
    ],
)
def test_scoring_may_lead_to_the_statement(scorer, text, address):
    assert HUB <= scorer.score(text, address) < STATEMENT


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Shop now", "/products"),
        ("Log in", "/my-account"),
        ("Current vacancies", "/careers"),
        ("Our latest stories", "/news"),
        ("Modern Slavery Act", "https://www.legislation.gov.uk/ukpga/2015/30"),
    ],
)
def test_scoring_leads_elsewhere(scorer, text, address):
    assert scorer.score(text, address) < 0


def test_scoring_statement_before_policy_before_hub(scorer):
    words = [
        "Modern slavery statement",
        "Modern slavery",
        "Policies",
        "About us",
        "Chairs",
        "Login",
    ]
    scores = [scorer.score(word) for word in words]
    assert scores == sorted(scores, reverse=True)
