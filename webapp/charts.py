"""Charts as SVG, made on the server: readable without colour, described for those who cannot see.

Widths are shares of the whole, heights and text are fixed: the chart fits any width of screen
and its text keeps its size.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from checker.model import AreaVerdict, ContentArea
from checker.report.wording import AREA_VERDICTS_IN_BRIEF, AREAS

_ROW = 56  # height of one area: its name, then its bar
_NAME = 18  # baseline of the name
_BAR = 26  # top of the bar
_BAR_HEIGHT = 22
_LEGEND = 56  # two lines of two
_LEAST_LABELLED = 0.06  # a narrower segment has no room for its number

_STRONGEST_FIRST = tuple(reversed(AreaVerdict))

# Attributes, not style rules: in a style sheet `url(#…)` would be looked for in that sheet.
_FILLS = {
    AreaVerdict.NONE: "none",
    AreaVerdict.MENTIONED: "url(#fill-mentioned)",
    AreaVerdict.DESCRIBED: "url(#fill-described)",
    AreaVerdict.EVIDENCED: "currentColor",
}

_PATTERNS = Markup(
    "<defs>"
    '<pattern id="fill-described" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect class="chart-tint" width="7" height="7"/>'
    '<rect class="chart-ink" width="3" height="7"/></pattern>'
    '<pattern id="fill-mentioned" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect class="chart-paper" width="7" height="7"/>'
    '<circle class="chart-ink" cx="3.5" cy="3.5" r="1.3"/></pattern>'
    "</defs>"
)


def coverage_chart(coverage: Mapping[ContentArea, Mapping[AreaVerdict, int]]) -> Markup:
    """One stacked bar for each area: how many statements say how much of it."""
    height = _LEGEND + _ROW * len(coverage)
    bars = Markup("").join(
        _bar(AREAS[area], counts, _LEGEND + _ROW * place)
        for place, (area, counts) in enumerate(coverage.items())
    )
    return Markup(
        '<svg class="chart" role="img" aria-labelledby="chart-title chart-description" '
        'width="100%" height="{height}" xmlns="http://www.w3.org/2000/svg">'
        '<title id="chart-title">What the statements say, by area</title>'
        '<desc id="chart-description">{description}</desc>{patterns}{legend}{bars}</svg>'
    ).format(
        height=height,
        description=_describe(coverage),
        patterns=_PATTERNS,
        legend=_legend(),
        bars=bars,
    )


def _bar(name: str, counts: Mapping[AreaVerdict, int], top: int) -> Markup:
    return Markup('<text class="chart-name" x="0" y="{y}">{name}</text>{segments}').format(
        y=top + _NAME, name=name, segments=Markup("").join(_segments(counts, top + _BAR))
    )


def _segments(counts: Mapping[AreaVerdict, int], top: int) -> Iterator[Markup]:
    total = sum(counts.values())
    left = 0.0
    for verdict in _STRONGEST_FIRST:
        share = counts[verdict] / total if total else 0.0
        if share:
            yield _box(verdict, left, share, top)
        if share >= _LEAST_LABELLED:
            yield _number(counts[verdict], verdict, left + share / 2, top)
        left += share


def _box(verdict: AreaVerdict, left: float, share: float, top: int) -> Markup:
    return Markup(
        '<rect class="chart-box" fill="{fill}" x="{x:.2%}" y="{y}" width="{width:.2%}" '
        'height="{height}"/>'
    ).format(fill=_FILLS[verdict], x=left, y=top, width=share, height=_BAR_HEIGHT)


def _number(count: int, verdict: AreaVerdict, middle: float, top: int) -> Markup:
    return Markup(
        '<text class="chart-number chart-number-{verdict}" x="{x:.2%}" y="{y}">{count}</text>'
    ).format(verdict=verdict, x=middle, y=top + 16, count=count)


def _legend() -> Markup:
    return Markup("").join(
        Markup(
            '<svg x="{x}%" y="{y}"><rect class="chart-box" fill="{fill}" x="1" y="1" width="22" '
            'height="14"/><text class="chart-key" x="30" y="13">{words}</text></svg>'
        ).format(
            x=50 * (place % 2),
            y=24 * (place // 2),
            fill=_FILLS[verdict],
            words=AREA_VERDICTS_IN_BRIEF[verdict],
        )
        for place, verdict in enumerate(_STRONGEST_FIRST)
    )


def _describe(coverage: Mapping[ContentArea, Mapping[AreaVerdict, int]]) -> str:
    return " ".join(f"{AREAS[area]}: {_in_words(counts)}." for area, counts in coverage.items())


def _in_words(counts: Mapping[AreaVerdict, int]) -> str:
    return ", ".join(f"{counts[v]} {AREA_VERDICTS_IN_BRIEF[v].lower()}" for v in _STRONGEST_FIRST)
