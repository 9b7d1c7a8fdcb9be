"""The one place where the text of a `Document` is put together and its offsets are counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from checker.extract.cleaning import clean
from checker.extract.lines import is_dash, list_mark, text_before
from checker.extract.places import Places, Run, moved
from checker.model import Block, BlockKind, Document, Extraction, Link, Page

_TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block before its place in the text is known; its `text` is clean.

    Attributes:
        text: On one line.
        kind: What it is.
        level: Heading level 1 to 6 or list depth from 1; 0 where it has no meaning.
        row: For a table cell where it is known: its row, from 1; else 0.
        column: For a table cell where it is known: its column, from 1; else 0.
        runs: Where its characters stand, if that is known.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: int = 0
    column: int = 0
    runs: Sequence[Run] = ()


@dataclass(slots=True)
class _PageDraft:
    """A page that begins at a character of a passage (which may not exist yet)."""

    passage: int
    offset: int = 0
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None


class DocumentBuilder:
    """Collects passages in reading order and builds the `Document` that holds them.

    What the model promises holds by construction: blocks are in order, do not overlap and hold
    every character that is not white space; pages cover the text; blocks are set apart by one
    line break.
    """

    def __init__(self) -> None:
        self.places = Places()
        self._passages: list[Passage] = []
        self._pages = [_PageDraft(0)]

    def new_page(self) -> None:
        """Start the next page; the first one is there from the beginning."""
        self._pages.append(_PageDraft(len(self._passages)))

    def describe_page(
        self, *, width: float, height: float, confidence: float | None = None
    ) -> None:
        """Say how large the present page is, in points, and how sure its recognition was."""
        page = self._pages[-1]
        page.width, page.height, page.confidence = width, height, confidence

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        *,
        row: int = 0,
        column: int = 0,
    ) -> None:
        """Add a block; text without a visible character adds nothing."""
        if line := clean(text):
            self.add_passage(Passage(text=line, kind=kind, level=level, row=row, column=column))

    def add_paragraph(self, text: str) -> None:
        """Add a paragraph, or a list item where someone has typed a bullet before it."""
        line = clean(text)
        mark = list_mark(line)
        if mark and line != mark and not is_dash(mark):
            self.add(line.removeprefix(mark), BlockKind.LIST_ITEM, 1)
        else:
            self.add(line)

    def add_passage(self, passage: Passage) -> None:
        """Add a passage as it is."""
        self._passages.append(passage)

    def carry_on(self, passage: Passage, words: frozenset[str] = frozenset()) -> None:
        """Carry the last passage on at the top of a page: a paragraph that runs over.

        The document's `words` tell whether a hyphen at the end of the page stays.
        """
        last = self._passages[-1]
        text = text_before(passage.text, last.text, words)
        page = self._pages[-1]
        if (page.passage, page.offset) == (len(self._passages), 0):
            page.passage, page.offset = len(self._passages) - 1, len(text)
        runs = [*last.runs, *moved(passage.runs, len(text))]
        if last.runs and len(text) < len(last.text):
            end = last.runs[-1]
            runs[len(last.runs) - 1] = end._replace(length=end.length - 1)
        self._passages[-1] = replace(last, text=text + passage.text, runs=runs)

    def build(
        self,
        *,
        media_type: str,
        extraction: Extraction,
        title: str = "",
        links: tuple[Link, ...] = (),
    ) -> Document:
        """The document; without a `title` its first line serves, where that is short."""
        passages = self._passages
        starts = list(accumulate((len(p.text) + 1 for p in passages), initial=0))
        text = "\n".join(passage.text for passage in passages)
        turns = [min(starts[page.passage] + page.offset, len(text)) for page in self._pages]
        first = next((p.text for p in passages if p.kind is not BlockKind.RUNNING), "")
        runs = [
            Run(start + offset, length, place)
            for start, passage in zip(starts, passages, strict=False)
            for offset, length, place in passage.runs
        ]
        return Document(
            text=text,
            title=clean(title) or (first if len(first) <= _TITLE_LENGTH else ""),
            media_type=media_type,
            extraction=extraction,
            pages=tuple(
                Page(
                    number=number,
                    start=start,
                    end=end,
                    width=page.width,
                    height=page.height,
                    confidence=page.confidence,
                )
                for number, ((start, end), page) in enumerate(
                    zip(pairwise([*turns, len(text)]), self._pages, strict=True), 1
                )
            ),
            blocks=tuple(
                Block(
                    start=start,
                    end=start + len(p.text),
                    kind=p.kind,
                    level=p.level,
                    row=p.row,
                    column=p.column,
                )
                for start, p in zip(starts, passages, strict=False)
            ),
            links=links,
            layout=self.places.layout(runs, len(text)),
        )
