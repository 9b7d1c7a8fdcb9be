from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.requirements.financial_year import ending, find_periods, find_year_end

APRIL_TO_MARCH = (date(2023, 4, 1), date(2024, 3, 31), "FY2023/24")
CALENDAR = (date(2023, 1, 1), date(2023, 12, 31), "FY2023")


def _first(text):
    period = find_periods(text)[0]
    return period.start, period.end, period.label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for the financial year ending 31 March 2024", APRIL_TO_MARCH),
        ("for the financial year ended 31st March, 2024", APRIL_TO_MARCH),
        ("for the financial year that ended on 31 March 2024", APRIL_TO_MARCH),
        ("for our year, which ended on 31 March 2024", APRIL_TO_MARCH),
        ("in the year to 31 March 2024", APRIL_TO_MARCH),
        ("in the year up to and including 31 March 2024", APRIL_TO_MARCH),
        ("our year-end of 31 March 2024", APRIL_TO_MARCH),
        ("FYE 31/03/2024", APRIL_TO_MARCH),
        ("1 April 2023 to 31 March 2024", APRIL_TO_MARCH),
        ("from 1 April 2023 until the 31 March 2024", APRIL_TO_MARCH),
        ("between 1 April and 31 March 2024", APRIL_TO_MARCH),
        ("the year commencing 1 April 2023 and ending on 31 March 2024", APRIL_TO_MARCH),
        ("April 2023 – March 2024", APRIL_TO_MARCH),
        ("the financial year commencing 1 April 2023", APRIL_TO_MARCH),
        ("our year beginning on 1 April 2023", APRIL_TO_MARCH),
        ("our 31 March 2024 year end", APRIL_TO_MARCH),
        ("the financial year ended March 2024", APRIL_TO_MARCH),
        ("the twelve months to 31 March 2024", APRIL_TO_MARCH),
        ("year ended December 31, 2023", CALENDAR),
        ("January to December 2023", CALENDAR),
        ("the calendar year 2023", CALENDAR),
        ("52 weeks ended 30 March 2024", (date(2023, 4, 2), date(2024, 3, 30), "FY2023/24")),
        ("53 weeks to 2 January 2021", (date(2019, 12, 29), date(2021, 1, 2), "FY2020")),
        (
            "the 18 month period ended 30 June 2024",
            (date(2023, 1, 1), date(2024, 6, 30), "FY2023/24"),
        ),
        ("the 18 months to 30 December 2024", (date(2023, 6, 30), date(2024, 12, 30), "FY2023/24")),
        ("academic year to 31 July 2024", (date(2023, 8, 1), date(2024, 7, 31), "FY2023/24")),
        ("the period ended 30 June 2024", (None, date(2024, 6, 30), "period to 30 June 2024")),
        ("FY23/24", (None, None, "FY2023/24")),
        ("FY2023-24", (None, None, "FY2023/24")),
        ("FY24", (None, None, "FY2024")),
        ("2023/24", (None, None, "FY2023/24")),
        ("2023-2024", (None, None, "FY2023/24")),
        ("financial year 2023/2024", (None, None, "FY2023/24")),
        ("the 2023 financial year", (None, None, "FY2023")),
        ("financial year ending 2023", (None, None, "FY2023")),
        ("the 2023/24 academic year", (None, None, "FY2023/24")),
        ("Modern Slavery Statement 2023", (None, None, "2023")),
    ],
)
def test_financial_year_reads_every_form(text, expected):
    assert _first(f"This is {text}.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Modern Slavery Act 2015",
        "approved on 31 March 2024",
        "founded in 1996",
        "call 01603 2023/1",
        "we bought from 2019 to 2023",
    ],
)
def test_financial_year_ends_on_no_other_date(text):
    assert all(period.end is None for period in find_periods(text))


def test_financial_year_does_not_take_the_act_for_a_year():
    assert find_periods("the Modern Slavery Act 2015") == ()


@given(end=st.dates(min_value=date(2016, 1, 1), max_value=date(2049, 12, 31)))
def test_financial_year_ends_on_the_day_that_is_written(end):
    (period,) = [p for p in find_periods(f"the year ended {end.day} {end:%B} {end.year}") if p.end]
    assert period.end == end
    assert period.start is not None
    assert 365 <= (end - period.start + timedelta(days=1)).days <= 367
    assert period == ending(end)


def test_year_end_completes_a_period_that_is_named_by_two_years():
    year_end = find_year_end("Our financial year ends on 31 March.")
    assert year_end is not None
    (named,) = find_periods("2023/24")
    assert year_end.complete(named) == ending(date(2024, 3, 31))


def test_year_end_leaves_a_period_alone_that_is_named_by_one_year():
    year_end = find_year_end("Our financial year ends on 31 January.")
    assert year_end is not None
    (named,) = find_periods("FY24")
    assert year_end.complete(named).end is None
