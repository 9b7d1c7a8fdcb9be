"""The rows of a PDF page that were asked for glyph by glyph, and the parts they are split into."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from checker.extract.lines import is_lone_mark
from checker.extract.pdf.glyphs import Glyphs
from checker.extract.pdf.gutters import Box

Numbers = npt.NDArray[np.intp]

_WIDE = 2.0  # times the height of letters: white space that sets two parts of a row apart
_NARROW = 0.7  # times the height of letters: the spaces of most justified lines are narrower


class Cell(NamedTuple):
    """A cell of a table that is ruled, or named by tags.

    Attributes:
        table: Number of the table on its page; below 0 for one that is named by tags.
        row: From 1.
        column: From 1.
        box: Inside its borders; empty where tags name it.
    """

    table: int
    row: int
    column: int
    box: Box


class Part(NamedTuple):
    """A part of a row: characters text[start:end] of the page, something to see at both ends.

    Attributes:
        start: First character.
        end: One past the last.
        middle: One in the middle that is seen.
        box: Around its letters.
        is_tall: Whether it is higher than wide.
        cell: The cell that holds it.
    """

    start: int
    end: int
    middle: int
    box: Box
    is_tall: bool
    cell: Cell | None


class ExactRows:
    """Rows of a page; all their glyphs are looked at together, which is quicker."""

    def __init__(self, glyphs: Glyphs, rows: Sequence[tuple[int, int]]) -> None:
        self._text = glyphs.text
        seen = [np.flatnonzero(glyphs.seen[start:end]) + start for start, end in rows]
        lengths = np.array([len(row) for row in seen], np.intp)
        self._places = np.concatenate(seen) if seen else np.zeros(0, np.intp)
        self._boxes = glyphs.boxes(self._places)
        self._starts = np.cumsum(lengths) - lengths  # of rows, among what is seen

    def words(self) -> list[list[Box]]:
        """For each row what is to be seen, set apart by more than most spaces."""
        if not len(self._starts):
            return []
        bounds = self._bounds(self._apart(_NARROW))
        lefts = np.minimum.reduceat(self._boxes[:, 0], bounds).tolist()
        rights = np.maximum.reduceat(self._boxes[:, 2], bounds).tolist()
        tops, bottoms = self._boxes[bounds, 1].tolist(), self._boxes[bounds, 3].tolist()
        boxes = list(map(Box, lefts, tops, rights, bottoms))
        return [boxes[first:last] for first, last in self._by_row(bounds)]

    def split(self, gutters: Sequence[float], cells: Sequence[Cell]) -> Iterator[list[Part]]:
        """The parts of each row: at wide gaps, gutters, borders of `cells`, other heights."""
        if not len(self._starts):
            return
        left, top, right, bottom = self._boxes.T
        height = np.maximum(bottom - top, 1)
        middle = (top[1:] + bottom[1:]) / 2
        apart = self._apart(_WIDE)
        apart[1:] |= (middle > bottom[:-1]) | (middle < top[:-1] - height[:-1] / 2)
        for gutter in gutters:
            apart[1:] |= (right[:-1] <= gutter) & (gutter < left[1:])
        holders = self._holders(cells)
        borders = np.append(False, holders[1:] != holders[:-1])
        kept = self._without_marks(self._bounds(apart | borders), borders)
        parts = self._parts(kept, holders, cells)
        for first, last in self._by_row(kept):
            yield parts[first:last]

    def _apart(self, times: float) -> npt.NDArray[np.bool_]:
        """Which glyphs stand as many letter heights right of the one before, or left of it."""
        left, top, right, bottom = self._boxes.T
        far = times * np.maximum(bottom - top, 1)[1:]
        apart = (left[1:] - right[:-1] > far) | (left[1:] < left[:-1] - far)
        return np.append(False, apart)

    def _bounds(self, apart: npt.NDArray[np.bool_]) -> Numbers:
        """Where rows begin, and where they are set apart."""
        return np.union1d(self._starts, np.flatnonzero(apart))

    def _by_row(self, bounds: Numbers) -> Iterator[tuple[int, int]]:
        """For each row the first and one past the last of its `bounds`."""
        firsts = np.searchsorted(bounds, self._starts).tolist()
        return zip(firsts, [*firsts[1:], len(bounds)], strict=True)

    def _holders(self, cells: Sequence[Cell]) -> Numbers:
        """For each glyph the number of the cell that holds its middle; -1 for none."""
        left, top, right, bottom = self._boxes.T
        across, down = (left + right) / 2, (top + bottom) / 2
        holders = np.full(len(self._boxes), -1, np.intp)
        for number, cell in enumerate(cells):
            x0, y0, x1, y1 = cell.box
            held = (x0 <= across) & (across < x1) & (y0 < down) & (down <= y1)
            holders[held & (holders < 0)] = number
        return holders

    def _without_marks(self, bounds: Numbers, borders: npt.NDArray[np.bool_]) -> Numbers:
        """The bounds but for those after the bullet or number of a list item."""
        starts = set(self._starts.tolist())
        kept: list[int] = []
        for bound in bounds.tolist():
            if (
                bound in starts
                or borders[bound]
                or not is_lone_mark(self._text[self._places[kept[-1]] : self._places[bound]])
            ):
                kept.append(bound)
        return np.array(kept, np.intp)

    def _parts(self, bounds: Numbers, holders: Numbers, cells: Sequence[Cell]) -> list[Part]:
        left, top, right, bottom = self._boxes.T
        lasts = np.append(bounds[1:], len(self._places)) - 1
        middles = (bounds + lasts) // 2
        three = np.stack([bounds, middles, lasts])
        lefts, rights = np.minimum.reduceat(left, bounds), np.maximum.reduceat(right, bounds)
        heights = np.maximum.reduceat(bottom, bounds) - np.minimum.reduceat(top, bounds)
        return [
            Part(start, end + 1, middle, Box(*box), is_tall, cells[holder] if holder >= 0 else None)
            for start, end, middle, box, is_tall, holder in zip(
                self._places[bounds].tolist(),
                self._places[lasts].tolist(),
                self._places[middles].tolist(),
                # A raised number at one end does not count.
                zip(
                    lefts.tolist(),
                    np.sort(top[three], axis=0)[1].tolist(),
                    rights.tolist(),
                    np.sort(bottom[three], axis=0)[1].tolist(),
                    strict=True,
                ),
                (heights > rights - lefts).tolist(),
                holders[bounds].tolist(),
                strict=True,
            )
        ]
