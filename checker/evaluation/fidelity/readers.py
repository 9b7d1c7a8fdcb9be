"""Who reads the renderings: this project, and other programs beside it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO

import pdfplumber

from checker.evaluation.fidelity.forms import Form
from checker.evaluation.fidelity.rendering import Rendering
from checker.extract import MediaType, extract
from checker.model import Document, SourceDocument

Reader = Callable[[Rendering], Document]
OURS = "checker"


def ours(rendering: Rendering) -> Document:
    """As `checker check` reads it."""
    return _read(rendering.content, rendering.media_type)


def peers(form: Form) -> Iterator[tuple[str, Reader | None]]:
    """Names of other programs that read this form, and how; None where one is not installed."""
    if form.name.startswith("pdf"):
        yield "pdfplumber", _pdfplumber
    if form.name.startswith("html"):
        yield "trafilatura", _trafilatura if _is_installed("trafilatura") else None
        yield "readability-lxml", _readability if _is_installed("readability") else None


def _pdfplumber(rendering: Rendering) -> Document:
    """Its plain text; the paragraphs are found by our own reading of plain text."""
    with pdfplumber.open(BytesIO(rendering.content)) as pdf:
        text = "\f".join(page.extract_text() for page in pdf.pages)
    return _read(text.encode(), MediaType.TEXT)


def _trafilatura(rendering: Rendering) -> Document:
    """Its plain text, read as ours."""
    text = import_module("trafilatura").extract(rendering.content.decode()) or ""
    return _read(text.encode(), MediaType.TEXT)


def _readability(rendering: Rendering) -> Document:
    """The part of the page that it keeps; the paragraphs are found by our own reading of HTML."""
    page = import_module("readability").Document(rendering.content.decode())
    return _read(page.summary().encode(), MediaType.HTML)


def _is_installed(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def _read(content: bytes, media_type: str) -> Document:
    return extract(SourceDocument(name="rendering", content=content, media_type=media_type))
