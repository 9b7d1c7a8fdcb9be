"""The glyphs that PDFium finds on a page of a PDF, and where each of them stands.

To ask PDFium for one glyph takes as long as it takes to read twenty. So a row that is set in one
piece is asked for its two ends only, and what is between follows from the widths of its
characters; a row of several pieces is asked for glyph by glyph.
"""

import ctypes
import math
import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator
from itertools import islice, repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.extract.pdf.faces import Face, Faces
from checker.extract.pdf.gutters import Box

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.integer]

_HYPHENS = "\x02\ufffe\xad"  # what PDFium and fonts make of a hyphen at a line end
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_FIRST_ROWS = 5
# The bullet of a list, in a font of symbols.
_NAMELESS_MARK = re.compile(r"(?:(?<=[\r\n])|^)\0(?=[ \xa0])")
_ROW = re.compile(r"\S(?:[^\r\n]*\S)?")
# PDFium leaves the line break after a hyphen out.
_CUT_ROW = re.compile(rf"[{_HYPHENS}](?=[^\s{_HYPHENS}])")
_WIDE_SPACE = 1.5  # times the height of letters; in justified text spaces are narrower
_AT_ONCE = 4096  # glyphs

_WHITE = np.zeros(0x10000, np.bool_)  # as `str.isspace` has it
_WHITE[[*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)]] = True
_WHITE[[0x2028, 0x2029, 0x202F, 0x205F, 0x3000]] = True

# Handed to PDFium, which has one caller at a time.
_BOXES = (pdfium_c.FS_RECTF * _AT_ONCE)()
_EACH = [ctypes.byref(box) for box in _BOXES]
_NUMBERS = np.frombuffer(_BOXES, "f4").reshape(_AT_ONCE, 4)


class Frame(NamedTuple):
    """What is seen of a page, in PDFium's coordinates, and how its text is turned upright.

    Attributes:
        left: Left edge before it is turned.
        top: Upper edge before it is turned; the origin is at the bottom left.
        right: Right edge.
        bottom: Lower edge.
        turned: By how many degrees, clockwise: 0, 90, 180 or 270.
    """

    left: float
    top: float
    right: float
    bottom: float
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the turned page, in points."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turned in {90, 270} else (across, up)

    def shown(self, boxes: Floats) -> Floats:
        """PDFium's boxes as left, top, right and bottom on the turned page."""
        left, top, right, bottom = boxes.T
        if self.turned == 90:
            sides = bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        elif self.turned == 180:
            sides = self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        elif self.turned == 270:
            sides = self.top - top, self.right - right, self.top - bottom, self.right - left
        else:
            sides = left - self.left, self.top - top, right - self.left, self.top - bottom
        return np.stack(sides, axis=1)


