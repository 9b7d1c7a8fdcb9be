"""Whether a score of 0.8 is right eight times in ten."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import numpy as np

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Scores of one tenth of the scale: the mean score, and how many of them were right."""

    low: float
    high: float
    count: int
    mean_score: float
    share_right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Scores beside outcomes.

    Attributes:
        error: Expected calibration error: mean distance of score and share, weighted by count.
        bins: The tenths of the scale that hold a score.
    """

    error: float
    bins: tuple[Bin, ...]


def calibrate(pairs: Iterable[tuple[float, bool]]) -> Calibration:
    """Calibration of scores from 0 to 1, each with whether its label is right."""
    table = np.array([(score, right) for score, right in pairs], dtype=float).reshape(-1, 2)
    if not len(table):
        return Calibration(error=nan, bins=())
    places = np.minimum((table[:, 0] * _BINS).astype(int), _BINS - 1)
    bins = []
    for place in range(_BINS):
        inside = table[places == place]
        if len(inside):
            mean_score, share_right = inside.mean(axis=0)
            bins.append(
                Bin(
                    low=place / _BINS,
                    high=(place + 1) / _BINS,
                    count=len(inside),
                    mean_score=float(mean_score),
                    share_right=float(share_right),
                )
            )
    distance = sum(each.count * abs(each.mean_score - each.share_right) for each in bins)
    return Calibration(error=distance / len(table), bins=tuple(bins))
