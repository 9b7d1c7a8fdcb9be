"""Headers, footers and page numbers: lines that belong to the paper, not to the text."""

import re
from collections import Counter
from collections.abc import Sequence

from checker.extract.elements import FURNITURE
from checker.extract.lines import Line

_EDGE = 4  # lines at the head and at the foot of a page where running text is looked for
_PAGE_OF = re.compile(r"\W*page\s*\d{1,3}(?:\s*(?:of|/|\|)\s*\d{1,3})?\W*", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\W*\d{1,3}\s*(?:of|/|\|)\s*\d{1,3}\W*|\d{1,3}\s*\|\s*page\W*", re.IGNORECASE
)
_WORDS_OR_DATE = re.compile(r"[^\W\d_]|0\W+0")
_BARE_NUMBER = re.compile(r"\W*\d{1,3}\W*")


def find_running(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """For each page the places of the lines that are running text.

    These are page numbers, and lines at the head or foot of a page that come back, digits
    aside, on a quarter of the pages; but not the title at the head of the first page.
    """
    edges = [_edges(page) for page in pages]
    heads = _find_repeated(pages, [head for head, _ in edges])
    feet = _find_repeated(pages, [foot for _, foot in edges])
    found: list[set[int]] = []
    for number, (page, (head, foot)) in enumerate(zip(pages, edges, strict=True)):
        here = _find_at_edge(page, head, heads)
        if number == 0:
            here -= _largest(page)
        here |= _find_at_edge(page, foot, feet)
        if len(pages) == 1:
            here -= {place for place, line in enumerate(page) if _BARE_NUMBER.fullmatch(line.text)}
        here |= {place for place, line in enumerate(page) if _PAGE_OF.fullmatch(line.text)}
        here |= {place for place, line in enumerate(page) if line.element == FURNITURE}
        found.append(here - _within_elements(page))
    return found


def _find_repeated(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[int]]
) -> set[tuple[int, str]]:
    """The words and dates that come back at this edge of the pages, as many lines from it."""
    counts: Counter[tuple[int, str]] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        counts.update((rank, _mask(page[place].text)) for rank, place in enumerate(edge))
    enough = max(2, len(pages) / 4)
    often = (key for key, count in counts.items() if count >= enough)
    return {(rank, mask) for rank, mask in often if _WORDS_OR_DATE.search(mask)}


def _within_elements(page: Sequence[Line]) -> set[int]:
    """The lines of paragraphs that tags show to have several; running text has not."""
    counts = Counter(line.element for line in page)
    return {
        place
        for place, line in enumerate(page)
        if line.element and line.element.is_block and counts[line.element] > 1
    }


def _largest(page: Sequence[Line]) -> set[int]:
    """The lines in the largest letters of a page; on typed pages all are."""
    largest = max((line.size for line in page), default=0.0)
    return {place for place, line in enumerate(page) if line.size == largest}


def _edges(page: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The lines at the head and those at the foot, from the edge inwards; none is both."""
    order = sorted(range(len(page)), key=lambda place: page[place].top)
    middle = (len(page) + 1) // 2
    return order[:middle][:_EDGE], order[middle:][::-1][:_EDGE]


def _find_at_edge(
    page: Sequence[Line], edge: Sequence[int], repeated: set[tuple[int, str]]
) -> set[int]:
    """Running lines at one edge; a bare number only outside of all text, or beside such a line."""
    found: set[int] = set()
    numbers: set[int] = set()
    outermost = True
    for rank, place in enumerate(edge):
        line = page[place]
        is_number = bool(_BARE_NUMBER.fullmatch(line.text))
        if (rank, _mask(line.text)) in repeated or _NUMBER_OF.fullmatch(line.text):
            found.add(place)
        elif is_number and (line.cell or not outermost):
            numbers.add(place)  # perhaps the value of a table
        elif is_number:
            found.add(place)
            outermost = False
        else:
            outermost = False
    rows = {round(page[place].top, 2) for place in found}
    return found | {place for place in numbers if round(page[place].top, 2) in rows}


def _mask(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.casefold().split()))
