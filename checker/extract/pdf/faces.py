"""The faces that a PDF sets its text in: which are bold, and how wide their characters are."""

import ctypes
import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_MOST_FACES = 64  # kept at once; a report has ten
_CODES = 0x10000
_NAME = ctypes.create_string_buffer(256)  # handed to PDFium, which has one caller at a time


class Face:
    """One face of a document.

    Attributes:
        bold: Whether it is a bold one.
        font: PDFium's handle of it on the present page.
    """

    def __init__(self, font: pdfium_c.FPDF_FONT, name: str) -> None:
        self.font = font
        weight = pdfium_c.FPDFFont_GetWeight(font) if font else 0
        self.bold = bool(_BOLD.search(name)) or weight >= _BOLD_WEIGHT
        self._widths = np.full(_CODES, np.nan, "f4")

    def widths(self, codes: npt.NDArray[np.uint16]) -> npt.NDArray[np.float32]:
        """How wide the characters with these UTF-16 `codes` are, at size 1."""
        widths = self._widths[codes]
        unknown = np.isnan(widths)
        if unknown.any():
            self._measure(set(codes[unknown].tolist()))
            widths = self._widths[codes]
        return widths

    def _measure(self, codes: Iterable[int]) -> None:
        width = ctypes.c_float()
        for code in codes:
            found = pdfium_c.FPDFFont_GetGlyphWidth(self.font, code, 1.0, ctypes.byref(width))
            self._widths[code] = max(width.value, 0.0) if found else 0.0


class Faces:
    """The faces of a document, each measured once.

    PDFium's handle of a font is good for one page only; its name holds on all pages.
    """

    def __init__(self) -> None:
        self._named: dict[str, Face] = {}
        self._here: dict[int | None, Face] = {}  # by the address of PDFium's handle

    def new_page(self) -> None:
        """Forget the handles of the page before."""
        self._here.clear()

    def face_at(self, text_page: pdfium.PdfTextPage, index: int) -> Face:
        """The face of the character at `index`."""
        font = pdfium_c.FPDFTextObj_GetFont(pdfium_c.FPDFText_GetTextObject(text_page, index))
        address = ctypes.addressof(font.contents) if font else None
        face = self._here.get(address)
        if face is None:
            face = self._here[address] = self._find(font)
        return face

    def _find(self, font: pdfium_c.FPDF_FONT) -> Face:
        written = pdfium_c.FPDFFont_GetBaseFontName(font, _NAME, len(_NAME)) if font else 0
        name = _NAME.raw[: max(min(written, len(_NAME)) - 1, 0)].decode("utf-8", "replace")
        face = self._named.pop(name, None) or Face(font, name)
        face.font = font
        if name:
            self._named[name] = face
            if len(self._named) > _MOST_FACES:
                del self._named[next(iter(self._named))]
        return face
