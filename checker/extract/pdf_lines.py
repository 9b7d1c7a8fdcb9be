"""The lines of a PDF page, from the fragments of its rows and where they stand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium

from checker.extract.lines import Line, join_lines, lines_of_text
from checker.extract.pdf_glyphs import HYPHENS, Cell, Fragment

_SHORT_CELL = 3  # lines; longer cells hold paragraphs


def stand_side_by_side(fragments: Sequence[Fragment]) -> bool:
    """Whether some fragments stand beside the one before, as in the cells of a table."""
    return any(
        fragment.alone or fragment.box.top > before.box.top - before.size / 2
        for before, fragment in pairwise(fragments)
    )


def lines_of_fragments(fragments: Sequence[Fragment], height: float) -> list[Line]:
    """The lines of a page of this `height`; cells of tables row by row."""
    lines: list[Line] = []
    ordered = _in_cell_order(fragments)
    usual = _usual_gap(ordered)
    before: Fragment | None = None
    for fragment in ordered:
        gap = _gap(before, fragment) - usual if before else 1.0
        if before and (gap < -0.7 or before.cell != fragment.cell):
            gap = 1.0  # the top of a column, or another cell
        lines.append(
            Line(
                text=fragment.text,
                left=fragment.box.left,
                right=fragment.box.right,
                top=1 - fragment.box.top / height,
                gap=gap,
                size=fragment.size,
                bold=fragment.bold,
                cell=fragment.alone,
            )
        )
        before = fragment
    return lines


def lines_of_turned_page(text_page: pdfium.PdfTextPage) -> list[Line]:
    """The lines of a page that is shown turned, without regard to where they are."""
    text: str = text_page.get_text_range()
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "-\n")
    return lines_of_text(text)


def _in_cell_order(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Fragments outside of tables as they come; each table at once, where it first appears.

    The lines of a short cell become one fragment.
    """
    tables: dict[int, dict[Cell, list[Fragment]]] = {}
    for fragment in fragments:
        if fragment.cell:
            cells = tables.setdefault(fragment.cell[0], {})
            cells.setdefault(fragment.cell, []).append(fragment)
    ordered: list[Fragment] = []
    for fragment in fragments:
        if not fragment.cell:
            ordered.append(fragment)
        elif cells := tables.pop(fragment.cell[0], {}):
            for cell in sorted(cells):
                ordered += _merge_cell(cells[cell])
    return ordered


def _merge_cell(lines: Sequence[Fragment]) -> list[Fragment]:
    if len(lines) > _SHORT_CELL:
        return [replace(line, alone=False) for line in lines]
    text, _ = join_lines([_line(line) for line in lines], frozenset())
    return [replace(lines[0], text=text, alone=True)]


def _line(fragment: Fragment) -> Line:
    return Line(text=fragment.text, left=fragment.box.left, right=fragment.box.right, top=0.0)


def _gap(before: Fragment, fragment: Fragment) -> float:
    return (before.box.bottom - fragment.box.top) / fragment.size


def _usual_gap(fragments: Sequence[Fragment]) -> float:
    """The distance of lines within paragraphs: the lower quartile, as paragraphs are longer."""
    gaps = sorted(
        gap
        for before, fragment in pairwise(fragments)
        if before.size == fragment.size and -0.5 < (gap := _gap(before, fragment)) < 1.5
    )
    return gaps[len(gaps) // 4] if gaps else 0.2
