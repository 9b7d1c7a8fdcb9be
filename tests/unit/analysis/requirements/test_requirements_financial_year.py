from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.requirements.dates import months_before
from checker.analysis.requirements.financial_year import breaks_off, ending, find_periods

APRIL_TO_MARCH = (date(2023, 4, 1), date(2024, 3, 31), "FY2023/24")
WEEKS = (date(2023, 4, 2), date(2024, 3, 30), "FY2023/24")
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
        ("the year ended on or around 31 March 2024", APRIL_TO_MARCH),
        ("the year ended Sunday 31 March 2024", APRIL_TO_MARCH),
        ("the year ended31 March 2024", APRIL_TO_MARCH),
        ("the year ended 31 March 24", APRIL_TO_MARCH),
        ("the year ended 31-Mar-24", APRIL_TO_MARCH),
        ("the year ended 31 Marhc 2024", APRIL_TO_MARCH),
        ("Financial year end date: 31 March 2024", APRIL_TO_MARCH),
        ("our 2023/24 financial year, ending 31 March 2024", APRIL_TO_MARCH),
        ("the financial year 2023/24 (ended 31 March 2024)", APRIL_TO_MARCH),
        ("the financial year (FY) ended 31 March 2024", APRIL_TO_MARCH),
        ("fiscal year 2023 (FY23), which ended on 31 March 2024", APRIL_TO_MARCH),
        ("the financial year to the end of March 2024", APRIL_TO_MARCH),
        ("1 April 2023-31 March 2024", APRIL_TO_MARCH),
        ("April 2023-March 2024", APRIL_TO_MARCH),
        ("1st April 2023 up to and including the 31st March 2024", APRIL_TO_MARCH),
        ("between 1 April 2023 and 31 March 2024", APRIL_TO_MARCH),
        ("the 12 months from 1 April 2023", APRIL_TO_MARCH),
        ("the 2023 calendar year", CALENDAR),
        ("01/01/2023 31-12-2023", CALENDAR),
        ("year ended December 31, 2023", CALENDAR),
        ("January to December 2023", CALENDAR),
        ("the calendar year 2023", CALENDAR),
        ("52 weeks ended 30 March 2024", WEEKS),
        ("53 weeks to 2 January 2021", (date(2019, 12, 29), date(2021, 1, 2), "FY2020")),
        (
            "the 18 month period ended 30 June 2024",
            (date(2023, 1, 1), date(2024, 6, 30), "FY2023/24"),
        ),
        ("the 18 months to 30 December 2024", (date(2023, 6, 30), date(2024, 12, 30), "FY2023/24")),
        ("academic year to 31 July 2024", (date(2023, 8, 1), date(2024, 7, 31), "FY2023/24")),
        ("the year ended 2 January 2021", (None, date(2021, 1, 2), "FY2020")),
        ("the 52 week period ended Saturday 30 March 2024", WEEKS),
        (
            "the nine months to 31 December 2023",
            (date(2023, 4, 1), date(2023, 12, 31), "period to 31 December 2023"),
        ),
        ("the period ended 30 June 2024", (None, date(2024, 6, 30), "period to 30 June 2024")),
        ("FY23/24", (None, None, "FY2023/24")),
        ("FY2023-24", (None, None, "FY2023/24")),
        ("2023 to 2024", (None, None, "FY2023/24")),
        ("FY'24", (None, None, "FY2024")),
        ("FYE24", (None, None, "FY2024")),
        ("the 23/24 financial year", (None, None, "FY2023/24")),
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
        "in the half year to 30 June 2024",
        "in the three months to 31 March 2024",
        "in the coming year to 31 March 2024",
        "our five-year plan to 31 March 2024",
        "April 2023 to April 2024",
        "31 March 2023 and 31 March 2024",
        "31 March 2023 31 March 2024",
        "reviewed on 3 May 2023, next on 3 May 2024",
    ],
)
def test_financial_year_ends_on_no_other_date(text):
    assert all(period.end is None for period in find_periods(text))


@pytest.mark.parametrize(
    "text",
    ["the Modern Slavery Act 2015", "the Modern Slavery Act (2015)", "the Act of 2015"],
)
def test_financial_year_does_not_take_the_act_for_a_year(text):
    assert find_periods(text) == ()


def test_financial_year_is_no_year_in_which_something_happened():
    text = "This statement is that of Wherry Foods, which was founded in the city of Norwich in 2016 by two bakers."
    assert find_periods(text) == ()


ENDINGS = st.dates(min_value=date(2016, 1, 1), max_value=date(2049, 12, 31))


@given(end=ENDINGS, words=st.sampled_from(["year ended", "financial year to", "FY ending on the"]))
def test_financial_year_ends_on_the_day_that_is_written(end, words):
    (period,) = [p for p in find_periods(f"the {words} {end.day} {end:%B} {end.year}") if p.end]
    assert period == ending(end)
    assert period.end == end


@given(end=ENDINGS)
def test_financial_year_has_a_first_day_only_where_it_ends_with_a_month(end):
    assert ending(end).start in {None, months_before(end, 12)}
    assert (ending(end).start is None) == (months_before(end, 12).day != 1)


@given(end=ENDINGS, between=st.sampled_from([" to ", " - ", "-", " – ", " until ", " through "]))
def test_financial_year_lasts_from_the_first_day_to_the_last_that_are_written(end, between):
    start = months_before(end, 12)
    text = f"{start.day} {start:%B} {start.year}{between}{end.day} {end:%B} {end.year}"
    if between == "-" and end.day < 28:
        return  # "2018-19 March" may name two years
    period = find_periods(text)[0]
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for the financial year ending", True),
        ("for the year ended 31st", True),
        ("for the year ended 31 March 2024", False),
        ("This statement covers our last financial year", False),
    ],
)
def test_financial_year_breaks_off_where_the_day_should_follow(text, expected):
    assert breaks_off(text) is expected
