"""PDF: text with its layout by PDFium, ruled tables by pdfplumber, scanned pages by Tesseract."""

from contextlib import closing
from io import BytesIO
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.errors import ImageOnlyPdf
from checker.extract import ocr
from checker.extract.builder import DocumentBuilder
from checker.extract.layout import add_pages
from checker.extract.limits import check_characters, check_pages, check_scans
from checker.extract.lines import Line, lines_of_text
from checker.extract.pdf_glyphs import read_fragments
from checker.extract.pdf_lines import (
    lines_of_fragments,
    lines_of_turned_page,
    stand_side_by_side,
)
from checker.extract.pdf_tables import find_tables
from checker.extract.pdfium import open_pdf, turn
from checker.extract.sniff import MediaType
from checker.model import Document, Extraction, SourceDocument

_RULES = 4  # drawn lines: the fewest that a table could have
_SCAN_DPI = 300  # what Tesseract is made for
_SCAN_PIXELS = 5000  # longest side of a picture, for pages as large as posters

_SUFFIXES = (".doc", ".docx", ".pdf", ".indd", ".htm", ".html", ".pages", ".odt", ".rtf", ".pptx")


def extract_pdf(source: SourceDocument) -> Document:
    """The document in a PDF, page by page; pages without text are recognised.

    Raises:
        EncryptedPdf: It needs a password.
        DamagedFile: It cannot be opened, or one of its pages cannot.
        ImageOnlyPdf: No page has text, and no text recognition is installed.
        TooLong: It has more pages, characters or scanned pages than are read.
    """
    with open_pdf(source) as pdf:
        with turn():
            title, count = pdf.get_metadata_value("Title"), len(pdf)
        check_pages(count, source.name)
        pages = _read_pages(pdf, count, source)
        scans = [number for number, lines in pages.items() if lines is None]
        can_recognise = ocr.is_installed()
        if scans and not can_recognise and not any(pages.values()):
            raise ImageOnlyPdf(
                source.name, "holds scanned pages only, and no text recognition is installed."
            )
        if can_recognise:
            check_scans(len(scans), source.name)
            pages |= {number: _recognise(pdf, number, source.name) for number in scans}
    builder = DocumentBuilder()
    add_pages(builder, [lines or [] for lines in pages.values()])
    return builder.build(
        media_type=MediaType.PDF,
        extraction=Extraction.OCR if scans and can_recognise else Extraction.PDF,
        title="" if _is_made_up(title) else title,
    )


def _read_pages(
    pdf: pdfium.PdfDocument, count: int, source: SourceDocument
) -> dict[int, list[Line] | None]:
    """The lines of each page by its number; None for a page to recognise."""
    pages: dict[int, list[Line] | None] = {}
    characters = 0
    for number in range(1, count + 1):
        with (
            turn(),
            closing(pdf[number - 1]) as page,
            closing(page.get_textpage()) as text_page,
        ):
            characters += text_page.count_chars()
            check_characters(characters, source.name)
            pages[number] = _read_page(page, text_page, number, source)
    return pages


def _read_page(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int, source: SourceDocument
) -> list[Line] | None:
    if page.get_rotation():
        lines = lines_of_turned_page(text_page)
    else:
        fragments = read_fragments(text_page)
        if stand_side_by_side(fragments) and _has_rules(page):
            fragments = read_fragments(text_page, find_tables(source.content, number))
        lines = lines_of_fragments(fragments, page.get_height())
    is_scan = not lines and next(page.get_objects(max_depth=1), None) is not None
    return None if is_scan else lines


def _recognise(pdf: pdfium.PdfDocument, number: int, name: str) -> list[Line]:
    with turn(), closing(pdf[number - 1]) as page:
        picture = _picture(page)
    return lines_of_text(ocr.recognise(picture, name))


def _has_rules(page: pdfium.PdfPage) -> bool:
    paths = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=2)
    return sum(1 for _ in islice(paths, _RULES)) == _RULES


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page as a grey PNG for text recognition."""
    scale = min(_SCAN_DPI / 72, _SCAN_PIXELS / max(page.get_size()))
    buffer = BytesIO()
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        bitmap.to_pil().save(buffer, format="PNG")
    return buffer.getvalue()


def _is_made_up(title: str) -> bool:
    """Whether a program has put a file name, or a word such as `untitled`, for the title."""
    lower = title.casefold().strip()
    return " " not in lower or lower.startswith("microsoft word") or lower.endswith(_SUFFIXES)
