from datetime import date

import pytest

from checker.analysis.requirements.financial_year import ending, find_periods
from checker.analysis.requirements.year_end import find_year_end


@pytest.mark.parametrize(
    ("text", "year", "end"),
    [
        ("Our financial year ends on 31 March.", "2023/24", date(2024, 3, 31)),
        ("Our year end is 31 March.", "FY23/24", date(2024, 3, 31)),
        ("We have a 31 March year end.", "2023/24", date(2024, 3, 31)),
        ("Our financial year runs from 1 October to 30 September.", "2023/24", date(2024, 9, 30)),
        ("The financial year is April to March.", "2023/24", date(2024, 3, 31)),
        ("Our financial year ends on 31 December.", "FY2023", date(2023, 12, 31)),
        ("Our financial year is the calendar year.", "FY2023", date(2023, 12, 31)),
    ],
)
def test_year_end_completes_a_period_that_is_named_by_its_years(text, year, end):
    year_end = find_year_end(text)
    assert year_end is not None
    (named,) = find_periods(year)
    assert year_end.complete(named).end == end


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Our financial year ends on 31 January.", "FY24"),
        ("Our financial year ends on 31 December.", "2023/24"),
    ],
)
def test_year_end_leaves_a_name_alone_that_does_not_tell_its_last_year(text, year):
    year_end = find_year_end(text)
    assert year_end is not None
    (named,) = find_periods(year)
    assert year_end.complete(named) == named


def test_year_end_leaves_a_period_alone_that_has_one():
    year_end = find_year_end("Our financial year ends on 31 March.")
    assert year_end is not None
    period = ending(date(2024, 6, 30))
    assert year_end.complete(period) == period


@pytest.mark.parametrize(
    "text",
    [
        "The year ended on 31 March 2024.",
        "We were open from 1 April to 30 September.",
        "We trained 40 people by 31 March.",
    ],
)
def test_year_end_is_not_any_day(text):
    assert find_year_end(text) is None
