"""The bookmarks of a PDF: the lines that they lead to are headings."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium

from checker.extract.elements import Element, Role
from checker.extract.lines import Line

_MOST = 500
_DEEPEST = 6  # as many levels as headings have
_LONGEST = 200  # characters of a heading
_ROWS = 4  # lines of a heading
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT_SHOWN = re.compile(r"[\W_]+")
_OPEN = frozenset({Role.PARAGRAPH, Role.GROUP})  # roles that headings are given by mistake


class Bookmark(NamedTuple):
    """A bookmark.

    Attributes:
        number: From 1, in their order.
        page: Where it leads: a page, from 0.
        level: From 1.
        title: Without what is not letters and digits, in lower case.
    """

    number: int
    page: int
    level: int
    title: str


def find_bookmarks(pdf: pdfium.PdfDocument) -> list[Bookmark]:
    """The bookmarks that may be headings."""
    found: list[Bookmark] = []
    for number, bookmark in enumerate(islice(pdf.get_toc(max_depth=_DEEPEST), _MOST), 1):
        title = bookmark.get_title()
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None and len(title) <= _LONGEST and _WORD.search(title):
            found.append(Bookmark(number, page, bookmark.level + 1, _bare(title)))
    return found


def mark_headings(lines: Sequence[Line], bookmarks: Sequence[Bookmark]) -> list[Line]:
    """The lines of a page, with those that the `bookmarks` on it lead to as headings.

    Of several that say what the bookmark says, the largest is the heading.
    """
    marked = list(lines)
    texts = [_bare(line.text) for line in lines]
    for bookmark in bookmarks:
        places = [span for start in range(len(lines)) if (span := _span(texts, start, bookmark))]
        best = max(places, key=lambda span: lines[span[0]].size, default=range(0))
        element = Element(-bookmark.number, Role.HEADING, bookmark.level)
        for place in best:
            known = marked[place].element
            if known is None or known.role in _OPEN:
                marked[place] = marked[place]._replace(element=element)
    return marked


def _span(texts: Sequence[str], start: int, bookmark: Bookmark) -> range | None:
    """The lines from `start` that together say what a bookmark says."""
    said = ""
    for end in range(start, min(start + _ROWS, len(texts))):
        said += texts[end]
        if said == bookmark.title:
            return range(start, end + 1)
        if not said or not bookmark.title.startswith(said):
            return None
    return None


def _bare(text: str) -> str:
    return _NOT_SHOWN.sub("", text).casefold()
