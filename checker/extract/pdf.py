"""PDF: text with its layout by PDFium, ruled tables by pdfplumber, scanned pages by Tesseract."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.errors import DamagedFile, EncryptedPdf, ImageOnlyPdf
from checker.extract import ocr
from checker.extract.builder import DocumentBuilder
from checker.extract.layout import add_pages
from checker.extract.lines import Line, lines_of_text
from checker.extract.pdf_glyphs import read_fragments
from checker.extract.pdf_lines import (
    lines_of_fragments,
    lines_of_turned_page,
    stand_side_by_side,
)
from checker.extract.pdf_tables import find_tables
from checker.extract.sniff import MediaType
from checker.model import Document, Extraction, SourceDocument

# PDFium may be called by one thread at a time, even for different documents.
_PDFIUM = Lock()

_RULES = 4  # drawn lines: the fewest that a table could have
_SCAN_DPI = 300  # what Tesseract is made for
_SCAN_PIXELS = 5000  # longest side of a picture, for pages as large as posters
_NEEDS_PASSWORD = {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}

_SUFFIXES = (".doc", ".docx", ".pdf", ".indd", ".htm", ".html", ".pages", ".odt", ".rtf", ".pptx")


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageContent:
    """What was read from a page: its lines, or a picture of it where it has no text."""

    lines: list[Line]
    is_scan: bool = False
    picture: bytes = b""


def extract_pdf(source: SourceDocument) -> Document:
    """The document in a PDF, page by page; pages without text are recognised.

    Raises:
        EncryptedPdf: It needs a password.
        DamagedFile: It cannot be opened, or one of its pages cannot.
        ImageOnlyPdf: No page has text, and no text recognition is installed.
    """
    with _PDFIUM, _open(source) as pdf:
        title = pdf.get_metadata_value("Title")
        contents = [_read_page(pdf, number, source) for number in range(1, len(pdf) + 1)]
    scans = [content for content in contents if content.is_scan]
    if scans and not ocr.is_installed() and not any(content.lines for content in contents):
        raise ImageOnlyPdf(
            source.name, "holds scanned pages only, and no text recognition is installed."
        )
    builder = DocumentBuilder()
    add_pages(builder, [_lines(content, source.name) for content in contents])
    return builder.build(
        media_type=MediaType.PDF,
        extraction=Extraction.OCR if any(s.picture for s in scans) else Extraction.PDF,
        title="" if _is_made_up(title) else title,
    )


@contextmanager
def _open(source: SourceDocument) -> Iterator[pdfium.PdfDocument]:
    """The opened PDF; whatever PDFium cannot read of it is the file's damage."""
    try:
        with closing(pdfium.PdfDocument(source.content)) as pdf:
            yield pdf
    except pdfium.PdfiumError as exc:
        if exc.err_code in _NEEDS_PASSWORD:
            raise EncryptedPdf(source.name, "needs a password to be read.") from exc
        raise DamagedFile(source.name, "is a PDF that is broken or cut off.") from exc


def _read_page(pdf: pdfium.PdfDocument, number: int, source: SourceDocument) -> _PageContent:
    with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text_page:
        if page.get_rotation():
            lines = lines_of_turned_page(text_page)
        else:
            fragments = read_fragments(text_page)
            if stand_side_by_side(fragments) and _has_rules(page):
                fragments = read_fragments(text_page, find_tables(source.content, number))
            lines = lines_of_fragments(fragments, page.get_height())
        if lines or next(page.get_objects(max_depth=1), None) is None:
            return _PageContent(lines=lines)
        picture = _picture(page) if ocr.is_installed() else b""
        return _PageContent(lines=[], is_scan=True, picture=picture)


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


def _lines(content: _PageContent, name: str) -> list[Line]:
    if content.picture:
        return lines_of_text(ocr.recognise(content.picture, name))
    return content.lines


def _is_made_up(title: str) -> bool:
    """Whether a program has put a file name, or a word such as `untitled`, for the title."""
    lower = title.casefold().strip()
    return " " not in lower or lower.startswith("microsoft word") or lower.endswith(_SUFFIXES)
