"""Plain text: typed, pasted, or what another program read from a PDF."""

from checker.extract.builder import DocumentBuilder
from checker.extract.charset import decode
from checker.extract.layout import add_pages
from checker.extract.lines import lines_of_text
from checker.extract.sniff import MediaType
from checker.model import Document, Extraction, SourceDocument


def extract_text(source: SourceDocument) -> Document:
    """The document in a plain text; a form feed in it turns the page."""
    pages = decode(source.content, source.charset).split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()  # a form feed may also end the last page
    builder = DocumentBuilder()
    add_pages(builder, [lines_of_text(page) for page in pages])
    return builder.build(media_type=MediaType.TEXT, extraction=Extraction.TEXT)
