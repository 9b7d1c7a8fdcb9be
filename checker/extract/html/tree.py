"""A web page as a tree of elements, of a depth and size that every later step can afford."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.builder._lxml import LXMLTreeBuilder

from checker.extract.limits import check_elements

_DEEPEST = 128  # elements within one another; browsers flatten what is beyond 512


def parse_tree(markup: str, name: str) -> BeautifulSoup:
    """The tree of the page `name`.

    Raises:
        TooLong: It has more elements than are read.
    """
    return BeautifulSoup(markup, builder=_FlatBuilder(name))


def walk(body: Tag, gone: set[int]) -> Iterator[Tag]:
    """Every element of the page, without those whose `id` is, or meanwhile comes, among `gone`."""
    waiting = [body]
    while waiting:
        tag = waiting.pop()
        if id(tag) in gone:
            continue
        if tag is not body:
            yield tag
        if id(tag) not in gone:
            waiting += [child for child in reversed(tag.contents) if isinstance(child, Tag)]


class _FlatBuilder(LXMLTreeBuilder):
    """Keeps the words, but not the elements, of what is nested too deeply."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._depth = 0
        self._elements = 0

    def start(
        self,
        tag: str | bytes,
        attrib: dict[str | bytes, str | bytes],
        nsmap: dict[str, str] | None = None,
    ) -> None:
        """Open an element, unless it is too deep."""
        self._depth += 1
        self._elements += 1
        check_elements(self._elements, self._name)
        if self._depth <= _DEEPEST:
            super().start(tag, attrib, nsmap or {})
        else:
            self.data("\n")  # so that its words stay apart from those before

    def end(self, tag: str | bytes) -> None:
        """Close an element, if it was opened."""
        if self._depth <= _DEEPEST:
            super().end(tag)
        self._depth -= 1
