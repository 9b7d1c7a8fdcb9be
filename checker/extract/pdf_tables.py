"""Ruled tables on a PDF page, found by pdfplumber from their lines."""

import logging
from io import BytesIO

import pdfplumber

from checker.extract.pdf_glyphs import Box, Table

_LOG = logging.getLogger(__name__)


def find_tables(content: bytes, number: int) -> list[Table]:
    """The tables of page `number` (from 1); a single box around text is none."""
    try:
        with pdfplumber.open(BytesIO(content), pages=[number]) as pdf:
            page = pdf.pages[0]
            height = float(page.height)
            tables = [table.cells for table in page.find_tables() if len(table.cells) > 1]
    except Exception:  # noqa: BLE001 - pdfminer raises anything on files that PDFium can read
        _LOG.warning("page %s is read without its tables", number, exc_info=True)
        return []
    return [
        [
            Box(left, height - bottom, right, height - top)
            for left, top, right, bottom in sorted(cells, key=lambda cell: (cell[1], cell[0]))
        ]
        for cells in tables
    ]
