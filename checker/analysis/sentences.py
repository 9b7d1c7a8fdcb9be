"""Splits a document into sentences that respect its layout, each with its context.

A heading, list item or table cell never runs into its neighbour; running headers and page numbers
are no sentences. Every sentence knows the heading it stands under, what leads its list in and what
heads its row and column, because "modern slavery policy" or "94%" alone says little.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from checker.analysis.boundaries import find_sentence_starts
from checker.analysis.contexts import Context
from checker.analysis.language import StatementEnglish
from checker.analysis.tables import find_cell_heads
from checker.model import BlockKind, Document, Evidence

_BULLET = re.compile(r"^\W*(?:[•▪●◦‣\-–—*o]|\(?[a-z0-9ivx]{1,4}[.)])\s+", re.IGNORECASE)
OPENING = 12  # sentences in which a document says what it is, whose, and for which year
_FEW_WORDS = 4  # in a table cell; more speak for themselves


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
        lead_ins: What introduces it, the outermost first: the sentence before its list or table,
            and the items that it is a sub-item of.
        heads: For a table cell, a title of the table and the heads of its row and column.
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
    lead_ins: tuple[str, ...]
    heads: tuple[str, ...]
    before: str
    span: Span

    @property
    def under(self) -> str:
        """Heading, lead-ins and heads together: the context that rules may ask for."""
        return "\n".join((self.heading, *self.lead_ins, *self.heads)).strip()

    @property
    def reading(self) -> str:
        """The text as it is understood: a few words or a figure in a table follow their heads."""
        if not self.heads or len(self.text.split()) > _FEW_WORDS:
            return self.text
        return f"{' · '.join(self.heads)}: {self.text}"

    @property
    def quotation(self) -> Evidence:
        """The whole sentence as evidence, of nothing in particular yet."""
        return Evidence(
            quote=self.text, start=self.start, end=self.end, page=self.page, heads=self.heads
        )


def split_document(document: Document, nlp: StatementEnglish) -> tuple[Sentence, ...]:
    """The sentences of `document` in reading order, headings included, running lines left out."""
    cell_heads = find_cell_heads(document)
    pieces: list[_Piece] = []
    for block in document.blocks:
        if block.kind is BlockKind.RUNNING:
            continue
        text = document.text[block.start : block.end]
        starts = () if block.kind is BlockKind.HEADING else find_sentence_starts(text)
        spans = list(_spans(nlp.tokens(text), [0, *starts, len(text)]))
        parts = block.kind is BlockKind.PARAGRAPH and len(spans) > 1
        heads = cell_heads.get(block.start, ())
        for span in spans:
            kind = _guess_kind(span.text) if parts else block.kind
            start = block.start + span.start_char
            page = document.page_of(start)
            pieces.append(_Piece(span.text, span, start, page, kind, block.level, heads))
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
    level: int = 0
    heads: tuple[str, ...] = ()


def _in_context(pieces: Sequence[_Piece]) -> tuple[Sentence, ...]:
    context = Context()
    sentences: list[Sentence] = []
    for index, piece in enumerate(pieces):
        heading, lead_ins = context.before(piece.text, piece.kind, piece.level)
        sentences.append(
            Sentence(
                text=piece.text,
                start=piece.start,
                end=piece.start + len(piece.text),
                page=piece.page,
                kind=piece.kind,
                index=index,
                heading=heading,
                lead_ins=lead_ins,
                heads=piece.heads,
                before=pieces[index - 1].text if index else "",
                span=piece.span,
            )
        )
    return tuple(sentences)


def _spans(doc: Doc, cuts: Sequence[int]) -> Iterator[Span]:
    """The tokens between the `cuts`, without white space at their ends."""
    text = doc.text
    for start, end in pairwise(cuts):
        piece = text[start:end].rstrip()
        if words := piece.lstrip():
            span = doc.char_span(start + len(piece) - len(words), start + len(piece))
            assert span is not None  # a cut stands after white space, where a token begins
            yield span


def _guess_kind(text: str) -> BlockKind:
    stripped = text.strip()
    if _BULLET.match(stripped):
        return BlockKind.LIST_ITEM
    words = stripped.split()
    short = len(words) <= 8 and not stripped.endswith((".", ";", ",", ":"))
    if short and stripped and (stripped.isupper() or (stripped[0].isupper() and len(words) <= 6)):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
