"""The glyphs that PDFium finds on a PDF page, row by row, and the pieces that rows fall into."""

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.extract.cleaning import clean
from checker.extract.lines import enumerator, list_mark

HYPHENS = {"\x02", "\ufffe", "\xad"}  # what PDFium and fonts make of a hyphen at a line end
_WIDE = 2.0  # times the height of letters: white space that sets two pieces of a row apart
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


class Box(NamedTuple):
    """A rectangle in the coordinates of a PDF page, whose origin is at the bottom left."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: "Box") -> bool:
        """Whether the middle of `other` lies inside."""
        across, up = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= across < self.right and self.bottom <= up < self.top


Table = Sequence[Box]  # its cells, row by row
Cell = tuple[int, int]  # number of a table on its page, number of a cell in it


class _Glyph(NamedTuple):
    char: str
    position: int  # on PDFium's text page
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of a row: all of it, or what stands between two wide gaps or cell borders.

    Attributes:
        text: Without white space at its ends.
        box: Around its letters.
        size: Height of its letters.
        bold: Whether it is set in a bold face.
        alone: Whether it shares its row with another piece, or is turned on its side.
        cell: Which table of its page holds it, and which cell of that; None outside of tables.
    """

    text: str
    box: Box
    size: float
    bold: bool
    alone: bool
    cell: Cell | None = None


def read_fragments(text_page: pdfium.PdfTextPage, tables: Sequence[Table] = ()) -> list[Fragment]:
    """The fragments of a page in the order in which it draws them."""
    fragments: list[Fragment] = []
    for row in _rows(_glyphs(text_page)):
        pieces = list(_split(row, tables))
        turned = bool(pdfium_c.FPDFText_GetCharAngle(text_page, row[0].position))
        fragments += [
            _fragment(text_page, piece, cell, alone=turned or len(pieces) > 1)
            for piece, cell in pieces
        ]
    return fragments


def _glyphs(text_page: pdfium.PdfTextPage) -> Iterator[_Glyph]:
    rectangle = pdfium_c.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        pdfium_c.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(rectangle))
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        char = chr(code)
        yield _Glyph("-" if char in HYPHENS else char, index, box)


def _rows(glyphs: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """Glyphs row by row, each row with something to see at both ends."""
    row: list[_Glyph] = []
    spaces: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.char in "\r\n" or (row and _is_on_another_row(row[-1], glyph)):
            if row:
                yield row
            row, spaces = [], []
        if _is_seen(glyph.char):
            row += [*spaces, glyph] if row else [glyph]
            spaces = []
        else:
            spaces.append(glyph)
    if row:
        yield row


def _is_seen(char: str) -> bool:
    """Whether there is something to see; the private characters of symbol fonts are seen."""
    return not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf", "Cs"}


def _is_on_another_row(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether PDFium has left out a line break, as it does after a hyphen."""
    if not _is_seen(glyph.char):
        return False
    middle = (glyph.box.top + glyph.box.bottom) / 2
    height = last.box.top - last.box.bottom
    return middle < last.box.bottom or middle > last.box.top + height / 2


def _split(
    row: Sequence[_Glyph], tables: Sequence[Table]
) -> Iterator[tuple[list[_Glyph], Cell | None]]:
    """The pieces of a row with the position of the cell that holds them."""
    piece: list[_Glyph] = []
    last = row[0]
    where = _cell_of(row[0], tables)
    for glyph in row:
        if not _is_seen(glyph.char):
            piece.append(glyph)
            continue
        here = _cell_of(glyph, tables)
        height = glyph.box.top - glyph.box.bottom
        wide = glyph.box.left - last.box.right > _WIDE * height and not _is_mark(piece)
        if piece and (here != where or wide):
            yield piece, where
            piece = []
        piece.append(glyph)
        last, where = glyph, here
    yield piece, where


def _cell_of(glyph: _Glyph, tables: Sequence[Table]) -> Cell | None:
    held = (
        (number, place)
        for number, table in enumerate(tables)
        for place, cell in enumerate(table)
        if cell.holds(glyph.box)
    )
    return next(held, None)


def _is_mark(piece: Sequence[_Glyph]) -> bool:
    """Whether a piece is the bullet or number of the list item that follows it on its row."""
    text = "".join(glyph.char for glyph in piece).strip()
    return text in {list_mark(text).strip(), enumerator(text).strip()}


def _fragment(
    text_page: pdfium.PdfTextPage, piece: Sequence[_Glyph], cell: Cell | None, *, alone: bool
) -> Fragment:
    seen = [glyph for glyph in piece if _is_seen(glyph.char)]
    top = median(glyph.box.top for glyph in seen)
    bottom = median(glyph.box.bottom for glyph in seen)
    ends = (seen[0], seen[len(seen) // 2], seen[-1])
    return Fragment(
        text=clean("".join(glyph.char for glyph in piece)),
        box=Box(seen[0].box.left, bottom, max(glyph.box.right for glyph in seen), top),
        size=round(2 * (top - bottom)) / 2 or 0.5,
        bold=all(_is_bold(text_page, glyph.position) for glyph in ends),
        alone=alone,
        cell=cell,
    )


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(text_page, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text_page, index, name, len(name), ctypes.byref(flags))
    return bool(_BOLD.search(name.value.decode("utf-8", errors="replace")))
