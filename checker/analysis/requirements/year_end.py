"""The day on which an organisation's financial year ends every year, said without a year."""

import re
from dataclasses import dataclass
from itertools import pairwise

from checker.analysis.requirements.dates import DateExpression, find_dates
from checker.analysis.requirements.financial_year import KIND, Period, ending, ends_year, joins

_DECEMBER = 12
_RUNS = re.compile(rf"\b{KIND}\syear\b[^.]{{0,30}}$", re.IGNORECASE)
_IS_CALENDAR_YEAR = re.compile(
    r"\bfinancial\syear(?:\send)?\s(?:is|runs|follows|coincides|matches|corresponds)\b"
    r"[^.]{0,20}\bcalendar\syear",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """The last day, or the last month, of every financial year."""

    expression: DateExpression

    def complete(self, period: Period) -> Period:
        """`period`, named by its years only, with the days that this year end gives it.

        A name of two years (FY2023/24) ends in the second. A name of one year (FY2024) may end in
        2024 or, in some countries and trades, in 2025: only the end of December leaves no doubt.
        """
        first, last = period.years
        in_december = self.expression.month == _DECEMBER
        if period.end or in_december is not (first == last):
            return period
        return ending(self.expression.in_year(last), at=period.at)


def find_year_end(text: str) -> YearEnd | None:
    """The first day, or month, without a year on which `text` says that a year ends."""
    if _IS_CALENDAR_YEAR.search(text):
        last = DateExpression(start=0, end=0, day=31, month=_DECEMBER, year=None)
        return YearEnd(expression=last)
    dates = find_dates(text)
    for expression in dates:
        if expression.year is None and ends_year(text, expression):
            return YearEnd(expression=expression)
    for first, second in pairwise(dates):
        runs = _RUNS.search(text[: first.start])
        if runs and first.year is second.year is None and joins(text, first, second):
            return YearEnd(expression=second)
    return None
