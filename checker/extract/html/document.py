"""HTML pages: their content as blocks, and every link of the whole page."""

import re
from collections.abc import Container, Iterable

from bs4 import Tag
from bs4.dammit import EncodingDetector

from checker.errors import OnlyEmbedsDocument
from checker.extract.builder import DocumentBuilder
from checker.extract.charset import decode
from checker.extract.cleaning import clean
from checker.extract.html.blocks import BlockReader
from checker.extract.html.links import (
    find_base,
    find_linked_documents,
    find_links,
    find_shown_documents,
)
from checker.extract.html.surroundings import find_surroundings
from checker.extract.html.tree import parse_tree, walk
from checker.extract.limits import check_characters
from checker.extract.sniff import MediaType
from checker.model import BlockKind, Document, Extraction, Link, SourceDocument

_DATA_ADDRESS = re.compile(r"data:[^\s\"'<>)]{100,}")
_PROSE = 200  # characters: a page with fewer says no more than where its document is
# A statement may be as short as that, if it says that no steps were taken: section 54(4)(b).
_SHORT_STATEMENT = re.compile(r"\bsteps\b", re.IGNORECASE)


def extract_html(source: SourceDocument) -> Document:
    """The document on a web page: its content without the site around it, and all its links.

    Raises:
        TooLong: Its markup has more characters than are read.
        OnlyEmbedsDocument: It has no prose of its own and shows or links one document.
    """
    soup = parse_tree(_markup(source), source.name)
    body = soup.body or soup
    title = clean(soup.title.get_text()) if soup.title else ""
    tags = soup(True)
    base = find_base(tags, source.url)
    links = find_links(tags, base)
    shown = find_shown_documents(tags, base)
    unscripted = [tag for tag in tags if tag.name == "noscript" and len(tag.get_text()) > _PROSE]
    gone = find_surroundings(body)
    document = _build([body], gone, title, links)
    if not document.blocks:
        document = _build(unscripted, set(), title, links)
    if not _has_prose(document):
        documents = shown or find_linked_documents(walk(body, gone), base)
        if len(documents) == 1:
            raise OnlyEmbedsDocument(source.name, documents.pop())
    return document


def _build(
    parts: Iterable[Tag], gone: Container[int], title: str, links: tuple[Link, ...]
) -> Document:
    builder = DocumentBuilder()
    reader = BlockReader(builder, gone)
    for part in parts:
        reader.read(part)
    return builder.build(
        media_type=MediaType.HTML, extraction=Extraction.HTML, title=title, links=links
    )


def _markup(source: SourceDocument) -> str:
    declared = source.charset or EncodingDetector.find_declared_encoding(
        source.content, is_html=True
    )
    markup = decode(source.content, declared or "")
    markup = _DATA_ADDRESS.sub("data:", markup)  # pictures within the page are no text
    check_characters(len(markup), source.name)
    return markup


def _has_prose(document: Document) -> bool:
    """Whether a page says anything beside its headings and what leads to other pages."""
    blocks = (b for b in document.blocks if b.kind is not BlockKind.HEADING)
    linked = {link.text for link in document.links}
    quotes = (document.text[block.start : block.end] for block in blocks)
    text = "\n".join(quote for quote in quotes if quote not in linked)
    return len(text) >= _PROSE or bool(_SHORT_STATEMENT.search(text))
