"""PDFium, which one thread may call at a time: turns at it, and PDFs opened with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.errors import DamagedFile, EncryptedPdf
from checker.model import SourceDocument

# PDFium may be called by one thread at a time, even for different documents. Who waits for it
# holds `_NEXT`, so that threads take turns and a long document lets others in between its pages.
_PDFIUM = Lock()
_NEXT = Lock()

_NEEDS_PASSWORD = {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}


@contextmanager
def turn() -> Iterator[None]:
    """A turn at PDFium, for as long as one page takes."""
    with _NEXT:
        _PDFIUM.acquire()
    try:
        yield
    finally:
        _PDFIUM.release()


@contextmanager
def open_pdf(source: SourceDocument) -> Iterator[pdfium.PdfDocument]:
    """The opened PDF; whatever PDFium cannot read of it is the file's damage.

    Raises:
        EncryptedPdf: It needs a password.
        DamagedFile: It cannot be opened, or what is done with it meets broken parts.
    """
    try:
        with turn():
            pdf = pdfium.PdfDocument(source.content)
        try:
            yield pdf
        finally:
            with turn():
                pdf.close()
    except pdfium.PdfiumError as exc:
        if exc.err_code in _NEEDS_PASSWORD:
            raise EncryptedPdf(source.name, "needs a password to be read.") from exc
        raise DamagedFile(source.name, "is a PDF that is broken or cut off.") from exc
