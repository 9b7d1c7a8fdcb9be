"""The words of a web page, and which of them each of its elements holds.

Whether a part is site furniture is asked of every element; so the page is walked once, and each
element is then a span of one text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
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
# Elements that are looked for within others.
_LOOKED_FOR = frozenset("h1 h2 h3 h4 h5 h6 main article nav a p div form".split())
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


_GONE = _Span(0, 0, 0, 0, 0)


class Survey:
    """The words of the page as they were when it was walked, whatever is removed since."""

    def __init__(self, body: Tag, gone: Container[int]) -> None:
        self.body = body
        self.tags: list[Tag] = []
        self._spans: dict[int, _Span] = {}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._works: list[int] = []
        self._nodes: list[PageElement] = []
        self._starts: list[int] = []
        self.text, prose = self._walk(body, gone)
        self._lower = _lower(self.text)
        self._prose = _lower(prose)
        self._whole = self._spans[id(body)]

    def text_of(self, tag: Tag) -> str:
        """The words of `tag`."""
        span = self._span(tag)
        return self.text[span.start : span.end].strip()

    def length(self, tag: Tag) -> int:
        """Characters of all text in `tag`."""
        span = self._span(tag)
        return span.end - span.start

    def prose(self, tag: Tag) -> int:
        """Characters of the text in `tag` that is not in links."""
        span = self._span(tag)
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
        span = self._span(tag)
        return _holds(self._subject, span.start, span.end)

    def is_spoken_for(self, tag: Tag) -> bool:
        """Whether `tag` is on the subject, or says what a sign-off block says beside its date."""
        span = self._span(tag)
        return self.is_on_subject(tag) or bool(_SIGNING.search(self._lower, span.start, span.end))

    def is_protected(self, tag: Tag) -> bool:
        """Whether the prose of `tag` may belong to a statement, its sign-off block included."""
        span = self._span(tag)
        return self.is_on_subject(tag) or any(
            pattern.search(self._prose, span.start, span.end) for pattern in (_SIGNING, _DATE)
        )

    def may_go(self, tag: Tag) -> bool:
        """Whether the content of the page is elsewhere."""
        if self._subject and not self.is_on_subject(tag):
            return True
        return self.prose_share(tag) < _MOST

    def stretch(self, tags: Sequence[Tag]) -> tuple[int, int]:
        """Where `tags`, which follow one another, begin and end among the words of the page."""
        return (self._span(tags[0]).start, self._span(tags[-1]).end) if tags else (0, 0)

    def is_in(self, part: Tag, tag: Tag) -> bool:
        """Whether `part` is within `tag`."""
        span = self._span(tag)
        return span.first < self._span(part).first < span.after

    def begins_with(self, tag: Tag, part: Tag) -> bool:
        """Whether no text of `tag` stands before `part`, which is in it."""
        return self._span(tag).start == self._span(part).start

    def is_at_edge(self, tag: Tag) -> bool:
        """Whether all that is on the subject, or signs it off, stands on one side of `tag`."""
        span = self._span(tag)
        if not self._subject:
            return False
        return span.end <= self._subject[0] or span.start > self._last

    def holds(self, tag: Tag, *names: str) -> bool:
        """Whether an element with one of `names`, which are looked for, is in `tag` or is `tag`."""
        span = self._span(tag)
        return any(_holds(self._named.get(name, []), span.first, span.after) for name in names)

    def holds_title(self, tag: Tag) -> bool:
        """Whether the title of the page, or its main part, is in `tag`."""
        return self.holds(tag, "h1", "main")

    def count_works(self, tag: Tag) -> int:
        """How many things visitors can follow, press or fill in are in `tag`."""
        span = self._span(tag)
        return bisect_left(self._works, span.after) - bisect_left(self._works, span.first)

    def find_saying(self, *phrases: str) -> Iterator[Tag]:
        """The innermost elements in which one of `phrases`, in lower case, begins; each once."""
        nodes = (bisect_right(self._starts, start) - 1 for start in _find_all(self._lower, phrases))
        parents = (self._nodes[node].parent for node in nodes)
        yield from {id(parent): parent for parent in parents if parent is not None}.values()

    def _span(self, tag: Tag) -> _Span:
        return self._spans.get(id(tag), _GONE)

    @cached_property
    def _subject(self) -> list[int]:
        return sorted(_find_all(self._prose, _SUBJECT))

    @cached_property
    def _last(self) -> int:
        """Where the last words are that may belong to a statement."""
        last = self._subject[-1]
        return max((found.start() for found in _SIGNING.finditer(self._prose, last)), default=last)

    def share_of_subject(self, tag: Tag) -> float:
        """How much of what the page says on the subject, or else of its prose, is in `tag`."""
        if not self._subject:
            return self.prose_share(tag)
        span = self._span(tag)
        held = bisect_left(self._subject, span.end) - bisect_left(self._subject, span.start)
        return held / len(self._subject)

    def _walk(self, body: Tag, gone: Container[int]) -> tuple[str, str]:
        """The text of the page, and the same with blanks for the words of links."""
        texts: list[str] = []
        prose: list[str] = []
        at = linked = links = 0
        around = [(body, iter(body.contents), 0, 0, 0)]
        while around:
            tag, children, start, before, first = around[-1]
            for child in children:
                if id(child) in gone:
                    continue
                if isinstance(child, Tag):
                    self.tags.append(child)
                    if child.name in _LOOKED_FOR:
                        self._named[child.name].append(len(self.tags))
                    if child.name in _WORKS and not opens_a_panel(child):
                        self._works.append(len(self.tags))
                    links += child.name == "a"
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


def opens_a_panel(tag: Tag) -> bool:
    """Whether a button is the heading of a part that it unfolds, as in an accordion."""
    if tag.name != "button":
        return False
    if not (tag.has_attr("aria-controls") or tag.has_attr("aria-expanded")):
        return False
    if tag.get("aria-haspopup") is not None:
        return False
    return not any(around.name in {"nav", "header"} for around in tag.parents)


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
