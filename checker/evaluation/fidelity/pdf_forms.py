"""A text as PDF: in one column, in two, around a side box."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from checker.evaluation.fidelity.fashion import Fashion
from checker.evaluation.fidelity.printing import Mark, Shade, print_pdf
from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.source import Passage, Text
from checker.evaluation.fidelity.typesetting import Area, Frame, TypeLine, Typesetter
from checker.extract import MediaType
from checker.model import BlockKind

_MOST_CELLS = 8
_LONGEST_CELL = 800  # characters
_GUTTER = 22  # points between two columns
_OWNER = "Thurne & Bure Holdings plc"
_ASIDE = (
    (
        "At a glance",
        "We buy from 212 suppliers in nine countries.",
        "Sixty-one of them were visited by our own buyers in the past twelve months.",
    ),
    (
        "In the words of a buyer",
        "“I used to ask about prices only, and now I ask who carries the crates.”",
        "Marit Oldershaw, buyer",
    ),
)


def one_column(text: Text) -> Rendering:
    """One column from margin to margin, without furniture."""
    fashion = Fashion.drawn(text.chance("one column"))
    lines = Typesetter(_frames(fashion, columns=1), fashion).set(text.passages)
    return Rendering(content=print_pdf(lines, fashion), media_type=MediaType.PDF)


def two_columns(text: Text) -> Rendering:
    """Two columns drawn one after the other, with running header, footer and page numbers."""
    chance = text.chance("two columns")
    fashion = Fashion.drawn(chance)
    lines = Typesetter(_frames(fashion, columns=2), fashion).set(text.passages)
    marks = [*lines, *_furniture(text, lines, fashion, chance)]
    return Rendering(content=print_pdf(marks, fashion), media_type=MediaType.PDF)


def two_columns_by_row(text: Text) -> Rendering:
    """The same, drawn row by row across both columns."""
    chance = text.chance("two columns by row")
    fashion = Fashion.drawn(chance)
    lines = Typesetter(_frames(fashion, columns=2), fashion).set(text.passages)
    marks = [*lines, *_furniture(text, lines, fashion, chance)]
    marks.sort(key=lambda line: (line.page, -round(line.y), line.x))
    return Rendering(content=print_pdf(marks, fashion), media_type=MediaType.PDF)


def side_box(text: Text) -> Rendering:
    """One column that flows around a shaded box on the first pages, drawn amid its lines."""
    chance = text.chance("side box")
    fashion = Fashion.drawn(chance)
    boxes = [_box(words, page, fashion, chance) for page, words in enumerate(_ASIDE, 1)]
    holes = {shade.page: shade.area for shade, _ in boxes}
    lines = Typesetter(_frames(fashion, columns=1, holes=holes), fashion).set(text.passages)
    shown = [box for box in boxes if box[0].page <= lines[-1].page]
    marks: list[Mark] = list(lines)
    for shade, inside in shown:
        on_page = [place for place, mark in enumerate(marks) if mark.page == shade.page]
        middle = on_page[len(on_page) // 2]
        marks[middle:middle] = [shade, *inside]
    beside = tuple(p for words in _ASIDE[: len(shown)] for p in _aside(words))
    return Rendering(content=print_pdf(marks, fashion), media_type=MediaType.PDF, beside=beside)


def table(text: Text) -> Rendering:
    """One column with some of the passages in a ruled table, two to a row."""
    fashion = Fashion.drawn(text.chance("table"))
    typesetter = Typesetter(_frames(fashion, columns=1), fashion)
    first, last = _tabled(text.passages)
    typesetter.set(text.passages[:first])
    cells = [replace(each, kind=BlockKind.PARAGRAPH) for each in text.passages[first:last]]
    rules = [rule for k in range(0, len(cells), 2) for rule in typesetter.set_row(cells[k : k + 2])]
    lines = typesetter.set(text.passages[last:])
    return Rendering(content=print_pdf([*rules, *lines], fashion), media_type=MediaType.PDF)


def _tabled(passages: Sequence[Passage]) -> tuple[int, int]:
    """From where to where passages stand in a table: the longest stretch that fits into cells."""
    outside = [
        at
        for at, each in enumerate(passages)
        if each.kind is BlockKind.HEADING or len(each.text) > _LONGEST_CELL
    ]
    stretches = pairwise([-1, *outside, len(passages)])
    start, end = max(stretches, key=lambda ends: ends[1] - ends[0])
    return start + 1, min(end, start + 1 + _MOST_CELLS)


def _frames(
    fashion: Fashion, *, columns: int, holes: dict[int, Area] | None = None
) -> Iterator[Frame]:
    """The columns of one page after another, without end."""
    width, height = fashion.page
    column = (width - 2 * fashion.margin - (columns - 1) * _GUTTER) / columns
    for page in count(1):
        for number in range(columns):
            left = fashion.margin + number * (column + _GUTTER)
            area = Area(
                left=left,
                bottom=fashion.margin,
                right=left + column,
                top=height - fashion.margin,
            )
            yield Frame(page=page, area=area, hole=(holes or {}).get(page))


def _furniture(
    text: Text, lines: Sequence[TypeLine], fashion: Fashion, chance: Random
) -> Iterator[TypeLine]:
    """Running header, footer and number of every page."""
    header = chance.choice([_OWNER, f"{_OWNER} | Annual statement", text.passages[0].text[:60]])
    footer = chance.choice(["{page}", "Page {page} of {last}", "{page} | " + _OWNER])
    size = fashion.size * 0.8
    width, height = fashion.page
    last = lines[-1].page
    odd = chance.choice([0, 0.5, 1])
    even = chance.choice([odd, 1 - odd])
    for page in range(1, last + 1):
        for words, y in (
            (header, height - 0.55 * fashion.margin),
            (footer.format(page=page, last=last), 0.5 * fashion.margin),
        ):
            room = width - 2 * fashion.margin - stringWidth(words, fashion.plain, size)
            x = fashion.margin + room * (odd if page % 2 else even)
            yield TypeLine(page=page, x=x, y=y, text=words, font=fashion.plain, size=size)


def _box(
    words: Sequence[str], page: int, fashion: Fashion, chance: Random
) -> tuple[Shade, list[TypeLine]]:
    """A shaded box at the left or right margin of the page, and the lines in it."""
    width, height = fashion.page
    breadth = 0.32 * (width - 2 * fashion.margin)
    left = chance.choice([fashion.margin, width - fashion.margin - breadth])
    top = height - fashion.margin - chance.uniform(0.1, 0.4) * height
    inner = Area(left=left + 14, bottom=0, right=left + breadth - 14, top=top - 8)
    frames = iter([Frame(page=page, area=inner)])
    lines = Typesetter(frames, fashion).set(_aside(words))
    area = Area(left=left, bottom=lines[-1].y - 12, right=left + breadth, top=top)
    return Shade(page=page, area=area), lines


def _aside(words: Sequence[str]) -> list[Passage]:
    heading, *rest = words
    return [
        Passage(kind=BlockKind.HEADING, text=heading, level=3),
        *(Passage(kind=BlockKind.PARAGRAPH, text=each) for each in rest),
    ]


LAYOUTS: dict[str, Callable[[Text], Rendering]] = {
    layout.__name__: layout
    for layout in (one_column, two_columns, two_columns_by_row, side_box, table)
}
"""How a page may be laid out, by name."""
