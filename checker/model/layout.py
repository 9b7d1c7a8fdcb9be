"""Where the characters of a text stand on its pages."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = 65_535  # of a page, across and down: what fits into sixteen bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page, whatever its size: shares of its width and height, 0 to 1.

    Attributes:
        page: Page number from 1.
        left: From the left edge.
        top: From the upper edge.
        right: From the left edge.
        bottom: From the upper edge.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The lines of a text and the place of each of its characters, packed.

    Places are in 65,535ths of the page, counted from its upper left corner. Empty where nothing is
    known of the place, as in a web page.

    Attributes:
        starts: For each line its first character in the text, ascending (unsigned, 32 bits).
        tops: For each line its upper edge (unsigned, 16 bits).
        bottoms: For each line its lower edge (unsigned, 16 bits).
        lefts: For each character of the text its left edge (unsigned, 16 bits).
        rights: The same for its right edge; 0 for a character that is on no page, as a space is
            between two lines.
    """

    starts: bytes = b""
    tops: bytes = b""
    bottoms: bytes = b""
    lefts: bytes = b""
    rights: bytes = b""

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int, int, int, int]]:
        """For each line that shows characters of text[start:end], in order.

        The first of these characters, then left, top, right and bottom of them all, in units.
        """
        starts = memoryview(self.starts).cast("I")
        tops, bottoms = memoryview(self.tops).cast("H"), memoryview(self.bottoms).cast("H")
        lefts, rights = memoryview(self.lefts).cast("H"), memoryview(self.rights).cast("H")
        for line in range(max(bisect_right(starts, start) - 1, 0), len(starts)):
            first = max(start, starts[line])
            last = min(end, starts[line + 1]) if line + 1 < len(starts) else end
            if first >= end:
                return
            seen = [place for place in range(first, min(last, len(rights))) if rights[place]]
            if seen:
                left, right = min(lefts[k] for k in seen), max(rights[k] for k in seen)
                yield seen[0], left, tops[line], right, bottoms[line]
