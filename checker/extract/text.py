"""Plain text: typed, pasted, or what another program read from a PDF."""

from checker.extract.builder import DocumentBuilder
from checker.extract.charset import decode
from checker.extract.layout import ReadPage, add_pages
from checker.extract.limits import check_characters, check_pages
from checker.extract.lines import lines_of_text
from checker.extract.sniff import MediaType
from checker.model import Document, Extraction, SourceDocument


def extract_text(source: SourceDocument) -> Document:
    """The document in a plain text; a form feed in it turns the page.

    Raises:
        TooLong: It has more pages or characters than are read.
    """
    text = decode(source.content, source.charset)
    check_characters(len(text), source.name)
    pages = text.split("\f")
    check_pages(len(pages), source.name)
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()  # a form feed may also end the last page
    builder = DocumentBuilder()
    add_pages(builder, [ReadPage(lines=lines_of_text(page)) for page in pages])
    return builder.build(media_type=MediaType.TEXT, extraction=Extraction.TEXT)
