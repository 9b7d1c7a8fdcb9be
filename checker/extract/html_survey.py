"""The words of a web page, and which of them each of its elements holds.

Whether a part is site furniture is asked of every element; so the page is walked once, and each
element is then a span of one text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from bs4 import Tag
from bs4.element import CData, NavigableString, PageElement

TEXT_NODES = frozenset({NavigableString, CData})  # comments and declarations are strings, too

# What only the subject of a statement says.
_SUBJECT = (
    *("slavery", "traffick", "forced labour", "child labour", "bonded labour", "section 54"),
    *("compulsory labour", "supply chain", "supplier"),
)
# What a sign-off block says, and what also dates a teaser.
_SIGNING = re.compile(
    r"\b(?:sign(?:ed|ature|atory)|approv(?:ed|al)|on behalf of|board|director|chief|chair\w*|ceo"
    r"|cfo|coo|secretary|president|principal|partner|trustees?|governors?|officer|head of"
    r"|financial year)\b"
)
_DATE = re.compile(
    r"\bdated?\b|(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) 20\d\d"
)
_WORKS = frozenset({"a", "button", "form", "input"})
_MOST = 0.5  # of the prose of a page


class _Span(NamedTuple):
    """What an element holds: its characters, how many of them are in links, and its elements.

    Elements are counted in the order in which they begin; `first` is the element itself.
    """

    start: int
    end: int
    linked: int
    first: int
    after: int


class Survey:
    """The words of the page as they were when it was walked, whatever is removed since."""

    def __init__(self, body: Tag) -> None:
        self.tags: list[Tag] = []
        self._spans: dict[int, _Span] = {}
        self._works: list[int] = []
        self._titles: list[int] = []
        self._nodes: list[PageElement] = []
        self._starts: list[int] = []
        self.text, prose = self._walk(body)
        self._lower = _lower(self.text)
        self._prose = _lower(prose)
        self._whole = self._spans[id(body)]

    def text_of(self, tag: Tag) -> str:
        """The words of `tag`."""
        span = self._spans[id(tag)]
        return self.text[span.start : span.end].strip()

    def length(self, tag: Tag) -> int:
        """Characters of all text in `tag`."""
        span = self._spans[id(tag)]
        return span.end - span.start

    def prose(self, tag: Tag) -> int:
        """Characters of the text in `tag` that is not in links."""
        span = self._spans[id(tag)]
        return span.end - span.start - span.linked

    def prose_share(self, tag: Tag) -> float:
        """How much of the prose of the page is in `tag`: 0 to 1."""
        whole = self._whole.end - self._whole.start - self._whole.linked
        return self.prose(tag) / max(whole, 1)

    def link_share(self, tag: Tag) -> float:
        """How much of the text of `tag` is links: 0 to 1."""
        return 1 - self.prose(tag) / max(self.length(tag), 1)

    def is_on_subject(self, tag: Tag) -> bool:
        """Whether the prose of `tag` speaks of what a statement is about."""
        span = self._spans[id(tag)]
        return _holds(self._subject, span.start, span.end)

    def is_spoken_for(self, tag: Tag) -> bool:
        """Whether `tag` is on the subject, or says what a sign-off block says beside its date."""
        span = self._spans[id(tag)]
        return self.is_on_subject(tag) or bool(_SIGNING.search(self._lower, span.start, span.end))

    def is_protected(self, tag: Tag) -> bool:
        """Whether the prose of `tag` may belong to a statement, its sign-off block included."""
        span = self._spans[id(tag)]
        return self.is_on_subject(tag) or any(
            pattern.search(self._prose, span.start, span.end) for pattern in (_SIGNING, _DATE)
        )

    def may_go(self, tag: Tag) -> bool:
        """Whether the content of the page is elsewhere."""
        if self._subject and not self.is_on_subject(tag):
            return True
        return self.prose_share(tag) < _MOST

    def begins_with(self, tag: Tag, part: Tag) -> bool:
        """Whether no text of `tag` stands before `part`, which is in it."""
        return self._spans[id(tag)].start == self._spans[id(part)].start

    def is_at_edge(self, tag: Tag) -> bool:
        """Whether all that is on the subject, or signs it off, stands on one side of `tag`."""
        span = self._spans[id(tag)]
        if not self._subject:
            return False
        return span.end <= self._subject[0] or span.start > self._last

    def holds_title(self, tag: Tag) -> bool:
        """Whether the title of the page, or its main part, is in `tag`."""
        span = self._spans[id(tag)]
        return _holds(self._titles, span.first, span.after)

    def count_works(self, tag: Tag) -> int:
        """How many things visitors can follow, press or fill in are in `tag`."""
        span = self._spans[id(tag)]
        return bisect_left(self._works, span.after) - bisect_left(self._works, span.first)

    def find_saying(self, *phrases: str) -> Iterator[Tag]:
        """The innermost elements in which one of `phrases`, in lower case, begins."""
        for start in _find_all(self._lower, phrases):
            parent = self._nodes[bisect_right(self._starts, start) - 1].parent
            if parent is not None:
                yield parent

    @cached_property
    def _subject(self) -> list[int]:
        return sorted(_find_all(self._prose, _SUBJECT))

    @cached_property
    def _last(self) -> int:
        """Where the last words are that may belong to a statement."""
        last = self._subject[-1]
        return max((found.start() for found in _SIGNING.finditer(self._prose, last)), default=last)

    def _walk(self, body: Tag) -> tuple[str, str]:
        """The text of the page, and the same with blanks for the words of links."""
        texts: list[str] = []
        prose: list[str] = []
        at = linked = links = 0
        around = [(body, iter(body.contents), 0, 0, 0)]
        while around:
            tag, children, start, before, first = around[-1]
            for child in children:
                if isinstance(child, Tag):
                    self.tags.append(child)
                    if child.name in _WORKS:
                        self._works.append(len(self.tags))
                        links += child.name == "a"
                    elif child.name in {"h1", "main"}:
                        self._titles.append(len(self.tags))
                    around.append((child, iter(child.contents), at, linked, len(self.tags)))
                    break
                if type(child) in TEXT_NODES and (words := " ".join(str(child).split())):
                    self._nodes.append(child)
                    self._starts.append(at)
                    words += " "
                    at += len(words)
                    linked += len(words) if links else 0
                    texts.append(words)
                    prose.append(" " * len(words) if links else words)
            else:
                self._spans[id(tag)] = _Span(start, at, linked - before, first, len(self.tags) + 1)
                links -= tag.name == "a"
                around.pop()
        return "".join(texts), "".join(prose)


def _lower(text: str) -> str:
    """`text` in lower case, where that leaves every character in its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _holds(places: list[int], start: int, end: int) -> bool:
    following = bisect_left(places, start)
    return following < len(places) and places[following] < end


def _find_all(text: str, phrases: tuple[str, ...]) -> Iterator[int]:
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            yield at
            at = text.find(phrase, at + len(phrase))
