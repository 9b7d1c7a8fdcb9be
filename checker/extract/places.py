"""Where the characters that were read stand, until it is known where they come in the text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from checker.model.layout import UNITS, Layout

Shares = npt.NDArray[np.floating]  # of the width of a page, 0 to 1: one for each character


class Place(NamedTuple):
    """Where a line stands: shares of the height of its page, from its top."""

    first: int  # number of its first character among all those of `Places`
    top: float
    bottom: float


class Run(NamedTuple):
    """Characters of a text that come from one line of a page, one after another."""

    offset: int  # of the first in the text
    length: int
    place: Place  # of the first


class Places:
    """Left and right edge of every character that was read, in the order of reading."""

    def __init__(self) -> None:
        self._lefts: list[Shares] = []
        self._rights: list[Shares] = []
        self._count = 0

    def add(self, lefts: Shares, rights: Shares) -> int:
        """Keep the edges of some characters; returns the number of the first."""
        first = self._count
        self._lefts.append(lefts)
        self._rights.append(rights)
        self._count += len(lefts)
        return first

    def layout(self, runs: Sequence[Run], length: int) -> Layout:
        """The layout of a text of this `length`, whose characters came in these `runs`."""
        if not runs:
            return Layout()
        counts = np.array([run.length for run in runs])
        starts = np.array([run.offset for run in runs], "<u4")
        # For each character of a run its place in the text and its number here.
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        offsets = np.repeat(starts, counts) + within
        numbers = np.repeat([run.place.first for run in runs], counts) + within
        return Layout(
            starts=starts.tobytes(),
            tops=_units([run.place.top for run in runs]).tobytes(),
            bottoms=_units([run.place.bottom for run in runs]).tobytes(),
            lefts=_spread(self._lefts, numbers, offsets, length),
            rights=_spread(self._rights, numbers, offsets, length),
        )


def moved(runs: Iterable[Run], by: int) -> list[Run]:
    """The `runs` of a text once `by` characters more, or fewer, stand before it."""
    shifted: list[Run] = []
    for run in runs:
        lost = max(0, -(run.offset + by))
        if lost < run.length:
            place = run.place._replace(first=run.place.first + lost)
            shifted.append(Run(run.offset + by + lost, run.length - lost, place))
    return shifted


def _spread(
    kept: Sequence[Shares],
    numbers: npt.NDArray[np.integer],
    offsets: npt.NDArray[np.integer],
    length: int,
) -> bytes:
    spread = np.zeros(length, "<u2")
    spread[offsets] = _units(np.concatenate(kept))[numbers]
    return spread.tobytes()


def _units(shares: Shares | Sequence[float]) -> npt.NDArray[np.uint16]:
    return np.round(np.clip(shares, 0, 1) * UNITS).astype("<u2")
