"""The reading order of a PDF page, where it is not the order in which the page is drawn.

Most programs draw a column at once. Some draw row by row across all columns, or a box of its own
in the middle of a sentence; and the signatures of a statement stand side by side.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from checker.extract.lines import is_finished
from checker.extract.pdf.fragments import Fragment
from checker.extract.pdf.gutters import Box, find_gutters

Run = list[Fragment]  # drawn one after another, each below the one before
Chain = list[int]  # numbers of runs that go on below one another

_COLUMNS = 3
_FAR = 4.0  # letter heights: what stands farther below does not go on
_NEAR = 1.0  # letter heights: what stands as near below goes on within a paragraph
_PROSE = 20  # characters, in the narrowest of columns
_MOST_RUNS = 300  # on a page; one with more is a drawing
_SIGN_OFF = range(2, 7)  # lines of a sign-off block
_FIGURE = re.compile(r"[\W\d]*")


def goes_down(fragments: Sequence[Fragment], columns: int = _COLUMNS) -> bool:
    """Whether the text of a page goes down it once in each of so many columns, or fewer."""
    if any(each.apart for each in fragments):
        return False
    rises = sum(after.top < before.top + before.size / 2 for before, after in pairwise(fragments))
    return rises < columns


def in_reading_order(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments of a page as they are read.

    What was drawn row by row and is read column by column stands apart no longer.
    """
    if goes_down(fragments, columns=1):
        return fragments
    gutters = find_gutters([Box(*each[1:5]) for each in fragments if not each.cell])
    if gutters:
        columns = _columns(fragments, gutters)
        if any(map(_is_prose, columns)) and not any(map(_is_figures, columns)):
            return list(_down_columns(fragments, gutters))
    return _as_it_goes_on(fragments)


def _is_prose(column: Sequence[Fragment]) -> bool:
    """Whether most of what stands in a column are lines as long as those of prose."""
    lengths = [len(fragment.text) for fragment in column]
    return 2 * sum(length for length in lengths if length >= _PROSE) > sum(lengths)


def _is_figures(column: Sequence[Fragment]) -> bool:
    """Whether a column is one of a table: half of it are figures."""
    return 2 * sum(bool(_FIGURE.fullmatch(each.text)) for each in column) > len(column)


def _columns(fragments: Sequence[Fragment], gutters: Sequence[float]) -> list[list[Fragment]]:
    """What stands in each of the columns."""
    columns: list[list[Fragment]] = [[] for _ in range(len(gutters) + 1)]
    for fragment in fragments:
        column = _column(fragment, gutters)
        if column is not None:
            columns[column].append(fragment)
    return columns


def _column(fragment: Fragment, gutters: Sequence[float]) -> int | None:
    """Which column holds a fragment, from 0; None where it spans several."""
    first, last = bisect(gutters, fragment.left), bisect(gutters, fragment.right)
    return first if first == last else None


def _down_columns(fragments: Sequence[Fragment], gutters: Sequence[float]) -> Iterator[Fragment]:
    """The columns of a page one after the other, between the lines that span them."""
    rows = sorted(fragments, key=lambda each: (round(each.bottom), each.left))
    band: list[Fragment] = []
    for fragment in rows:
        if _column(fragment, gutters) is None:
            for column in _columns(band, gutters):
                yield from _part_of_column(column)
            yield fragment
            band = []
        else:
            band.append(fragment)
    for column in _columns(band, gutters):
        yield from _part_of_column(column)


def _part_of_column(column: Sequence[Fragment]) -> Iterator[Fragment]:
    shared = Counter(round(fragment.bottom) for fragment in column)
    for fragment in column:
        yield fragment._replace(apart=fragment.apart and shared[round(fragment.bottom)] > 1)


