"""PDF: text with its layout by PDFium, scanned pages by Tesseract."""

from contextlib import closing
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium

from checker.errors import DamagedFile, ImageOnlyPdf, TooLong
from checker.extract import ocr
from checker.extract.builder import DocumentBuilder
from checker.extract.layout import ReadPage, add_pages
from checker.extract.limits import MAX_SCANS, check_pages, check_scans
from checker.extract.pdf.pages import read_pages
from checker.extract.pdf.pdfium import open_pdf, turn
from checker.extract.places import Places
from checker.extract.sniff import MediaType
from checker.model import Document, Extraction, SourceDocument

_SCAN_DPI = 300  # what Tesseract is made for
_SCAN_PIXELS = 5000  # longest side of a picture, for pages as large as posters

_SUFFIXES = (".doc", ".docx", ".pdf", ".indd", ".htm", ".html", ".pages", ".odt", ".rtf", ".pptx")


def extract_pdf(source: SourceDocument) -> Document:
    """The document in a PDF, page by page; pages without text are recognised.

    A page that should be recognised and could not be has confidence 0.

    Raises:
        EncryptedPdf: It needs a password.
        DamagedFile: It cannot be opened, or one of its pages cannot.
        ImageOnlyPdf: All its pages are scanned, and no text recognition is installed.
        TooLong: It has more pages, characters or scanned pages than are read.
    """
    builder = DocumentBuilder()
    with open_pdf(source) as pdf:
        with turn():
            title, count = pdf.get_metadata_value("Title"), len(pdf)
        check_pages(count, source.name)
        pages = list(read_pages(pdf, source, builder.places))
        scans = [place for place, page in enumerate(pages) if page.confidence == 0]
        can_recognise = ocr.is_installed()
        if scans and len(scans) == count:
            if not can_recognise:
                reason = "is scanned, not read: no text recognition is installed."
                raise ImageOnlyPdf(source.name, reason)
            check_scans(count, source.name)
        if can_recognise:
            for place in scans[:MAX_SCANS]:
                try:
                    found = _recognise(pdf, place, source.name, builder.places)
                except (TooLong, DamagedFile):  # as a very dirty page may be
                    if len(scans) == count:
                        raise
                else:  # a picture without words has been looked at
                    kept = replace(pages[place], confidence=None)
                    pages[place] = found if found.lines else kept
    add_pages(builder, pages)
    return builder.build(
        media_type=MediaType.PDF,
        extraction=Extraction.OCR if scans and can_recognise else Extraction.PDF,
        title="" if _is_made_up(title) else title,
    )


def _recognise(pdf: pdfium.PdfDocument, place: int, name: str, places: Places) -> ReadPage:
    with turn(), closing(pdf[place]) as page:
        picture = _picture(page)
        width, height = page.get_size()
    found = ocr.recognise(picture, name, places)
    return replace(found, width=width, height=height)


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page as a grey PNG for text recognition."""
    scale = min(_SCAN_DPI / 72, _SCAN_PIXELS / max(page.get_size()))
    resolution = scale * 72
    buffer = BytesIO()
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        bitmap.to_pil().save(buffer, format="PNG", dpi=(resolution, resolution))
    return buffer.getvalue()


def _is_made_up(title: str) -> bool:
    """Whether a program has put a file name, or a word such as `untitled`, for the title."""
    lower = title.casefold().strip()
    return " " not in lower or lower.startswith("microsoft word") or lower.endswith(_SUFFIXES)
