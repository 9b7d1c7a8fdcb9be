"""Financial years as statements write them: `Period` values read from a text."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from checker.analysis.requirements.dates import DateExpression, find_dates, months_before, year_from

KIND = r"(?:financial|fiscal|accounting|reporting|calendar|academic|trading|tax)"
"""What a year may be called."""

_NAME = r"(?:FY\s?)?(?:20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?"
_ENDING = re.compile(
    rf"""(?:(?P<weeks>5[23]|fifty[ -]two|fifty[ -]three)[ -]weeks?(?:\s(?:period|year))?
      | (?P<months>\b(?:\d\d?|six|nine|twelve|fifteen|eighteen))[ -]months?
        (?:\s(?:financial\s)?(?:period|year))?
      | (?<!half[\s-])(?P<year>\b(?:year|FYE?|YE|Y/E)) | (?<!year\s)period)
    (?:,?\s{_NAME})?(?:\s\(FY\s?[\d/–-]*\))?
    (?:(?:,?\s(?:that|which|just|has))*[\s(,]*[-–]?\s?end(?:ed|ing|s)?|\sto\b|\sup\sto\b)+
    (?:\sand\sincluding)?(?:\s(?:date|on|or|around|about|at|of|in|to|is|was|the|our|end))*
    (?:\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s:,(]*$
    | (?P<short>\bFYE|\bYE|\bY/E)[\s:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY_AT_END = re.compile(r"\s+\d{1,2}(?:\s?(?:st|nd|rd|th))?\s*$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:next|coming|forthcoming|following)\s(?:\w+\s)?$", re.IGNORECASE)
_YEAR_END = re.compile(rf"\s(?:{KIND}\s)?year[\s-]ends?\b", re.IGNORECASE)
_BEGINNING = re.compile(
    r"""(?:year|(?:12|twelve)[ -]months?),?\s(?:that\s|which\s)?
    (?:began|beginning|commenc(?:ed|ing)|start(?:ed|ing)|from)(?:\son)?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(
    r"""[\s,]*(?:(?:up\s)?to|until|till|through|[-–—/]|(?:and\s)?end(?:ed|ing)(?:\son)?)
    (?:\sand\sincluding)?(?:\sthe)?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN_OPENS = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_AND = re.compile(r"\sand\s(?:the\s)?", re.IGNORECASE)
_ACT = re.compile(r"\b(?:Act|Bill|Regulations?)(?:,|\sof)?\s\(?20\d\d", re.IGNORECASE)
_LABEL = re.compile(
    rf"""(?<![\w/.-])(?:
      (?:(?P<fy>FYE?|fiscal(?:\syear)?|{KIND}\syears?(?:\sof)?(?:\send(?:ed|ing)(?:\sin)?)?
         |years?\send(?:ed|ing)(?:\sin)?)[\s:'’]*)?
      (?P<first>20\d\d|(?<=FY)\d\d|(?<=FYE)\d\d|(?<=FY[\s'’])\d\d|(?<=year\s)\d\d(?=\s?[/-])
        |\d\d(?=/\d\d\s{KIND}\syear))
      (?:\s?[/–-]\s?(?P<second>20\d\d|\d\d)|\s(?:to\s)?(?P<spaced>20\d\d))?
      (?![\w%]|[/,.-]\d)
      (?P<after>\s{KIND}\syear)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED_BY = re.compile(
    r"""\b(?:for|covers?|covering|during|year|statement|report|disclosure|respect\sof
      |relat(?:es|ing)\sto)(?:\sthe)?\W{0,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
_CALENDAR = re.compile(r"calendar", re.IGNORECASE)
_NUMBERS = {"six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "eighteen": 18}
_NUMBERS |= {"fifty two": 52, "fifty three": 53}
_TITLE = 16  # words; in so few, a year that stands alone is that of the document
_CUE = 80  # characters before a date
_EARLIEST = 2014  # section 54 came into force in October 2015
_LATEST = 2100
_FEWEST_MONTHS, _YEAR, _MOST_MONTHS = 6, 12, 24
_SHORTEST, _LONGEST = timedelta(days=150), timedelta(days=560)
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
        at: Where in the text it is named.
    """

    start: date | None
    end: date | None
    years: tuple[int, int]
    label: str
    at: int = field(default=0, compare=False)


def ending(end: date, *, start: date | None = None, at: int = 0) -> Period:
    """The twelve months that end on `end`, or the period from `start` to it.

    A year that ends within a month may be one of 52 weeks: its first day is not known.
    """
    first = start or months_before(end, _YEAR)
    years = ((first + _MARGIN).year, (end - _MARGIN).year)
    known = start or (first if first.day == 1 else None)
    return Period(start=known, end=end, years=years, label=_label(*years), at=at)


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods that `text` names: those with a last day first, then those named by year."""
    dates = find_dates(text)
    return (
        *_ranges(text, dates),
        *_endings(text, dates),
        *_beginnings(text, dates),
        *_labelled(text, dates),
    )


def breaks_off(text: str) -> bool:
    """Whether `text` ends where the last day of a period should follow, as a broken line may."""
    return bool(_ENDING.search(_DAY_AT_END.sub("", text[-_CUE:]) + " "))


def ends_year(text: str, expression: DateExpression) -> bool:
    """Whether `text` says that a year ends on this day."""
    return bool(_ENDING.search(text[: expression.start]) or _YEAR_END.match(text, expression.end))


def joins(text: str, first: DateExpression, second: DateExpression) -> bool:
    """Whether `text` says that something lasts from `first` to `second`."""
    between = text[first.end : second.start]
    if _BETWEEN.fullmatch(between):
        return True
    if _AND.fullmatch(between):
        return bool(_BETWEEN_OPENS.search(text[: first.start]))
    # A dash may be lost; but two year ends side by side head the columns of a table.
    return between.isspace() and (first.month, first.day) != (second.month, second.day)


def _ranges(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    for first, second in pairwise(dates):
        end = second.last
        if end is None or not joins(text, first, second):
            continue
        if first.day is second.day is None and first.month == second.month:
            continue  # "April 2022 to April 2023" may end before or after the second April
        year = first.year or (end.year if first.month <= end.month else end.year - 1)
        start = replace(first, year=year).first
        if start and first.year is None and start > end:
            start = replace(first, year=year - 1).first
        if start and _SHORTEST < end - start < _LONGEST and _is_plausible(end.year):
            found.append(ending(end, start=start, at=first.start))
    return found


def _endings(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    for expression in dates:
        end = expression.last
        if end is None or not _is_plausible(end.year):
            continue
        opening = max(0, expression.start - _CUE)
        cue = _ENDING.search(text[opening : expression.start])
        if cue and not _AHEAD.search(text[: opening + cue.start()]):
            period = _of_cue(cue, end)
            if period:
                found.append(replace(period, at=opening + cue.start()))
        elif cue is None and _YEAR_END.match(text, expression.end):
            found.append(ending(end, at=expression.start))
    return found


def _of_cue(cue: re.Match[str], end: date) -> Period | None:
    """The period that ends on `end`, as long as the words before the date say; None if short."""
    if cue["weeks"]:
        return ending(end, start=end - _number(cue["weeks"]) * _WEEK + timedelta(days=1))
    if cue["year"] or cue["short"]:
        return ending(end)
    months = _number(cue["months"]) if cue["months"] else 0
    if months >= _YEAR:
        return ending(end, start=months_before(end, months)) if months <= _MOST_MONTHS else None
    if cue["months"] and months < _FEWEST_MONTHS:
        return None
    start = months_before(end, months) if months else None
    label = f"period to {end.day} {end:%B %Y}"
    return Period(start=start, end=end, years=(end.year, end.year), label=label)


def _beginnings(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    """Years of which only the first day is said: they last twelve months."""
    found = []
    for expression in dates:
        start = expression.first
        before = text[max(0, expression.start - _CUE) : expression.start]
        if start and _is_plausible(start.year) and _BEGINNING.search(before):
            found.append(ending(year_from(start), start=start, at=expression.start))
    return found


def _labelled(text: str, dates: tuple[DateExpression, ...]) -> list[Period]:
    found = []
    taken = [(each.start, each.end) for each in dates]
    taken += [act.span() for act in _ACT.finditer(text)]
    for match in _LABEL.finditer(text):
        if any(start < match.end("first") <= end for start, end in taken):
            continue
        period = _of_label(match)
        if period and (period.label.startswith("FY") or _names_document(match)):
            found.append(period)
    return found


def _of_label(match: re.Match[str]) -> Period | None:
    first = int(match["first"]) % 2000 + 2000
    second = match["second"] or match["spaced"]
    last = int(second) % 100 + 2000 if second else first
    if not _is_plausible(first) or last - first not in {0, 1}:
        return None
    if (match["fy"] or match["after"]) and _CALENDAR.search(match[0]):
        return ending(date(last, 12, 31), start=date(first, 1, 1), at=match.start())
    named = bool(match["fy"] or match["after"] or last > first)
    label = _label(first, last) if named else str(first)
    return Period(start=None, end=None, years=(first, last), label=label, at=match.start())


def _names_document(match: re.Match[str]) -> bool:
    """Whether a year that stands alone is that of the document, and not of an event in it."""
    is_title = len(match.string.split()) <= _TITLE
    return is_title or bool(_NAMED_BY.search(match.string[: match.start()]))


def _label(first: int, last: int) -> str:
    return f"FY{first}" if first == last else f"FY{first}/{last % 100:02d}"


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower().replace("-", " ")) or int(text)


def _is_plausible(year: int) -> bool:
    return _EARLIEST <= year < _LATEST
