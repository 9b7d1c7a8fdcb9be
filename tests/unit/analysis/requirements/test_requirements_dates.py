from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.requirements.dates import find_dates, months_before, year_from

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31))


def _nth(day: int) -> str:
    if 10 < day < 20:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


FORMS = {
    "words": lambda d: f"{d.day} {d:%B} {d.year}",
    "short month": lambda d: f"{d.day} {d:%b} {d.year}",
    "zero and comma": lambda d: f"{d:%d} {d:%B}, {d.year}",
    "ordinal": lambda d: f"{_nth(d.day)} {d:%B} {d.year}",
    "ordinal apart": lambda d: f"{d.day} {_nth(d.day)[-2:]} {d:%B} {d.year}",
    "of": lambda d: f"the {_nth(d.day)} day of {d:%B} {d.year}",
    "capitals": lambda d: f"{d.day} {d:%B} {d.year}".upper(),
    "American": lambda d: f"{d:%B} {d.day}, {d.year}",
    "American ordinal": lambda d: f"{d:%B} {_nth(d.day)}, {d.year}",
    "figures": lambda d: f"{d:%d/%m/%Y}",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "two-digit year": lambda d: f"{d:%d/%m}/{d.year % 100:02d}",
    "ISO": lambda d: d.isoformat(),
    "hyphens and two-digit year": lambda d: f"{d.day}-{d:%b}-{d.year % 100:02d}",
    "apostrophe": lambda d: f"{d.day} {d:%B} '{d.year % 100:02d}",
    "hyphens": lambda d: f"{d.day}-{d:%b}-{d.year}",
    "broken line": lambda d: f"{d.day}\n{d:%B} {d.year}",
    "weekday": lambda d: f"{d:%A}, {d.day} {d:%B} {d.year}",
}


@given(day=DAYS, form=st.sampled_from(sorted(FORMS)))
def test_dates_read_what_is_written(day, form):
    text = f"It was approved on {FORMS[form](day)} by the board."
    (found,) = find_dates(text)
    assert found.exact == found.first == found.last == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 Decemeber 2023", date(2023, 12, 31)),
        ("28th Febuary 2023", date(2023, 2, 28)),
        ("approved on31 March 2023", date(2023, 3, 31)),
        ("ended 31 March 23.", date(2023, 3, 31)),
    ],
)
def test_dates_read_common_slips(text, expected):
    assert [found.exact for found in find_dates(text)] == [expected]


@given(day=DAYS)
def test_dates_a_month_begins_and_ends(day):
    (found,) = find_dates(f"Norwich, {day:%B} {day.year}.")
    assert found.exact is None
    assert found.first == day.replace(day=1)
    assert found.last is not None
    assert (found.last + timedelta(days=1)).day == 1
    assert (found.last.year, found.last.month) == (day.year, day.month)


@given(text=st.text(alphabet="0123456789 /.-,marchJanuSept\n", max_size=60))
def test_dates_stand_where_they_say(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(end=DAYS, months=st.integers(1, 24))
def test_months_before_span_so_many_months(end, months):
    days = (end - months_before(end, months)).days + 1
    assert 28 * months <= days <= 31 * months + 3


@given(start=DAYS)
def test_year_from_is_twelve_months(start):
    assert 364 <= (year_from(start) - start).days <= 366


@pytest.mark.parametrize(
    "text",
    [
        "We may train 20 buyers and march on.",
        "See clause 3.1.3 of version 1.2.13.",
        "Telephone 01603 12 03 20",
        "A report of 2023",
        "99/99/2023",
        "20 marketing 2023",
        "12 Decisions 2023",
    ],
)
def test_dates_leave_other_words_and_figures_alone(text):
    assert find_dates(text) == ()


def test_dates_take_the_month_second_unless_it_cannot_be():
    assert [found.exact for found in find_dates("03/05/2023 and 12/31/2023")] == [
        date(2023, 5, 3),
        date(2023, 12, 31),
    ]


def test_dates_take_a_day_that_the_month_lacks_as_its_last():
    (found,) = find_dates("the year to 31 April 2023")
    assert found.exact == date(2023, 4, 30)


def test_dates_without_a_year_stay_without_one():
    first, second = find_dates("from 1 April to 31 March 2024")
    assert (first.day, first.month, first.year, first.last) == (1, 4, None, None)
    assert second.exact == date(2024, 3, 31)
