"""The pieces that the rows of a PDF page fall into: at wide gaps, and at the borders of cells."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.extract.cleaning import clean, clean_with_origins
from checker.extract.elements import Element
from checker.extract.pdf.glyphs import Glyphs, PlainRow
from checker.extract.pdf.gutters import Box, find_gutters
from checker.extract.pdf.rows import Cell, ExactRows, Part
from checker.extract.pdf.structure import PageTags
from checker.extract.places import Places


class Fragment(NamedTuple):
    """A piece of a row: all of it, or what stands between two wide gaps or cell borders.

    Attributes:
        text: Clean.
        left: Its left edge, in points from the left of the page.
        top: Upper edge of its letters, in points from the top of the page.
        right: Its right edge.
        bottom: Lower edge of its letters.
        size: Height of its letters.
        bold: Whether it is set in a bold face.
        first: Number of its first character among all places.
        apart: Whether it shares its row with another piece, or is turned on its side.
        cell: The cell that holds it; None outside of tables that are ruled or tagged.
        element: The element that holds it, on tagged pages.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    first: int
    apart: bool = False
    cell: Cell | None = None
    element: Element | None = None

    def distance(self, below: "Fragment") -> float:
        """White space down to another one, in its letter heights; negative where they overlap."""
        return (below.top - self.bottom) / below.size


class _Piece(NamedTuple):
    """Characters text[start:end] of a page that belong together, something to see at both ends."""

    start: int
    end: int
    box: Box
    bold: bool
    apart: bool = False
    cell: Cell | None = None


def read_fragments(
    glyphs: Glyphs, places: Places, cells: Sequence[Cell] = (), tags: PageTags | None = None
) -> list[Fragment]:
    """The fragments of a page in the order in which it draws them.

    Their characters are added to `places`.
    """
    pieces = list(_pieces(glyphs, cells, tags))
    width, _ = glyphs.frame.size
    base = places.add(glyphs.lefts / width, glyphs.rights / width)
    fragments: list[Fragment] = []
    for start, end, box, bold, apart, cell in pieces:
        raw = glyphs.text[start:end]
        text, first = clean(raw), base + start
        if not text:
            continue
        if text != raw:
            text, origins = clean_with_origins(raw)
            lefts, rights = glyphs.lefts[start:end][origins], glyphs.rights[start:end][origins]
            first = places.add(lefts / width, rights / width)
        size = max(round(2 * (box.bottom - box.top)) / 2, 0.5)
        element = tags.element_of(start, end) if tags else None
        holder = (_tagged_cell(element) if element else None) or cell
        fragments.append(Fragment(text, *box, size, bold, first, apart, holder, element))
    return fragments


def _tagged_cell(element: Element) -> Cell | None:
    if not element.column:
        return None
    return Cell(-element.table, element.row, element.column, Box(0, 0, 0, 0))


def _pieces(glyphs: Glyphs, cells: Sequence[Cell], tags: PageTags | None) -> Iterator[_Piece]:
    rows = list(tags.split(glyphs.text, glyphs.rows()) if tags else glyphs.rows())
    plain = [] if cells else [row for row in map(glyphs.plain_row, rows) if row]
    gaps = glyphs.spread(plain)
    whole = {row.start: row for row, has_gap in zip(plain, gaps, strict=True) if not has_gap}
    exact = ExactRows(glyphs, [row for row in rows if row[0] not in whole])
    split = iter(exact.split(_find_gutters(rows, whole, exact), cells))
    for start, _ in rows:
        if row := whole.get(start):
            yield _Piece(row.start, row.end, row.box, row.face.bold)
        else:
            parts = next(split)
            for part in parts:
                yield _piece(glyphs, part, shared=len(parts) > 1)


def _find_gutters(
    rows: Sequence[tuple[int, int]], whole: Mapping[int, PlainRow], exact: ExactRows
) -> list[float]:
    """The gutters at which rows are to be split: none where all rows are in one piece."""
    words = exact.words()
    if all(len(row) == 1 for row in words):
        return []
    exact_words = iter(words)
    return find_gutters(
        [
            word
            for start, _ in rows
            for word in ([whole[start].box] if start in whole else next(exact_words))
        ]
    )


def _piece(glyphs: Glyphs, part: Part, *, shared: bool) -> _Piece:
    is_bold = all(map(glyphs.is_bold, (part.start, part.middle, part.end - 1)))
    turned = part.is_tall and glyphs.is_turned(part.start)
    return _Piece(part.start, part.end, part.box, is_bold, shared or turned, part.cell)
