"""British dates, numbers and sizes."""

from datetime import UTC, date, datetime

import pytest

from checker.report.details import asked_by_law, british_date, details, details_stated
from webapp.formatters import (
    british_time,
    count_of,
    file_size,
    media_type,
    short_date,
)


def test_formatters_dates_are_british():
    assert british_date(date(2026, 11, 1)) == "1 November 2026"
    assert short_date(date(2026, 11, 21)) == "21 Nov 2026"
    assert british_time(datetime(2026, 11, 21, 9, 5, tzinfo=UTC)) == "21 November 2026, 09:05 UTC"
    assert british_date(None) == short_date(None) == british_time(None) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 entries"), (1, "1 entry"), (1200, "1,200 entries")]
)
def test_formatters_count_things(number, words):
    assert count_of(number, "entry", "entries") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 byte"), (999, "999 bytes"), (48_213, "48 kB"), (3_400_000, "3.4 MB")],
)
def test_formatters_sizes_are_readable(number, words):
    assert file_size(number) == words


def test_formatters_media_type_in_words_where_known():
    assert media_type("application/pdf") == "PDF"
    assert media_type("application/odd") == "application/odd"


def test_formatters_details_are_words_and_british_dates():
    found = {"date": "2025-06-02", "body": "the board", "organisation": "charity", "role": None}
    assert details(found) == [("Approved by", "the board"), ("Date", "2 June 2025")]


def test_formatters_details_keep_the_law_apart_from_what_is_stated():
    found = {"body": "the board", "approver_by_law": "the members"}
    assert details(found)[-1] == ("The Act asks for approval by", "the members")
    assert details_stated(found) == [("Approved by", "the board")]
    assert asked_by_law(found) == "The Act asks for approval by the members."
    assert asked_by_law({"approver_by_law": None}) == ""
