"""Dates as statements write them, in British order; what is not said stays None."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

_ALIKE = 0.8  # of 1: "Febuary" is 0.93 like February; "Marketing" is like no month
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|['’]\d\d(?!\d))"
_SHORT_YEAR = r"(?:(?<=-)\d\d(?![\d-])|[1-4]\d(?=\s?[.,;:)\]]|\s*$))"  # 31-Mar-24; 31 March 24.
_GAP = r"(?:[\s,.\-]{1,3}|(?=['’]))"
_EXPRESSION = re.compile(
    rf"""(?:(?<![\w/.,-]) | (?<=\bon)(?=\d) | (?<=\bended)(?=\d) | (?<=\bending)(?=\d)
      | (?<=\d{{4}}-)(?=2[89]|3[01]|[A-Z]) | (?<=\s-)(?=\d))(?:
      (?P<iso>20\d\d-\d\d-\d\d)(?!\d)
    | (?!\d\.\d\.\d\d\b)(?P<figures>\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:20)?\d\d)(?![\d/])
    | (?P<day>{_DAY}){_NTH}(?:\s(?:day\s)?of)?{_GAP}(?P<month>{_MONTH})
      (?:{_GAP}(?P<year>{_YEAR}|{_SHORT_YEAR}))?
    | (?P<us_month>{_MONTH}){_GAP}(?:the\s)?(?P<us_day>{_DAY}){_NTH}(?!\d)
      (?:{_GAP}(?P<us_year>{_YEAR}))?
    | (?P<odd_day>{_DAY}){_NTH}{_GAP}(?P<odd_month>[a-z]{{4,10}}){_GAP}(?P<odd_year>20\d\d)(?!\d)
    | (?P<only_month>{_MONTH})(?:{_GAP}(?P<only_year>{_YEAR}))?
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date in a text, as far as it is said.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        day: Day of the month; None for a month.
        month: 1 to 12.
        year: None where the text leaves it out.
    """

    start: int
    end: int
    day: int | None
    month: int
    year: int | None

    def in_year(self, year: int) -> date:
        """The day it ends on in `year`: the day itself, or the last day of the month."""
        last = monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day or last, last))

    @property
    def first(self) -> date | None:
        """The day it begins on; None where the year is not said."""
        last = self.last
        return last if last is None or self.day else last.replace(day=1)

    @property
    def last(self) -> date | None:
        """The day it ends on; None where the year is not said."""
        return None if self.year is None else self.in_year(self.year)

    @property
    def exact(self) -> date | None:
        """The date, where day, month and year are all said."""
        return self.last if self.day else None


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """The dates and months in `text`, in order; a day that its month does not have is its last."""
    found = []
    for match in _EXPRESSION.finditer(text):
        expression = _from_figures(match) or _from_words(match)
        if expression:
            found.append(expression)
    return tuple(found)


def find_first_day(texts: Iterable[str]) -> date | None:
    """The first date in `texts` that names day, month and year; None where there is none."""
    days = (found.exact for text in texts for found in find_dates(text))
    return next((day for day in days if day), None)


def months_before(end: date, months: int) -> date:
    """First day of so many months that end on `end`."""
    following = end + timedelta(days=1)
    month = following.year * 12 + following.month - 1 - months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(following.day, monthrange(year, month)[1]))


def year_from(start: date) -> date:
    """Last day of the twelve months that begin on `start`."""
    before = start - timedelta(days=1)
    last = monthrange(before.year + 1, before.month)[1]
    ends_month = before.day == monthrange(before.year, before.month)[1]
    return date(before.year + 1, before.month, last if ends_month else min(before.day, last))


def _from_figures(match: re.Match[str]) -> DateExpression | None:
    text = match["iso"] or match["figures"]
    if not text:
        return None
    first, second, third = (int(part) for part in re.split(r"[/.\-]", text))
    if match["iso"]:
        year, month, day = first, second, third
    else:
        year = third if third > 99 else 2000 + third
        day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateExpression(start=match.start(), end=match.end(), day=day, month=month, year=year)


def _from_words(match: re.Match[str]) -> DateExpression | None:
    name = match["month"] or match["us_month"] or match["only_month"] or match["odd_month"]
    if not name:
        return None
    day = match["day"] or match["us_day"] or match["odd_day"]
    year = match["year"] or match["us_year"] or match["only_year"] or match["odd_year"]
    if not (match["day"] or match["odd_day"]) and not name[0].isupper():
        return None  # "may" and "march" are words too
    month = _closest_month(name) if match["odd_month"] else _month_of(name)
    if month is None:
        return None
    return DateExpression(
        start=match.start(),
        end=match.end(),
        day=int(day) if day else None,
        month=month,
        year=_full_year(year) if year else None,
    )


def _month_of(name: str) -> int:
    return next(at for at, each in enumerate(_MONTHS, 1) if each.startswith(name[:3].lower()))


def _closest_month(name: str) -> int | None:
    """The month that is misspelt, between a day and a year only; None for any other word."""
    close = get_close_matches(name.lower(), _MONTHS, n=1, cutoff=_ALIKE)
    return _MONTHS.index(close[0]) + 1 if close else None


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text.lstrip("'’"))
