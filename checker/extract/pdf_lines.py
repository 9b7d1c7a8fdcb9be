"""The lines of a PDF page, from the fragments of its rows and where they stand."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.extract.lines import Line
from checker.extract.pdf_fragments import Cell, Fragment
from checker.extract.places import Place

_COLUMNS = 2  # times that the text of a page goes up again; in tables it does more often
_SHORT_CELL = 3  # lines; longer cells hold paragraphs


def lines_of_fragments(fragments: Sequence[Fragment], height: float) -> list[Line]:
    """The lines of a page of this `height`; the cells of ruled tables row by row."""
    ordered = _in_cell_order(fragments)
    numbers = _numbers(ordered)
    usual = _usual_gap(ordered)
    lines: list[Line] = []
    before: Fragment | None = None
    for fragment, number in zip(ordered, numbers, strict=True):
        gap = 1.0  # above the first line, another cell, the top of a column
        if before and before.cell is fragment.cell:
            blank = _gap(before, fragment) - usual
            gap = blank if blank >= -0.7 else gap
        cell = fragment.cell if number else None
        lines.append(
            Line(
                text=fragment.text,
                left=fragment.left,
                right=fragment.right,
                top=fragment.top / height,
                gap=gap,
                size=fragment.size,
                bold=fragment.bold,
                cell=number,
                row=cell.row if cell else 0,
                column=cell.column if cell else 0,
                place=Place(fragment.first, fragment.top / height, fragment.bottom / height),
            )
        )
        before = fragment
    return lines


def stand_side_by_side(fragments: Sequence[Fragment]) -> bool:
    """Whether some fragments stand beside others, as in the cells of a table.

    (A page that goes up again but twice has columns.)
    """
    rises = sum(
        fragment.top < before.top + before.size / 2 for before, fragment in pairwise(fragments)
    )
    return rises > _COLUMNS or any(fragment.alone for fragment in fragments)


def _in_cell_order(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """Fragments outside of tables as they come; each table at once, where it first appears."""
    tables: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        if fragment.cell:
            tables.setdefault(fragment.cell.table, []).append(fragment)
    if not tables:
        return fragments
    ordered: list[Fragment] = []
    for fragment in fragments:
        if not fragment.cell:
            ordered.append(fragment)
        elif held := tables.pop(fragment.cell.table, []):
            ordered += sorted(held, key=lambda each: each.cell or ())
    return ordered


def _numbers(fragments: Sequence[Fragment]) -> list[int]:
    """For each fragment the number of the cell that it is a line of; 0 where it is in none.

    The lines of a long cell are those of paragraphs.
    """
    lengths = Counter(fragment.cell for fragment in fragments if fragment.cell)
    known: dict[Cell, int] = {}
    numbers: list[int] = []
    for place, fragment in enumerate(fragments, 1):
        number = place if fragment.alone else 0
        if fragment.cell:
            is_short = lengths[fragment.cell] <= _SHORT_CELL
            number = known.setdefault(fragment.cell, place) if is_short else 0
        numbers.append(number)
    return numbers


def _gap(before: Fragment, fragment: Fragment) -> float:
    return (fragment.top - before.bottom) / fragment.size


def _usual_gap(fragments: Sequence[Fragment]) -> float:
    """The distance of lines within paragraphs: the lower quartile, as paragraphs are longer."""
    gaps = sorted(
        gap
        for before, fragment in pairwise(fragments)
        if before.size == fragment.size and -0.5 < (gap := _gap(before, fragment)) < 1.5
    )
    return gaps[len(gaps) // 4] if gaps else 0.2
