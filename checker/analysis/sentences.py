"""Splits a document into sentences that respect its layout, each with its context.

A heading, list item or table cell never runs into its neighbour; running headers and page numbers
are no sentences. Every sentence knows the heading it stands under and, for a list item, the
sentence that leads the list in, because "modern slavery policy" alone says little.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from checker.analysis.language import StatementEnglish
from checker.analysis.lines import find_opening_lines, is_item_number
from checker.model import BlockKind, Document, Evidence

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_ABBREVIATIONS = frozenset(
    "ltd plc inc co corp no nos s ss sch para art cl reg e.g i.e eg ie etc viz vs cf approx "
    "mr mrs ms dr prof sir st hon rev messrs dept est jan feb mar apr jun jul aug sep sept oct "
    "nov dec fig vol p pp".split()
)
# A full stop after these words may end a sentence as well as an abbreviation.
_MAY_END = frozenset({"ltd", "plc", "inc", "co", "corp", "etc", "eg", "ie"})
_OPENERS = frozenset("we the this our in it these all as for to at if its they an a during".split())
_BULLET = re.compile(r"^\W*(?:[•▪●◦‣\-–—*o]|\(?[a-z0-9ivx]{1,4}[.)])\s+", re.IGNORECASE)
OPENING = 12  # sentences in which a document says what it is, whose, and for which year
_MAX_ITEMS = 30
_SHORT_ITEM = 120  # characters
_GOES_ON = (";", ",", " and", " or")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its place and context.

    Attributes:
        text: As published; `text == document.text[start:end]`.
        start: First character in the document's text (0 for a sentence that stands alone).
        end: One past the last character.
        page: Page number from 1; None when not known.
        kind: The block it stands in.
        index: Position among the sentences of the document, from 0.
        heading: Nearest heading above, or empty.
        lead_in: For an item of a list, the sentence that introduces the list, or empty.
        before: The sentence before, or empty.
        span: Its tokens.
    """

    text: str
    start: int
    end: int
    page: int | None
    kind: BlockKind
    index: int
    heading: str
    lead_in: str
    before: str
    span: Span

    @property
    def under(self) -> str:
        """Heading and list lead-in together: the context that rules may ask for."""
        return f"{self.heading}\n{self.lead_in}".strip()

    @property
    def quotation(self) -> Evidence:
        """The whole sentence as evidence, of nothing in particular yet."""
        return Evidence(quote=self.text, start=self.start, end=self.end, page=self.page)


def split_document(document: Document, nlp: StatementEnglish) -> tuple[Sentence, ...]:
    """The sentences of `document` in reading order, headings included, running lines left out."""
    pieces: list[_Piece] = []
    for block in document.blocks:
        if block.kind is BlockKind.RUNNING:
            continue
        doc = nlp.tokens(document.text[block.start : block.end])
        whole = block.kind is BlockKind.HEADING
        for span in _trimmed(doc, 0, len(doc)) if whole else find_sentence_spans(doc):
            part = block.kind is BlockKind.PARAGRAPH and len(span) < len(doc)
            kind = _guess_kind(span.text) if part else block.kind
            start = block.start + span.start_char
            pieces.append(_Piece(span.text, span, start, document.page_of(start), kind))
    return _in_context(pieces)


def from_texts(texts: Sequence[str], nlp: StatementEnglish) -> tuple[Sentence, ...]:
    """Sentences that were split elsewhere, in order; the layout is guessed from their form."""
    return _in_context(
        [_Piece(text, nlp.tokens(text)[:], 0, None, _guess_kind(text)) for text in texts]
    )


class _Piece(NamedTuple):
    text: str
    span: Span
    start: int
    page: int | None
    kind: BlockKind


