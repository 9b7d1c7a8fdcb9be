"""The lines of a PDF page, from the fragments of its rows and where they stand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from checker.extract.lines import Line, is_finished
from checker.extract.pdf.fragments import Fragment
from checker.extract.pdf.rows import Cell
from checker.extract.places import Place

_ENOUGH = 3  # lines that certainly go on
_SHORT_CELL = 3  # lines; longer cells hold paragraphs


def lines_of_fragments(fragments: Sequence[Fragment], height: float, usual: float) -> list[Line]:
    """The lines of a page of this `height`; the cells of ruled tables row by row.

    `usual` is the distance of the lines of its paragraphs, in letter heights.
    """
    ordered = _in_cell_order(fragments)
    numbers = _numbers(ordered)
    lines: list[Line] = []
    before: Fragment | None = None
    for fragment, number in zip(ordered, numbers, strict=True):
        gap = 1.0  # above the first line, another cell, the top of a column
        if before and before.cell == fragment.cell and fragment.top > before.top - before.size / 2:
            gap = before.distance(fragment) - usual
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
                element=fragment.element,
            )
        )
        before = fragment
    return lines


def usual_gap(pages: Iterable[Sequence[Fragment]]) -> float:
    """The distance of lines within the paragraphs of a document, in letter heights.

    It shows where a sentence certainly goes on; else the lower quartile of all will do, as
    distances between paragraphs are longer.
    """
    gaps: list[float] = []
    certain: list[float] = []
    for fragments in pages:
        for before, fragment in pairwise(fragments):
            if before.size == fragment.size and -0.5 < (gap := before.distance(fragment)) < 1.5:
                gaps.append(gap)
                if fragment.text[0].islower() and not is_finished(before.text):
                    certain.append(gap)
    if len(certain) >= _ENOUGH:
        return median(certain)
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.2


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
    known = dict[Cell, int]()
    numbers: list[int] = []
    for place, fragment in enumerate(fragments, 1):
        number = place if fragment.apart else 0
        if fragment.cell:
            is_short = lengths[fragment.cell] <= _SHORT_CELL
            number = known.setdefault(fragment.cell, place) if is_short else 0
        numbers.append(number)
    return numbers
