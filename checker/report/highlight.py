"""Cuts a text where evidence begins and ends, so that overlapping evidence can be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A piece of evidence to mark in the text.

    Attributes:
        id: Anchor of the marked words.
        finding: Anchor of the finding it supports.
        start: First character in the document's text.
        end: One past the last character.
        label: What it is evidence of, for a reader.
        modality: Taken, planned, negated or unclear.
    """

    id: str
    finding: str
    start: int
    end: int
    label: str
    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text that is wholly inside or outside every highlight.

    Attributes:
        text: The words.
        highlights: Those it lies in; none for plain text.
        begins: Of them, those whose first words in this text are here: their anchors.
        ends: Of them, those whose last words in this text are here: their labels.
    """

    text: str
    highlights: tuple[Highlight, ...] = ()
    begins: tuple[Highlight, ...] = ()
    ends: tuple[Highlight, ...] = ()


def find_segments(
    text: str, spans: Iterable[tuple[int, int]], highlights: Sequence[Highlight]
) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each span of `text`; joined, those of a span are the span's text.

    Args:
        text: The document's text.
        spans: Half-open character spans in reading order, not overlapping.
        highlights: May overlap each other and cross from one span into the next.
    """
    lines = [_cut(start, end, highlights) for start, end in spans]
    first: dict[str, tuple[int, int]] = {}
    last: dict[str, tuple[int, int]] = {}
    for line in lines:
        for start, end, covering in line:
            for highlight in covering:
                first.setdefault(highlight.id, (start, end))
                last[highlight.id] = (start, end)
    return tuple(
        tuple(
            Segment(
                text=text[start:end],
                highlights=covering,
                begins=tuple(h for h in covering if first[h.id] == (start, end)),
                ends=tuple(h for h in covering if last[h.id] == (start, end)),
            )
            for start, end, covering in line
        )
        for line in lines
    )


_Cut = tuple[int, int, tuple[Highlight, ...]]


def _cut(start: int, end: int, highlights: Sequence[Highlight]) -> list[_Cut]:
    inside = [h for h in highlights if h.start < end and h.end > start]
    edges = {start, end}
    for highlight in inside:
        edges |= {max(highlight.start, start), min(highlight.end, end)}
    points = sorted(edges)
    return [
        (left, right, tuple(h for h in inside if h.start < right and h.end > left))
        for left, right in pairwise(points)
    ]
