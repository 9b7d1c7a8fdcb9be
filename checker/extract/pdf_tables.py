"""Ruled tables on a PDF page, found by pdfplumber from their lines."""

import logging
from collections.abc import Sequence
from io import BytesIO

import pdfplumber

from checker.extract.pdf_fragments import Box, Cell

_LOG = logging.getLogger(__name__)
_NEAR = 3  # points: edges that are as near as this are one border


def find_cells(content: bytes, number: int) -> list[Cell]:
    """The cells of the tables of page `number` (from 1); a single box around text is none."""
    try:
        with pdfplumber.open(BytesIO(content), pages=[number]) as pdf:
            page = pdf.pages[0]
            tables = [table.cells for table in page.find_tables() if len(table.cells) > 1]
            left, top = page.cropbox[:2]
    except Exception:  # noqa: BLE001 - pdfminer raises anything on files that PDFium can read
        _LOG.warning("page %s is read without its tables", number, exc_info=True)
        return []
    found: list[Cell] = []
    for table, cells in enumerate(tables):
        boxes = [Box(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in cells]
        rows = _borders([box.top for box in boxes])
        columns = _borders([box.left for box in boxes])
        found += sorted(
            Cell(table, _place(rows, box.top), _place(columns, box.left), box) for box in boxes
        )
    return found


def _borders(edges: Sequence[float]) -> list[float]:
    """The borders that these upper or left edges of cells lie on."""
    borders: list[float] = []
    for edge in sorted(edges):
        if not borders or edge - borders[-1] > _NEAR:
            borders.append(edge)
    return borders


def _place(borders: Sequence[float], edge: float) -> int:
    """Number of the last of the `borders` that an edge has reached, from 1."""
    return sum(border <= edge for border in borders)
