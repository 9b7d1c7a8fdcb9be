"""The white space between columns that a PDF draws row by row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

_BREADTH = 6.0  # points
_ROWS = 4  # that have their white space at the same place
_CROSSED = 0.2  # as many lines may span the columns: headings, mostly


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """How far down the page its middle is."""
        return (self.top + self.bottom) / 2


class _Gap(NamedTuple):
    """White space between two boxes side by side, and how far down the page it is."""

    left: float
    right: float
    middle: float


def find_gutters(boxes: Sequence[Box]) -> list[float]:
    """Where on a page white space goes down between columns, from left to right.

    The `boxes` hold what is to be seen, in the order of drawing; there is white space between any
    two of them that stand side by side.
    """
    gaps = list(_gaps(boxes))
    gutters: list[float] = []
    while len(gaps) >= _ROWS:
        place, shared = _most_shared(gaps)
        if shared < _ROWS:
            break
        through = [gap for gap in gaps if gap.left <= place < gap.right]
        gaps = [gap for gap in gaps if not gap.left <= place < gap.right]
        begins = float(np.percentile([gap.left for gap in through], 90))
        ends = float(np.percentile([gap.right for gap in through], 10))
        gutter = (begins + ends) / 2
        if ends - begins >= _BREADTH and _crossing(gutter, through, boxes) <= _CROSSED * shared:
            gutters.append(gutter)
    return sorted(gutters)


def _gaps(boxes: Sequence[Box]) -> Iterator[_Gap]:
    for one, other in pairwise(boxes):
        left, right = sorted((one, other))
        if left.top < right.middle < left.bottom and left.right < right.left:
            yield _Gap(left.right, right.left, right.middle)


def _crossing(gutter: float, gaps: Sequence[_Gap], boxes: Sequence[Box]) -> int:
    """How many boxes stand across a gutter, between its upper and its lower end."""
    first, last = min(gap.middle for gap in gaps), max(gap.middle for gap in gaps)
    return sum(box.left < gutter < box.right and first <= box.middle <= last for box in boxes)


def _most_shared(gaps: Sequence[_Gap]) -> tuple[float, int]:
    """Where most gaps lie above one another, and how many."""
    turns = sorted([(gap.left, 1) for gap in gaps] + [(gap.right, -1) for gap in gaps])
    counts = np.cumsum([step for _, step in turns])
    best = int(counts.argmax())
    return turns[best][0], int(counts[best])
