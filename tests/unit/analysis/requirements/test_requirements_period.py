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


def test_period_that_a_year_end_completes_shows_both_sentences(assess):
    finding = _period(
        assess,
        "Modern slavery statement\nThis statement covers 2022/23.\n"
        "Our financial year runs from 1 October to 30 September.",
    )
    assert finding.detail["end"] == "2023-09-30"
    assert [evidence.quote.split()[-1] for evidence in finding.evidence] == [
        "2022/23.",
        "September.",
    ]
    assert "elsewhere" in finding.reason


def test_period_that_a_line_breaks_is_read_with_the_next_line(assess):
    finding = _period(
        assess,
        "Modern slavery statement\nfor the financial year ending\n31 March 2023\nWe bake bread.",
    )
    assert finding.detail["end"] == "2023-03-31"
    assert [evidence.quote for evidence in finding.evidence][1] == "31 March 2023"


def test_period_is_what_the_statement_covers_rather_than_a_year_of_steps(assess):
    finding = _period(
        assess,
        "Modern slavery statement\n"
        "In the financial year ended 31 March 2022 we took steps to train buyers.\n"
        "This statement covers the year ended 31 March 2023.",
    )
    assert finding.detail["end"] == "2023-03-31"


def test_period_is_not_that_of_plans_in_the_same_sentence(assess):
    finding = _period(
        assess,
        "Modern slavery statement\nThis statement tells of our plans for the year ending "
        "31 March 2024 and the steps taken in the year ended 31 March 2023.",
    )
    assert finding.detail["end"] == "2023-03-31"


def test_period_is_that_of_the_opening_when_a_later_sentence_names_another(assess):
    filler = "\n".join(f"We bake {number} kinds of bread." for number in range(20))
    finding = _period(
        assess,
        "Modern slavery statement\nThis statement covers the year ended 31 March 2023.\n"
        f"{filler}\nAs this report told, we closed a mill in the year ended 31 March 2022.",
    )
    assert finding.detail["end"] == "2023-03-31"


def test_period_of_years_that_contradict_each_other_is_unclear(assess):
    filler = "\n".join(f"We bake {number} kinds of bread." for number in range(20))
    finding = _period(
        assess,
        f"Modern slavery statement\n{filler}\nStatement for the year ended 31 March 2023.\n"
        "Statement for the year ended 31 March 2022.",
    )
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.detail == {"start": None, "end": None, "label": None}
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "Financial year 2023/24\nFinancial year 2024/25",
        "Financial year 2024/25\nYear covered: 2023/24",
        "Financial year 2023\nFinancial year 2023/24",
        "Financial year ended 31 March 2022\nFinancial year ended 31 March 2023",
    ],
)
def test_period_named_by_different_years_of_equal_standing_is_unclear(assess, lines):
    finding = _period(assess, f"Modern slavery statement\n{lines}\nWe bake bread.")
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.detail == {"start": None, "end": None, "label": None}
    assert [evidence.quote for evidence in finding.evidence] == lines.split("\n")


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        ("Financial year 2023/24\nFinancial year 2023/24", "FY2023/24"),
        ("Financial year 2023/24\nYear covered: FY24", "FY2023/24"),
    ],
)
def test_period_of_one_year_that_is_named_twice_is_stated(assess, lines, label):
    finding = _period(assess, f"Modern slavery statement\n{lines}\nWe bake bread.")
    assert (finding.verdict, finding.detail["label"]) == (RequirementVerdict.STATED, label)


@pytest.mark.parametrize(
    "text",
    [
        "Modern slavery statement\nSee our annual report for the year ended 31 March 2023.",
        "Modern slavery statement\nOur next statement will cover the year to 31 March 2024.",
        "Modern slavery statement\nThis statement will be updated for the year to 31 March 2024.",
        "Modern slavery statement\nIn the year to 31 March 2024 we intend to take more steps.",
        "Modern slavery statement\nOur turnover in the year to 31 March 2023 was £50 million.",
        "Modern slavery statement\nIt was approved by the board on 31 March 2023.",
        "Modern slavery statement\nIn the coming year we will train our buyers.",
        "Modern slavery statement\nThe Modern Slavery Act 2015 asks for it.",
    ],
)
def test_period_that_is_not_stated_stays_unknown(assess, text):
    finding = _period(assess, text)
    assert finding.verdict is RequirementVerdict.NOT_STATED
    assert finding.detail == {"start": None, "end": None, "label": None}
