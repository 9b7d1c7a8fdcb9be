"""Financial years as statements write them: `Period` values read from a text."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from checker.analysis.requirements.dates import DateExpression, find_dates, months_before, year_from

_KIND = r"(?:financial|fiscal|accounting|reporting|calendar|academic|trading|tax)"
_ENDING = re.compile(
    r"""(?:(?P<weeks>5[23]|fifty[ -]two|fifty[ -]three)[ -]weeks?(?:\s(?:period|year))?
      | (?P<months>\d\d?|twelve|fifteen|eighteen)[ -]months?(?:\s(?:period|year))?
      | (?P<year>year|FYE?|YE|Y/E) | period)
    (?:(?:,?\s(?:that|which|just|has))*\s?[-–]?\s?(?:end(?:ed|ing|s)?)|\sto\b|\sup\sto\b)+
    (?:\sand\sincluding)?(?:\s(?:on|at|of|in|to|is|was|the|our))*[\s:,(]*$
    | (?P<short>\bFYE|\bYE|\bY/E)[\s:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_END = re.compile(rf"\s(?:{_KIND}\s)?year[\s-]ends?\b", re.IGNORECASE)
_BEGINNING = re.compile(
    r"year,?\s(?:that\s|which\s)?(?:began|beginning|commenc(?:ed|ing)|start(?:ed|ing)|from)(?:\son)?\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[\s,]*(?:to|until|till|through|and|[-–—]|(?:and )?ending(?: on)?)(?:\sthe)?\s*$|\s+$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"""(?<![\w/.-])(?:
      (?:(?P<fy>FY|FYE|fiscal(?:\syear)?|{_KIND}\syears?(?:\sof)?(?:\send(?:ed|ing)(?:\sin)?)?
         |years?\send(?:ed|ing)(?:\sin)?)[\s:'’]*)?
      (?P<first>(?<!\bAct\s)20\d\d|(?<=FY)\d\d|(?<=FY\s)\d\d|(?<=year\s)\d\d(?=\s?[/-]))
      (?:\s?[/–-]\s?(?P<second>20\d\d|\d\d)|\s(?P<spaced>20\d\d))?
      (?![\w%]|[/,.-]\d)
      (?P<after>\s{_KIND}\syear)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CALENDAR = re.compile(r"calendar", re.IGNORECASE)
_NUMBERS = {"twelve": 12, "fifteen": 15, "eighteen": 18, "fifty two": 52, "fifty three": 53}
_EARLIEST = 2014  # section 54 came into force in October 2015
_LATEST = 2100
_MOST_MONTHS = 24
_SHORTEST, _LONGEST = timedelta(days=80), timedelta(days=740)
_WEEK = timedelta(days=7)
_MARGIN = timedelta(days=16)  # a 52-week year may end some days after its calendar year


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A financial year, as far as it is said.

    Attributes:
        start: First day; None when it is not said.
        end: Last day; None when it is not said.
        years: First and last calendar year that its name has: (2023, 2024), or (2023, 2023).
        label: As a person would say it, such as `FY2023/24`.
    """

    start: date | None
    end: date | None
    years: tuple[int, int]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """The day on which a financial year ends every year, said without a year."""

    expression: DateExpression

    def complete(self, period: Period) -> Period:
        """`period`, named by its years only, with the days that this year end gives it."""
        first, last = period.years
        if period.end or last != first + 1:
            return period
        return ending(self.expression.in_year(last))


def ending(end: date, *, start: date | None = None) -> Period:
    """The twelve months that end on `end`, or the period from `start` to it."""
    start = start or months_before(end, 12)
    years = ((start + _MARGIN).year, (end - _MARGIN).year)
    return Period(start=start, end=end, years=years, label=_label(*years))


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods that `text` names: those with a last day first, then those named by year."""
    dates = find_dates(text)
    return (
        *_ranges(text, dates),
        *_endings(text, dates),
        *_beginnings(text, dates),
        *_labelled(text, dates),
    )


def find_year_end(text: str) -> YearEnd | None:
    """The first day and month, without a year, on which `text` says that a year ends."""
    for expression in find_dates(text):
        if expression.year is None and expression.day and _ENDING.search(text[: expression.start]):
            return YearEnd(expression=expression)
    return None


def _ranges(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    for first, second in pairwise(dates):
        end = second.last
        if end is None or not _BETWEEN.fullmatch(text[first.end : second.start]):
            continue
        year = first.year or (end.year if first.month <= end.month else end.year - 1)
        start = replace(first, year=year).first
        if start and first.year is None and start > end:
            start = replace(first, year=year - 1).first
        if start and _SHORTEST < end - start < _LONGEST and _is_plausible(end.year):
            found.append(ending(end, start=start))
    return found


def _endings(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    for expression in dates:
        end = expression.last
        if end is None or not _is_plausible(end.year):
            continue
        cue = _ENDING.search(_before(text, expression))
        if cue is None:
            if _YEAR_END.match(text, expression.end):
                found.append(ending(end))
        elif cue["weeks"]:
            start = end - _number(cue["weeks"]) * _WEEK + timedelta(days=1)
            found.append(ending(end, start=start))
        elif cue["months"] and 0 < _number(cue["months"]) <= _MOST_MONTHS:
            found.append(ending(end, start=months_before(end, _number(cue["months"]))))
        elif cue["year"] or cue["short"]:
            found.append(ending(end))
        else:
            label = f"period to {end.day} {end:%B %Y}"
            years = (end.year, end.year)
            found.append(Period(start=None, end=end, years=years, label=label))
    return found


def _beginnings(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    """Years of which only the first day is said: they last twelve months."""
    found = []
    for expression in dates:
        start = expression.first
        if start and _is_plausible(start.year) and _BEGINNING.search(_before(text, expression)):
            found.append(ending(year_from(start), start=start))
    return found


def _before(text: str, expression: DateExpression) -> str:
    return text[max(0, expression.start - 80) : expression.start]


def _labelled(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    for match in _LABEL.finditer(text):
        if any(each.start < match.end("first") <= each.end for each in dates):
            continue
        first = int(match["first"]) % 2000 + 2000
        second = match["second"] or match["spaced"]
        last = int(second) % 100 + 2000 if second else first
        if not _is_plausible(first) or last - first not in {0, 1}:
            continue
        if match["fy"] and _CALENDAR.search(match[0]):
            found.append(ending(date(last, 12, 31), start=date(first, 1, 1)))
            continue
        named = bool(match["fy"] or match["after"] or last > first)
        label = _label(first, last) if named else str(first)
        found.append(Period(start=None, end=None, years=(first, last), label=label))
    return found


def _label(first: int, last: int) -> str:
    return f"FY{first}" if first == last else f"FY{first}/{last % 100:02d}"


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower().replace("-", " ")) or int(text)


def _is_plausible(year: int) -> bool:
    return _EARLIEST <= year < _LATEST