def _in_context(pieces: Sequence[_Piece]) -> tuple[Sentence, ...]:
    context = _Context()
    sentences: list[Sentence] = []
    for index, piece in enumerate(pieces):
        heading, lead_in = context.before(piece.text, piece.kind)
        sentences.append(
            Sentence(
                text=piece.text,
                start=piece.start,
                end=piece.start + len(piece.text),
                page=piece.page,
                kind=piece.kind,
                index=index,
                heading=heading,
                lead_in=lead_in,
                before=pieces[index - 1].text if index else "",
                span=piece.span,
            )
        )
    return tuple(sentences)


def find_sentence_spans(doc: Doc) -> Iterator[Span]:
    """Sentences within one block of text, without white space at their ends.

    A line that was not broken to fit the width of its block ends a sentence too: the lines of a
    signature block, an address or a list stand for themselves.
    """
    start = 0
    opening_lines = find_opening_lines(doc.text)
    for token in doc:
        if token.i > start and (token.idx in opening_lines or _opens_sentence(doc, start, token)):
            yield from _trimmed(doc, start, token.i)
            start = token.i
    yield from _trimmed(doc, start, len(doc))


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[Span]:
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    if start < end:
        yield doc[start:end]


def _opens_sentence(doc: Doc, start: int, token: Token) -> bool:
    previous = doc[token.i - 1]
    if token.is_space or not (previous.whitespace_ or previous.is_space):
        return False
    if token.text[0].islower() or token.text[0] in _STOPS:
        return False
    last = token.i - 1
    while last > 0 and (doc[last].is_space or doc[last].text in _CLOSERS):
        last -= 1
    if doc[last].text[-1] not in _STOPS or is_item_number(doc[start : last + 1].text):
        return False
    return not _is_abbreviation(doc, last, token)


def _is_abbreviation(doc: Doc, stop: int, following: Token) -> bool:
    token = doc[stop]
    if token.text[-1] != ".":
        return False
    word = token.text if len(token.text) > 1 else (doc[stop - 1].text if stop else "")
    word = word.rstrip(".").lower()
    if len(word) == 1 and word.isalpha():
        return following.text[0].isupper() or following.is_digit  # an initial or a section sign
    if word not in _ABBREVIATIONS and "." not in word:
        return False
    if word in _MAY_END or "." in word:
        return following.lower_ not in _OPENERS
    return True


def _guess_kind(text: str) -> BlockKind:
    stripped = text.strip()
    if _BULLET.match(stripped):
        return BlockKind.LIST_ITEM
    words = stripped.split()
    short = len(words) <= 8 and not stripped.endswith((".", ";", ",", ":"))
    if short and stripped and (stripped.isupper() or (stripped[0].isupper() and len(words) <= 6)):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


class _Context:
    """The heading and list lead-in that hold for the next sentence, in reading order."""

    def __init__(self) -> None:
        self._heading = ""
        self._lead_in = ""
        self._last_item = ""
        self._items = 0

    def before(self, text: str, kind: BlockKind) -> tuple[str, str]:
        """Context of this sentence; then takes it into account for the ones that follow."""
        if kind is BlockKind.HEADING:
            self._heading, self._lead_in = text, ""
            return "", ""
        stripped = text.rstrip()
        item = kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} or self._continues(stripped)
        if item:
            self._items += 1
            self._last_item = stripped
        else:
            self._lead_in, self._items = "", 0
        found = self._heading, self._lead_in
        if not item or stripped.endswith(":"):
            self._lead_in = stripped
        return found

    def _continues(self, text: str) -> bool:
        """Whether a paragraph reads as the next item of a list that a colon led in."""
        if not self._lead_in.endswith(":") or self._items >= _MAX_ITEMS:
            return False
        if text[:1].islower() or text.endswith(_GOES_ON):
            return True
        if self._items and not self._last_item.endswith(_GOES_ON):
            # The items of a list are alike: all end with a full stop, or none does.
            return text.endswith(".") == self._last_item.endswith(".") and len(text) < _SHORT_ITEM
        return len(text) < _SHORT_ITEM