def _as_it_goes_on(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments in the order of drawing, but for sentences cut in two and signatures."""
    runs = list(_runs(fragments))
    if not 3 <= len(runs) <= _MOST_RUNS:
        return fragments
    chains = list(_chains(runs))
    down = {number for chain in _blocks(chains, runs) for number in chain}
    segments: list[tuple[int, Run]] = []
    for chain in chains:
        segments.append((chain[0], list(runs[chain[0]])))
        for before, number in pairwise(chain):
            run = runs[number]
            if down.issuperset(range(before, number + 1)):
                segments[-1][1].extend(run)
            elif _is_cut(runs[before][-1], run[0]):
                # What was drawn in between comes after the sentence.
                end = 1 + next(
                    (k for k, each in enumerate(run) if is_finished(each.text)), len(run) - 1
                )
                segments[-1][1].extend(run[:end])
                segments.append((number, run[end:]))
            else:
                segments.append((number, list(run)))
    segments.sort(key=itemgetter(0))
    return [
        fragment._replace(apart=False) if number in down else fragment
        for number, segment in segments
        for fragment in segment
    ]


def _runs(fragments: Sequence[Fragment]) -> Iterator[Run]:
    """The runs of a page; a ruled table, whose cells have their order, is one."""
    run: Run = []
    for fragment in fragments:
        if run and not _follows(run[-1], fragment):
            yield run
            run = []
        run.append(fragment)
    if run:
        yield run


def _follows(before: Fragment, fragment: Fragment) -> bool:
    if before.cell and fragment.cell:
        return before.cell.table == fragment.cell.table
    if before.cell or fragment.cell:
        return False
    return _is_above(before, fragment)


def _chains(runs: Sequence[Run]) -> Iterator[Chain]:
    """Runs that go on below one another; what spans several chains ends them all."""
    chains: list[Chain] = []
    for number, run in enumerate(runs):
        first = run[0]
        ends = {number: runs[chain[-1]][-1] for number, chain in enumerate(chains)}
        above = [place for place, end in ends.items() if _is_above(end, first)]
        spans = any(_overlap(ends[one], ends[other]) <= 0 for one, other in pairwise(above))
        near = min(above, key=lambda place: ends[place].distance(first), default=None)
        cut = next((place for place in above if _is_cut(ends[place], first)), None)
        if cut is not None:
            chains[cut].append(number)
        elif first.cell or spans:
            yield from chains
            chains = [[number]]
        elif near is not None and ends[near].distance(first) <= _FAR:
            chains[near].append(number)
        else:
            chains.append([number])
    yield from chains


def _is_above(end: Fragment, first: Fragment) -> bool:
    return end.distance(first) >= -0.5 and _overlap(end, first) > 0


def _blocks(chains: Sequence[Chain], runs: Sequence[Run]) -> Iterator[Chain]:
    """The chains that are blocks of a sign-off, drawn across one another."""
    lengths = [_block_length(chain, runs) for chain in chains]
    for chain, length in zip(chains, lengths, strict=True):
        crossing = {
            other_length
            for other, other_length in zip(chains, lengths, strict=True)
            if any(chain[0] < number < chain[-1] for number in other)
        }
        if length and crossing <= {length}:
            yield chain


def _block_length(chain: Chain, runs: Sequence[Run]) -> int:
    """Of how many lines a block of a sign-off is; 0 for anything else."""
    fragments = [fragment for number in chain for fragment in runs[number]]
    figures = any(_FIGURE.fullmatch(fragment.text) for fragment in fragments)
    is_block = len(fragments) in _SIGN_OFF and not figures and not fragments[0].cell
    return len(fragments) if is_block else 0


def _is_cut(last: Fragment, first: Fragment) -> bool:
    """Whether the sentence that one run breaks off goes on in the other."""
    return (
        last.distance(first) <= _NEAR
        and last.size == first.size
        and not is_finished(last.text)
        and (first.text[0].islower() or len(last.text) >= _PROSE)
    )


def _overlap(one: Fragment, other: Fragment) -> float:
    """How far two fragments share their place across the page, in points."""
    return min(one.right, other.right) - max(one.left, other.left)