class PlainRow(NamedTuple):
    """A row that is set in one piece: characters text[start:end], in points from the top left."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    first: float  # right edge of the first character
    face: Face

    @property
    def box(self) -> Box:
        """Around its letters."""
        return Box(self.left, self.top, self.right, self.bottom)


class Glyphs:
    """The characters of a page and where they stand.

    Attributes:
        text: All characters, with those that PDFium has made up; hyphens at line ends are `-`.
        frame: The page.
        codes: For each character its code, those beyond 16 bits as the last of these.
        seen: For each character whether it is more than white space.
        lefts: For each character its left edge, in points; 0 until it is known.
        rights: The same for its right edge.
    """

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, faces: Faces) -> None:
        self._page = text_page
        self._faces = faces
        faces.new_page()
        self._raw = _text_of(text_page)
        self.frame = _frame(page, self._angle())
        self.text = _HYPHEN.sub("-", self._raw)
        octets = self.text.encode("utf-32-le", "surrogatepass")
        self.codes = np.minimum(np.frombuffer(octets, "<u4"), 0xFFFF).astype("u2")
        self.seen = ~_WHITE[self.codes]
        self.lefts = np.zeros(len(self.text), "f4")
        self.rights = np.zeros(len(self.text), "f4")

    def rows(self) -> Iterator[tuple[int, int]]:
        """Start and end of each row, in the order in which they are drawn.

        There is something to be seen at both ends.
        """
        for found in _ROW.finditer(self._raw):
            start, end = found.span()
            for cut in _CUT_ROW.finditer(self._raw, start, end):
                yield start, cut.end()
                start = cut.end()
            yield start, end

    def plain_row(self, row: tuple[int, int]) -> PlainRow | None:
        """The row, where it is set in one piece from left to right; else None."""
        page = self._page
        start, end = row
        if self.frame.turned or pdfium_c.FPDFText_CountRects(page, start, end - start) != 1:
            return None
        box = _BOXES[0]
        pdfium_c.FPDFText_GetLooseCharBox(page, start, _EACH[0])
        left, top, first, bottom = box.left, box.top, box.right, box.bottom
        pdfium_c.FPDFText_GetLooseCharBox(page, end - 1, _EACH[0])
        if abs(box.top - top) > 0.1 or box.right < first:
            return None
        return PlainRow(
            start,
            end,
            left - self.frame.left,
            self.frame.top - top,
            box.right - self.frame.left,
            self.frame.top - bottom,
            first - self.frame.left,
            self._faces.face_at(page, start),
        )

    def boxes(self, places: Numbers) -> Floats:
        """Left, top, right and bottom of some characters; sets their edges, too."""
        parts = [np.zeros((0, 4), "f4")]
        for begun in range(0, len(places), _AT_ONCE):
            some = places[begun : begun + _AT_ONCE].tolist()
            deque(
                map(pdfium_c.FPDFText_GetLooseCharBox, repeat(self._page.raw), some, _EACH),
                maxlen=0,
            )
            parts.append(self.frame.shown(_NUMBERS[: len(some)]))
        boxes = np.concatenate(parts)
        self.lefts[places], self.rights[places] = boxes[:, 0], boxes[:, 2]
        return boxes

    def spread(self, rows: list[PlainRow]) -> list[bool]:
        """Set the edges of the characters of `rows`; whether each is likely to have a wide gap."""
        if not rows:
            return []
        starts, ends = np.array([row[:2] for row in rows]).T
        left, top, right, bottom, first = np.array([row[2:7] for row in rows], "f4").T
        lengths = ends - starts
        begins = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(starts - begins, lengths)
        codes = self.codes[places]
        widths = self._widths(rows, lengths, codes)
        # Widths are those of size 1; the first character shows how large they are here.
        scale = (first - left) / np.maximum(widths[begins], 1e-3)
        widths *= np.repeat(scale, lengths)
        is_space = codes == 0x20
        spaces = np.add.reduceat(is_space, begins, dtype=np.intp)
        slack = right - left - np.add.reduceat(widths, begins)
        widths += is_space * np.repeat(slack / np.maximum(spaces, 1), lengths)
        np.maximum(widths, 0, out=widths)
        rights = np.cumsum(widths, dtype="f8")
        rights += np.repeat(left - (rights[begins] - widths[begins]), lengths)
        ends_at = np.repeat(right, lengths)
        self.rights[places] = np.minimum(rights, ends_at)
        self.lefts[places] = np.minimum(rights - widths, ends_at)
        wide = slack > _WIDE_SPACE * (bottom - top) * np.maximum(spaces, 1)
        return [bool(found) for found in wide]

    def is_bold(self, index: int) -> bool:
        """Whether the character at `index` is set in a bold face."""
        face = self._faces.face_at(self._page, index)
        return face.bold

    def is_turned(self, index: int) -> bool:
        """Whether the character at `index` is turned against the rest of the page."""
        return self._turn_of(index) != self.frame.turned

    def _turn_of(self, index: int) -> int:
        """By how many degrees the page must be turned for a character to stand upright."""
        angle: float = pdfium_c.FPDFText_GetCharAngle(self._page, index)
        return round(math.degrees(angle) / 90) % 4 * 90

    def _angle(self) -> int:
        """By how many degrees the page must be turned for most of its first rows to be upright."""
        starts = (found.start() for found in _ROW.finditer(self._raw))
        turns = Counter(self._turn_of(start) for start in islice(starts, _FIRST_ROWS))
        return turns.most_common(1)[0][0] if turns else 0

    def _widths(
        self, rows: list[PlainRow], lengths: Numbers, codes: npt.NDArray[np.uint16]
    ) -> Floats:
        faces = list({id(row.face): row.face for row in rows}.values())
        if len(faces) == 1:
            return faces[0].widths(codes)
        number = {id(face): place for place, face in enumerate(faces)}
        which = np.repeat([number[id(row.face)] for row in rows], lengths)
        widths = np.zeros(len(codes), "f4")
        for place, face in enumerate(faces):
            mine = which == place
            widths[mine] = face.widths(codes[mine])
        return widths


def _frame(page: pdfium.PdfPage, turned: int) -> Frame:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.top, box.right, box.bottom, turned)


def _text_of(text_page: pdfium.PdfTextPage) -> str:
    """The text of a page, one character for each of PDFium's; NUL where the font names none."""
    count = text_page.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) < count:
        text = _with_nameless(text, text_page)
    if len(text) != count:  # a character beyond 16 bits fills two places
        codes = map(pdfium_c.FPDFText_GetUnicode, repeat(text_page.raw), range(count))
        text = "".join(map(chr, codes))
    return _NAMELESS_MARK.sub("•", text)


def _with_nameless(text: str, text_page: pdfium.PdfTextPage) -> str:
    """`text` with NUL in the places of the characters that PDFium has left out."""

    def left_out_before(place: int) -> int:
        index: int = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, place)
        return index - place

    parts: list[str] = []
    begun = left_out = 0
    while begun < len(text):
        parts.append("\0" * (left_out_before(begun) - left_out))
        left_out = left_out_before(begun)
        end = bisect_right(range(len(text)), left_out, lo=begun, key=left_out_before)
        parts.append(text[begun:end])
        begun = end
    parts.append("\0" * (text_page.count_chars() - len(text) - left_out))
    return "".join(parts)
