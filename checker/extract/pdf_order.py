"""The reading order of a PDF page, where it is not the order in which the page is drawn.

Most programs draw a column at once. Some draw row by row across all columns, or a box of its own
in the middle of a sentence; then the lines that go on below one another belong together.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from checker.extract.lines import is_finished
from checker.extract.pdf_fragments import Fragment

Run = list[Fragment]  # drawn one after another, each below the one before
Chain = list[int]  # numbers of runs that go on below one another

_FAR = 4.0  # letter heights: what stands farther below does not go on
_NEAR = 1.0  # letter heights: what stands as near below goes on within a paragraph
_PROSE_LINES = 3
_PROSE_LENGTH = 25  # characters of a line in the narrowest column of prose
_FULL = 0.6  # of the longest line
_SIGN_OFF = range(2, 7)  # lines of a sign-off block
_FIGURE = re.compile(r"[\W\d]*")


def in_reading_order(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments of a page as they are read.

    What was drawn row by row and is read column by column stands alone no longer.
    """
    runs = list(_runs(fragments))
    if len(runs) < 3:
        return fragments
    chains = list(_chains(runs))
    down = {number for chain in _read_down(chains, runs) for number in chain}
    segments: list[Chain] = []
    for chain in chains:
        segments.append(chain[:1])
        for before, number in pairwise(chain):
            if down.issuperset(range(before, number + 1)) or _is_cut(runs[before], runs[number]):
                segments[-1].append(number)
            else:
                segments.append([number])
    return [
        fragment._replace(alone=False) if number in down else fragment
        for segment in sorted(segments)
        for number in segment
        for fragment in runs[number]
    ]


def _runs(fragments: Sequence[Fragment]) -> Iterator[Run]:
    """The runs of a page; a ruled table, whose cells have their order, is one."""
    run: Run = []
    for fragment in fragments:
        if run:
            before = run[-1]
            in_table = before.cell and fragment.cell and before.cell.table == fragment.cell.table
            if not in_table and (
                before.cell
                or fragment.cell
                or _distance(before, fragment) < -0.5
                or _overlap(before, fragment) <= 0
            ):
                yield run
                run = []
        run.append(fragment)
    if run:
        yield run


def _chains(runs: Sequence[Run]) -> Iterator[Chain]:
    """Runs that go on below one another; what spans several chains ends them all."""
    chains: list[Chain] = []
    for number, run in enumerate(runs):
        first = run[0]
        above = [
            chain
            for chain in chains
            if _distance(runs[chain[-1]][-1], first) >= -0.5
            and _overlap(runs[chain[-1]][-1], first) > 0
        ]
        ends = [runs[chain[-1]][-1] for chain in above]
        spans = any(_overlap(end, other) <= 0 for end, other in pairwise(ends))
        near = min(above, key=lambda chain: _distance(runs[chain[-1]][-1], first), default=None)
        if first.cell or spans:
            yield from chains
            chains = [[number]]
        elif near and _distance(runs[near[-1]][-1], first) <= _FAR:
            near.append(number)
        else:
            chains.append([number])
    yield from chains


def _read_down(chains: Sequence[Chain], runs: Sequence[Run]) -> Iterator[Chain]:
    """The chains that are columns of prose, or blocks of a sign-off, among others of their kind."""
    kinds = [_kind([fragment for number in chain for fragment in runs[number]]) for chain in chains]
    for chain, kind in zip(chains, kinds, strict=True):
        crossing = {
            other_kind
            for other, other_kind in zip(chains, kinds, strict=True)
            if any(chain[0] < number < chain[-1] for number in other)
        }
        if kind and crossing <= {kind}:
            yield chain


def _kind(fragments: Sequence[Fragment]) -> tuple[str, int] | None:
    """What the lines of a chain are; blocks side by side are alike if they have as many lines."""
    lengths = [len(fragment.text) for fragment in fragments]
    full = sum(length >= _FULL * max(lengths) for length in lengths)
    is_long = len(lengths) >= _PROSE_LINES and median(lengths) >= _PROSE_LENGTH
    if is_long and full >= len(lengths) / 2:
        return "prose", 0
    figures = any(_FIGURE.fullmatch(fragment.text) for fragment in fragments)
    if len(lengths) in _SIGN_OFF and not figures and not fragments[0].cell:
        return "sign-off", len(lengths)
    return None


def _is_cut(before: Run, run: Run) -> bool:
    """Whether the sentence that one run breaks off goes on in the other."""
    last, first = before[-1], run[0]
    return (
        _distance(last, first) <= _NEAR
        and last.size == first.size
        and not is_finished(last.text)
        and first.text[0].islower()
    )


def _distance(above: Fragment, below: Fragment) -> float:
    """White space between two fragments, in letter heights; negative where they overlap."""
    return (below.top - above.bottom) / below.size


def _overlap(one: Fragment, other: Fragment) -> float:
    """How far two fragments share their place across the page, in points."""
    return min(one.right, other.right) - max(one.left, other.left)
