"""Sets passages in lines of type: what stands on each line, and where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf

from checker.evaluation.fidelity.fashion import Fashion
from checker.evaluation.fidelity.source import ENUMERATOR, Passage
from checker.evaluation.fidelity.wrapping import Room, fill, pieces_of
from checker.model import BlockKind

_BULLET = "•"
_WIDEST_SPACE = 1.5  # letters: a line that needs wider spaces to be justified is left ragged
_AROUND = 14  # points of white space between a hole and the text around it
_PADDING = 6  # points of white space in the cell of a table
_FEWEST_LINES = 4  # that a heading needs below it to stand in a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on a page, in points from its lower left corner, as in a PDF."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where lines may stand on a page, and what they flow around."""

    page: int
    area: Area
    hole: Area | None = None

    def edges(self, base: float, height: float) -> tuple[float, float]:
        """Left and right edge of a line that stands on `base`."""
        left, right = self.area.left, self.area.right
        hole = self.hole
        if not hole or base > hole.top or base + height < hole.bottom:
            return left, right
        return (left, hole.left - _AROUND) if hole.left > left else (hole.right + _AROUND, right)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeLine:
    """Words on one base line."""

    page: int
    x: float
    y: float
    text: str
    font: str
    size: float
    word_space: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The rules around a cell of a table."""

    page: int
    area: Area


class Typesetter:
    """Sets passages in a row of frames, in one fashion."""

    def __init__(self, frames: Iterator[Frame], fashion: Fashion) -> None:
        self._frames = frames
        self._fashion = fashion
        self._before: Passage | None = None
        self.lines: list[TypeLine] = []
        self._frame = next(frames)
        self._base = self._frame.area.top

    def set(self, passages: Iterable[Passage]) -> list[TypeLine]:
        """Sets the passages; all lines up to now, in reading order."""
        for passage in passages:
            if self._before:
                self._space(self._before, passage)
            is_first = self._before is None or self._before.kind is BlockKind.HEADING
            self._set(passage, is_first=is_first)
            self._before = passage
        return self.lines

    def set_row(self, cells: Sequence[Passage]) -> Iterator[Rule]:
        """Sets passages beside each other, in the cells of one row of a table; the rules of it."""
        inside = [self._set_cell(cell, at, len(cells)) for at, cell in enumerate(cells)]
        bottom = min(line.y for lines in inside for line in lines) - _PADDING
        if bottom < self._frame.area.bottom and self._base < self._frame.area.top:
            self._turn()
            yield from self.set_row(cells)
            return
        for at, lines in enumerate(inside):
            cell = self._cell(at, len(cells))
            self.lines += lines
            yield Rule(page=self._frame.page, area=replace(cell, bottom=bottom))
        self._base = bottom

    def _set_cell(self, passage: Passage, at: int, cells: int) -> list[TypeLine]:
        cell = self._cell(at, cells)
        inside = replace(cell, left=cell.left + _PADDING, right=cell.right - _PADDING)
        frame = Frame(page=self._frame.page, area=inside)
        return Typesetter(iter([frame]), self._fashion).set([passage])

    def _cell(self, at: int, cells: int) -> Area:
        area = self._frame.area
        width = (area.right - area.left) / cells
        left = area.left + at * width
        return Area(left=left, bottom=-inf, right=left + width, top=self._base)

    def _turn(self) -> None:
        self._frame = next(self._frames)
        self._base = self._frame.area.top

    def _space(self, before: Passage, passage: Passage) -> None:
        """White space between two passages; a heading is not left alone at a column's end."""
        fashion = self._fashion
        in_list = passage.kind is before.kind is BlockKind.LIST_ITEM
        self._base -= fashion.gap * (0.3 if in_list else 1)
        if passage.kind is BlockKind.HEADING:
            self._base -= 0.3 * fashion.leading
            if self._base - _FEWEST_LINES * fashion.leading < self._frame.area.bottom:
                self._turn()

    def _set(self, passage: Passage, *, is_first: bool) -> None:
        fashion = self._fashion
        font, size = _font(passage, fashion)
        item = passage.kind is BlockKind.LIST_ITEM
        indent = 1.5 * size * max(passage.level, 1) if item else 0
        first = fashion.indent if passage.kind is BlockKind.PARAGRAPH and not is_first else 0
        bullet = item and not ENUMERATOR.match(passage.text)
        pieces = pieces_of(passage.text, ligatures=fashion.ligatures)
        hyphenated = fashion.hyphenated and passage.kind is not BlockKind.HEADING
        while pieces:
            left, right = self._next_line(fashion.leading * size / fashion.size)
            left += indent + first
            room = Room(right - left, font, size)
            text = fill(pieces, room, hyphenated=hyphenated)
            if bullet:
                self._put(left - size, _BULLET, font, size)
            last = not pieces or passage.kind is BlockKind.HEADING
            self._put(left, text, font, size, 0 if last else room.left_by(text))
            first, bullet = 0, False

    def _next_line(self, leading: float) -> tuple[float, float]:
        """Moves on to the next line; its left and right edge."""
        self._base = self._stand(self._base - leading)
        if self._base < self._frame.area.bottom:
            self._turn()
            self._base = self._stand(self._base - leading)
        return self._frame.edges(self._base, leading)

    def _stand(self, base: float) -> float:
        """The highest place, from `base` on down, where a line may stand."""
        if not self._fashion.on_grid:
            return base
        top, leading = self._frame.area.top, self._fashion.leading
        return top - leading * ceil((top - base) / leading - 0.01)

    def _put(self, x: float, text: str, font: str, size: float, room: float = 0) -> None:
        spaces = text.count(" ")
        space = room / spaces if spaces and self._fashion.justified else 0
        self.lines.append(
            TypeLine(
                page=self._frame.page,
                x=x,
                y=self._base,
                text=text,
                font=font,
                size=size,
                word_space=space if space < _WIDEST_SPACE * size else 0,
            )
        )


def _font(passage: Passage, fashion: Fashion) -> tuple[str, float]:
    if passage.kind is not BlockKind.HEADING:
        return fashion.plain, fashion.size
    step = (fashion.heading - 1) * max(4 - passage.level, 0) / 3
    return fashion.bold, fashion.size * (1 + step)
