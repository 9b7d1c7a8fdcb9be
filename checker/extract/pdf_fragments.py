"""The pieces that the rows of a PDF page fall into: at wide gaps, and at the borders of cells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from checker.extract.cleaning import clean, clean_with_origins
from checker.extract.lines import enumerator, list_mark
from checker.extract.pdf_glyphs import Floats, Glyphs, PlainRow
from checker.extract.pdf_gutters import Box, find_gutters
from checker.extract.places import Places

_WIDE = 2.0  # times the height of letters: white space that sets two pieces of a row apart
_NARROW = 0.7  # times the height of letters: the spaces of most justified lines are narrower


class Cell(NamedTuple):
    """A cell of a ruled table.

    Attributes:
        table: Number of the table on its page.
        row: From 1.
        column: From 1.
        box: Inside its borders.
    """

    table: int
    row: int
    column: int
    box: Box


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
        alone: Whether it shares its row with another piece, or is turned on its side.
        cell: The cell that holds it; None outside of ruled tables.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    first: int
    alone: bool = False
    cell: Cell | None = None


class _Piece(NamedTuple):
    """Characters text[start:end] of a page that belong together, something to see at both ends."""

    start: int
    end: int
    box: Box
    bold: bool
    alone: bool = False
    cell: Cell | None = None


def read_fragments(glyphs: Glyphs, places: Places, cells: Sequence[Cell] = ()) -> list[Fragment]:
    """The fragments of a page in the order in which it draws them.

    Their characters are added to `places`.
    """
    pieces = list(_pieces(glyphs, cells))
    width, _ = glyphs.frame.size
    base = places.add(glyphs.lefts / width, glyphs.rights / width)
    fragments: list[Fragment] = []
    for start, end, box, bold, alone, cell in pieces:
        raw = glyphs.text[start:end]
        text, first = clean(raw), base + start
        if not text:
            continue
        if text != raw:
            text, origins = clean_with_origins(raw)
            lefts, rights = glyphs.lefts[start:end][origins], glyphs.rights[start:end][origins]
            first = places.add(lefts / width, rights / width)
        size = round(2 * (box.bottom - box.top)) / 2 or 0.5
        fragments.append(Fragment(text, *box, size, bold, first, alone, cell))
    return fragments


def _pieces(glyphs: Glyphs, cells: Sequence[Cell]) -> Iterator[_Piece]:
    plain: list[PlainRow] = []
    rows: list[PlainRow | tuple[int, int]] = []
    for start, end in glyphs.rows():
        row = None if cells else glyphs.plain_row(start, end)
        if row:
            plain.append(row)
        rows.append(row or (start, end))
    has_gap = iter(glyphs.spread(plain))
    read: list[_Piece | _Row] = []
    for known in rows:
        if isinstance(known, PlainRow) and not next(has_gap):
            box = Box(known.left, known.top, known.right, known.bottom)
            read.append(_Piece(known.start, known.end, box, known.face.bold))
        else:
            read.append(_row(glyphs, known[0], known[1]))
    gutters = _find_gutters(read)
    for row_or_piece in read:
        if isinstance(row_or_piece, _Piece):
            yield row_or_piece
        else:
            yield from _split(glyphs, row_or_piece, cells, gutters)


class _Row(NamedTuple):
    """A row each glyph of which was asked for: what is to be seen in it."""

    places: list[int]  # in the text of the page
    boxes: Floats


def _row(glyphs: Glyphs, start: int, end: int) -> _Row:
    seen = [place for place in range(start, end) if not glyphs.text[place].isspace()]
    boxes = glyphs.boxes(start, end)
    return _Row(seen, boxes[[place - start for place in seen]])


def _find_gutters(read: Sequence[_Piece | _Row]) -> list[float]:
    """The gutters at which rows are to be split."""
    words = [[row.box] if isinstance(row, _Piece) else list(_words(row)) for row in read]
    if all(len(row) == 1 for row in words):
        return []
    return find_gutters([word for row in words for word in row])


def _words(row: _Row) -> Iterator[Box]:
    """What is to be seen of a row, set apart where white space is wider than most spaces."""
    left, top, right, bottom = row.boxes.T
    height = np.maximum(bottom - top, 1)[1:]
    apart = (left[1:] - right[:-1] > _NARROW * height) | (left[1:] < left[:-1] - height)
    for part in np.split(row.boxes, np.flatnonzero(apart) + 1):
        yield _box_around(part)


def _split(
    glyphs: Glyphs, row: _Row, cells: Sequence[Cell], gutters: Sequence[float]
) -> Iterator[_Piece]:
    """The pieces of a row."""
    places, boxes = row
    holders = _cells_of(boxes, cells)
    parts: list[tuple[int, int]] = []
    begun = 0
    for place in _breaks(boxes, holders, gutters):
        turns = holders[place] is not holders[place - 1]
        if turns or not _is_mark(glyphs.text[places[begun] : places[place]]):
            parts.append((begun, place))
            begun = place
    parts.append((begun, len(places)))
    for first, last in parts:
        yield _piece(
            glyphs,
            places[first:last],
            boxes[first:last],
            cell=holders[first],
            shared=len(parts) > 1,
        )


def _breaks(boxes: Floats, holders: Sequence[Cell | None], gutters: Sequence[float]) -> list[int]:
    """Which glyphs stand on another row than the one before, far from it, or in another cell."""
    left, top, right, bottom = boxes.T
    height = np.maximum(bottom - top, 1)
    middle = (top[1:] + bottom[1:]) / 2
    broken = left[1:] - right[:-1] > _WIDE * height[1:]
    broken |= left[1:] < left[:-1] - _WIDE * height[1:]
    broken |= (middle > bottom[:-1]) | (middle < top[:-1] - height[:-1] / 2)
    for gutter in gutters:
        broken |= (right[:-1] <= gutter) & (gutter < left[1:])
    broken |= np.array([each is not before for before, each in pairwise(holders)], dtype=bool)
    return [int(place) + 1 for place in np.flatnonzero(broken)]


def _cells_of(boxes: Floats, cells: Sequence[Cell]) -> list[Cell | None]:
    """For each glyph the cell that holds its middle."""
    holders: list[Cell | None] = [None] * len(boxes)
    across, down = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    for cell in cells:
        left, top, right, bottom = cell.box
        held = (left <= across) & (across < right) & (top < down) & (down <= bottom)
        for index in np.flatnonzero(held):
            holders[index] = holders[index] or cell
    return holders


def _is_mark(text: str) -> bool:
    """Whether a piece is the bullet or number of the list item that follows it on its row."""
    words = text.strip()
    return words in {list_mark(words).strip(), enumerator(words).strip()}


def _piece(
    glyphs: Glyphs, places: Sequence[int], boxes: Floats, *, cell: Cell | None, shared: bool
) -> _Piece:
    left, top, right, bottom = boxes.T
    ends = (places[0], places[len(places) // 2], places[-1])
    is_tall = bottom.max() - top.min() > right.max() - left.min()
    return _Piece(
        places[0],
        places[-1] + 1,
        _box_around(boxes),
        bold=all(glyphs.is_bold(place) for place in ends),
        alone=shared or bool(is_tall and glyphs.is_turned(places[0])),
        cell=cell,
    )


def _box_around(boxes: Floats) -> Box:
    left, top, right, bottom = boxes.T
    return Box(float(left.min()), _median(top), float(right.max()), _median(bottom))


def _median(numbers: Floats) -> float:
    return float(np.sort(numbers)[len(numbers) // 2])
