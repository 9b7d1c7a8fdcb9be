"""What is on the page: bytes to `Document`."""

from checker.errors import EmptyText, ImageOnlyPdf
from checker.extract.docx import extract_docx
from checker.extract.html import extract_html
from checker.extract.isolation import Isolation
from checker.extract.limits import check_characters
from checker.extract.ocr import extract_image
from checker.extract.pdf import extract_pdf
from checker.extract.sniff import MediaType, sniff
from checker.extract.text import extract_text
from checker.model import BlockKind, Document, SourceDocument

__all__ = ["MediaType", "extract", "extract_apart", "sniff"]

_ISOLATION = Isolation()

_READERS = {
    MediaType.PDF: extract_pdf,
    MediaType.DOCX: extract_docx,
    MediaType.HTML: extract_html,
    MediaType.TEXT: extract_text,
    MediaType.PNG: extract_image,
    MediaType.JPEG: extract_image,
}


def extract(source: SourceDocument) -> Document:
    """The text of `source` with its pages and blocks, read as what its bytes show it to be.

    Raises:
        UnsupportedFormat: The bytes are in a form that is not read here.
        DamagedFile: The form is right and the content broken.
        EncryptedPdf: It needs a password.
        ImageOnlyPdf: It is scanned and was not read, as where no text recognition is installed.
        TooLong: It has more pages, elements or characters than are read.
        EmptyText: It holds no text.
    """
    if not source.content:
        raise EmptyText(source.name, "is empty (0 bytes).")
    document = _READERS[sniff(source)](source)
    check_characters(len(document.text), source.name)
    if all(block.kind is BlockKind.RUNNING for block in document.blocks):
        if any(page.confidence == 0 for page in document.pages):
            raise ImageOnlyPdf(source.name, "is scanned, not read.")
        raise EmptyText(source.name, "holds no text.")
    return document


def extract_apart(source: SourceDocument) -> Document:
    """The same as `extract`, read in a process of its own: for documents from outside.

    Raises:
        ExtractError: As `extract` does.
        TooLong: It takes too much time or memory, too.
        ReaderFailed: It made the process that reads it stop.
    """
    return _ISOLATION.run(extract, source)
