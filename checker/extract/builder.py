"""The one place where the text of a `Document` is put together and its offsets are counted."""

import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise

from checker.extract.lines import is_dash, list_mark
from checker.model import Block, BlockKind, Document, Extraction, Link, Page

_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"), "")
_REPAIRS = _LIGATURES | _INVISIBLE
_NOT_TEXT = {"Cc", "Cs"}  # control characters and lone surrogates, which no file can hold
_TITLE_LENGTH = 120


def clean(text: str) -> str:
    """`text` on one line: white space collapsed, ligatures spelt out, invisible marks gone."""
    line = " ".join(text.split()).translate(_REPAIRS)
    if not line.isprintable():
        line = "".join(c for c in line if unicodedata.category(c) not in _NOT_TEXT)
    return " ".join(unicodedata.normalize("NFC", line).split())


@dataclass(slots=True)
class _Draft:
    """A block before its place in the text is known."""

    text: str
    kind: BlockKind
    level: int


class DocumentBuilder:
    """Collects blocks in reading order and builds the `Document` that holds them.

    What the model promises holds by construction: blocks are in order, do not overlap and hold
    every character that is not white space; pages cover the text; blocks are set apart by one
    line break.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        # Each page starts at a character of a draft (which may not exist yet).
        self._page_starts = [(0, 0)]

    def new_page(self) -> None:
        """Start the next page; the first one is there from the beginning."""
        self._page_starts.append((len(self._drafts), 0))

    def add(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Add a block; text without a visible character adds nothing."""
        if line := clean(text):
            self._drafts.append(_Draft(line, kind, level))

    def add_paragraph(self, text: str) -> None:
        """Add a paragraph, or a list item where someone has typed a bullet before it."""
        line = clean(text)
        mark = list_mark(line)
        if mark and line != mark and not is_dash(mark):
            self.add(line.removeprefix(mark), BlockKind.LIST_ITEM, 1)
        else:
            self.add(line)

    def carry_on(self, text: str) -> None:
        """Carry the last block on at the top of a page: a paragraph that runs over."""
        last, line = self._drafts[-1], clean(text)
        if not line:
            return
        glue = "" if last.text.endswith("-") else " "
        if self._page_starts[-1] == (len(self._drafts), 0):
            self._page_starts[-1] = (len(self._drafts) - 1, len(last.text + glue))
        last.text += glue + line

    def build(
        self,
        *,
        media_type: str,
        extraction: Extraction,
        title: str = "",
        links: tuple[Link, ...] = (),
    ) -> Document:
        """The document; without a `title` its first line serves, where that is short."""
        starts = list(accumulate((len(d.text) + 1 for d in self._drafts), initial=0))
        text = "\n".join(draft.text for draft in self._drafts)
        turns = [min(starts[index] + offset, len(text)) for index, offset in self._page_starts]
        first = next((d.text for d in self._drafts if d.kind is not BlockKind.RUNNING), "")
        return Document(
            text=text,
            title=clean(title) or (first if len(first) <= _TITLE_LENGTH else ""),
            media_type=media_type,
            extraction=extraction,
            pages=tuple(
                Page(number=number, start=start, end=end)
                for number, (start, end) in enumerate(pairwise([*turns, len(text)]), 1)
            ),
            blocks=tuple(
                Block(start=start, end=start + len(d.text), kind=d.kind, level=d.level)
                for start, d in zip(starts, self._drafts, strict=False)
            ),
            links=links,
        )
