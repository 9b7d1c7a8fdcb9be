"""The pages of a PDF, read one by one: text by PDFium, ruled tables by pdfplumber."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.extract.layout import ReadPage
from checker.extract.limits import check_characters
from checker.extract.pdf.bookmarks import find_bookmarks, mark_headings
from checker.extract.pdf.faces import Faces
from checker.extract.pdf.fragments import Fragment, read_fragments
from checker.extract.pdf.glyphs import Frame, Glyphs
from checker.extract.pdf.lines import lines_of_fragments, usual_gap
from checker.extract.pdf.order import goes_down, in_reading_order
from checker.extract.pdf.pdfium import turn
from checker.extract.pdf.structure import PageTags, Structure
from checker.extract.pdf.tables import find_cells
from checker.extract.pdf.tagged import are_drawn_in_order, are_sound, follow_tags
from checker.extract.places import Places
from checker.model import SourceDocument

_FEW = 200  # characters, as a header, a footer and a page number may have
_COVERED = 0.6  # of the area of a page: more is a picture of the page
_GARBLED = 0.3  # of the characters of a page: more come from a font that says not what they are


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read of a page, before the pages are compared."""

    fragments: Sequence[Fragment]
    width: float
    height: float
    length: float  # from its upper to its lower edge, when its text is upright
    upright: bool  # as it is shown
    needs_recognition: bool


def read_pages(
    pdf: pdfium.PdfDocument, source: SourceDocument, places: Places
) -> Iterator[ReadPage]:
    """The pages of `pdf`; confidence 0 for those without text that can be used, such as scans.

    Raises:
        TooLong: It has more characters than are read.
    """
    with turn():
        structure, bookmarks = Structure.of(pdf), find_bookmarks(pdf)
    pages = list(_read(pdf, source, places, structure))
    if structure and not are_sound([page.fragments for page in pages]):
        pages = list(_read(pdf, source, places, None))
    usual = usual_gap(page.fragments for page in pages)
    for number, page in enumerate(pages):
        lines = lines_of_fragments(page.fragments, page.length, usual)
        lines = mark_headings(lines, [each for each in bookmarks if each.page == number])
        if not page.upright:  # its lines are columns of the page
            lines = [line._replace(place=None) for line in lines]
        yield ReadPage(
            lines=lines,
            width=page.width,
            height=page.height,
            confidence=0.0 if page.needs_recognition else None,
        )


def _read(
    pdf: pdfium.PdfDocument, source: SourceDocument, places: Places, structure: Structure | None
) -> Iterator[_Page]:
    faces = Faces()
    characters = 0
    for place in range(len(pdf)):
        with (
            turn(),
            closing(pdf[place]) as page,
            closing(page.get_textpage()) as text_page,
        ):
            characters += text_page.count_chars()
            check_characters(characters, source.name)
            glyphs = Glyphs(page, text_page, faces)
            tags = structure.tags(page, text_page) if structure else None
            width, height = page.get_size()
            yield _Page(
                _read_fragments(page, glyphs, places, tags),
                width,
                height,
                glyphs.frame.size[1],
                glyphs.frame.turned == page.get_rotation(),
                _needs_recognition(page, glyphs),
            )


def _read_fragments(
    page: pdfium.PdfPage, glyphs: Glyphs, places: Places, tags: PageTags | None
) -> Sequence[Fragment]:
    fragments = read_fragments(glyphs, places, tags=tags)
    cells = [] if goes_down(fragments) else find_cells(page, glyphs.frame)
    if cells:
        fragments = read_fragments(glyphs, places, cells, tags)
    if not tags:
        return in_reading_order(fragments)
    ordered = fragments if are_drawn_in_order(fragments) else in_reading_order(fragments)
    return follow_tags(ordered, glyphs.frame.size[1])


def _needs_recognition(page: pdfium.PdfPage, glyphs: Glyphs) -> bool:
    """Whether what a reader sees on the page is not in its text, as in a scan."""
    if not glyphs.text.strip():
        return next(page.get_objects(max_depth=1), None) is not None
    codes = glyphs.codes
    if len(codes) < _FEW and _pictured(page, glyphs.frame) > _COVERED:
        return True
    odd = (codes == 0) | (codes == 0xFFFD) | ((codes >= 0xE000) & (codes < 0xF900))
    return int(odd.sum()) > _GARBLED * len(codes)


def _pictured(page: pdfium.PdfPage, frame: Frame) -> float:
    """The share of the page that its largest picture covers, drawings within it aside."""
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=1)
    bounds = [picture.get_bounds() for picture in pictures]
    areas = [(right - left) * (top - bottom) for left, bottom, right, top in bounds]
    width, height = frame.size
    return max(areas, default=0.0) / max(width * height, 1)
