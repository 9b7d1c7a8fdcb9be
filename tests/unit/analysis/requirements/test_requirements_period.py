from datetime import date

import pytest

from checker.model import Requirement, RequirementVerdict


def _period(assess, text):
    return assess(text).requirement(Requirement.PERIOD)


def test_period_is_that_of_the_statement_and_not_of_other_things(assess):
    assessment = assess(
        "Modern slavery statement\n"
        "Wherry Foods Limited was founded in 1996.\n"
        "Our slavery policy was reviewed in the year to 30 June 2021.\n"
        "This statement covers the financial year ended 31 March 2023.\n"
        "Our next statement will cover the year to 31 March 2024.\n"
        "It was approved by the board on 12 June 2023 and published on 26 June 2023."
    )
    finding = assessment.requirement(Requirement.PERIOD)
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail == {"start": "2022-04-01", "end": "2023-03-31", "label": "FY2022/23"}
    assert "31 March 2023" in finding.evidence[0].quote
    statement = assessment.statement
    assert (statement.period_start, statement.period_end) == (date(2022, 4, 1), date(2023, 3, 31))
    assert statement.approved_on == date(2023, 6, 12)
    assert statement.published_on == date(2023, 6, 26)


def test_period_prefers_a_sentence_to_the_title(assess):
    finding = _period(
        assess,
        "Modern Slavery Statement 2023\n"
        "This statement is made for the financial year ended 31 December 2022.",
    )
    assert finding.detail["end"] == "2022-12-31"


def test_period_of_a_bare_year_in_the_title_is_unclear(assess):
    finding = _period(assess, "Modern Slavery Statement 2023\nWe bake bread.")
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.detail == {"start": None, "end": None, "label": "2023"}


def test_period_of_a_bare_year_is_asked_for(questions):
    text = "Modern Slavery Statement 2023\nWe bake bread."
    assert questions(text, Requirement.PERIOD) == ["period.year"]


def test_period_named_by_its_years_has_no_last_day(assess):
    finding = _period(assess, "Modern slavery statement\nFinancial year 2022/23")
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail == {"start": None, "end": None, "label": "FY2022/23"}


def test_period_named_by_its_years_ends_on_the_year_end_that_is_said(assess):
    finding = _period(
        assess,
        "Modern slavery statement\nThis statement covers 2022/23.\n"
        "Our financial year ends on 31 March.",
    )
    assert finding.detail["end"] == "2023-03-31"


@pytest.mark.parametrize(
    "text",
    [
        "Modern slavery statement\nIt was approved by the board on 31 March 2023.",
        "Modern slavery statement\nIn the coming year we will train our buyers.",
        "Modern slavery statement\nThe Modern Slavery Act 2015 asks for it.",
    ],
)
def test_period_that_is_not_stated_stays_unknown(assess, text):
    finding = _period(assess, text)
    assert finding.verdict is RequirementVerdict.NOT_STATED
    assert finding.detail == {"start": None, "end": None, "label": None}
