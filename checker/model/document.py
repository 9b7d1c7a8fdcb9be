"""What is on the page: the bytes of a statement and the text read from them."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from checker.model.layout import UNITS, Box, Layout


@dataclass(frozen=True, kw_only=True)
class SourceDocument:
    """The bytes of one document as they were received.

    Attributes:
        name: File name or address, for messages.
        content: The bytes, never changed.
        media_type: As declared by the sender, without parameters; empty when unknown.
        charset: As declared by the sender; empty when unknown.
        url: The address it was fetched from, or empty.
    """

    name: str
    content: bytes
    media_type: str = ""
    charset: str = ""
    url: str = ""

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes: the key under which they are kept."""
        return sha256(self.content).hexdigest()


class Extraction(StrEnum):
    """How the text was read."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OCR = "ocr"


class BlockKind(StrEnum):
    """What a run of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    RUNNING = "running"  # page header, footer, page number: kept on the page, not a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list item or table cell: half-open character span of the text.

    Attributes:
        start: First character in `Document.text`.
        end: One past the last character.
        kind: What it is.
        level: Heading level 1 to 6 or list depth from 1; 0 where it has no meaning.
        row: For a table cell where it is known: its row, from 1; else 0.
        column: For a table cell where it is known: its column, from 1; else 0.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page (a whole HTML, DOCX or text document is one page): half-open character span.

    Attributes:
        number: From 1.
        start: First character in `Document.text`.
        end: One past the last character.
        width: In points, as it is shown; 0 where it has none, as a web page.
        height: In points, as it is shown; 0 where it has none.
        confidence: For a recognised page how sure the recognition was of its words, 0 to 1.
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink on the page: where it points (absolute where known) and its words."""

    href: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text read from a `SourceDocument`, with its layout.

    Blocks are in reading order, do not overlap, and hold every character that is not white
    space. All offsets count characters of `text`.

    Attributes:
        text: Whole text, paragraphs separated by line breaks.
        title: Title of the document, or empty.
        media_type: As found in the bytes, whatever the sender declared.
        extraction: How the text was read.
        pages: In order, covering the text.
        blocks: In reading order.
        links: For HTML: links of the whole page, navigation included.
        layout: Where its characters stand on the pages; empty for HTML, DOCX and plain text.
    """

    text: str
    title: str = ""
    media_type: str
    extraction: Extraction
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    layout: Layout = field(default_factory=Layout)

    def page_of(self, offset: int) -> int:
        """Number of the page that holds the character at `offset`, from 1."""
        for page in self.pages:
            if offset < page.end:
                return page.number
        return self.pages[-1].number

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where text[start:end] stands: one box for each line that shows some of it, in order.

        Empty where the place is not known, as in HTML.
        """
        return tuple(
            Box(
                page=self.page_of(first),
                left=left / UNITS,
                top=top / UNITS,
                right=right / UNITS,
                bottom=bottom / UNITS,
            )
            for first, left, top, right, bottom in self.layout.lines(start, end)
        )
