"""Precision, recall, F1 and specificity, with bootstrap intervals resampled by statement.

Sentences of one statement are alike, so an interval that resamples sentences would be too narrow.
A ratio whose denominator is zero is undefined (`nan`): it is left out of a mean, and is not a zero.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.bool_]
"""Of one statement: a row for each sentence, a column for each criterion."""

_Counts = NDArray[np.float64]  # last axis: true positives, false positives, false negatives, …
_Values = NDArray[np.float64]
_RESAMPLES = 1000
_SEED = 54
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with its 95 % percentile bootstrap interval; `nan` where it is undefined.

    Attributes:
        value: Measured on the statements as they are.
        low: 2.5th percentile of the resamples.
        high: 97.5th percentile of the resamples.
        support: How many cases it rests on: sentences or statements to be found.
    """

    value: float
    low: float
    high: float
    support: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well one criterion is found."""

    name: str
    precision: Estimate
    recall: Estimate
    f1: Estimate
    specificity: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """How well several criteria are found.

    Attributes:
        criteria: In the order they were given.
        macro_f1: Mean F1 of the criteria; its support counts rows.
        micro_f1: F1 of all decisions together; its support counts rows.
        macro_specificity: Mean specificity; its support counts rows.
    """

    criteria: tuple[Score, ...]
    macro_f1: Estimate
    micro_f1: Estimate
    macro_specificity: Estimate

    def of(self, name: str) -> Score:
        """The score of the criterion `name`."""
        return next(score for score in self.criteria if score.name == name)


def score(gold: Sequence[Matrix], predicted: Sequence[Matrix], names: Sequence[str]) -> ScoreTable:
    """How well `predicted` agrees with `gold`.

    Args:
        gold: Of each statement; rows are sentences, or the one row of a whole statement.
        predicted: Of the same statements, in the same shape.
        names: Of the columns.
    """
    counts = _count(gold, predicted, len(names))
    drawn = _resample(counts)
    total = counts.sum(axis=0)
    rows = sum(len(matrix) for matrix in gold)
    found = [int(each) for each in total[:, 0] + total[:, 2]]
    refused = [int(each) for each in total[:, 1] + total[:, 3]]
    chosen = [int(each) for each in total[:, 0] + total[:, 1]]
    precision = _estimates(_precision(total), _precision(drawn), chosen)
    recall = _estimates(_recall(total), _recall(drawn), found)
    f1 = _estimates(_f1(total), _f1(drawn), found)
    specificity = _estimates(_specificity(total), _specificity(drawn), refused)
    return ScoreTable(
        criteria=tuple(
            Score(
                name=name,
                precision=precision[column],
                recall=recall[column],
                f1=f1[column],
                specificity=specificity[column],
            )
            for column, name in enumerate(names)
        ),
        macro_f1=_estimate(_mean(_f1(total)), _mean(_f1(drawn)), rows),
        micro_f1=_estimate(_f1(total.sum(axis=-2)), _f1(drawn.sum(axis=-2)), rows),
        macro_specificity=_estimate(_mean(_specificity(total)), _mean(_specificity(drawn)), rows),
    )


def agreement(right: Iterable[Sequence[bool]]) -> Estimate:
    """The share of decisions that are right; a sequence of them for each statement."""
    rows = [np.array(each, dtype=np.bool_).reshape(-1, 1) for each in right]
    return score([np.ones_like(each) for each in rows], rows, ["right"]).criteria[0].recall


def share(right: Iterable[bool]) -> Estimate:
    """The share of statements for which one decision is right."""
    return agreement([each] for each in right)


def part(right: int, of: int) -> Estimate:
    """The same from counts: `right` of so many statements."""
    return share(index < right for index in range(of))


def _count(gold: Sequence[Matrix], predicted: Sequence[Matrix], columns: int) -> _Counts:
    """Statements × criteria × (true positives, false positives, false negatives, true ones)."""
    counts = np.zeros((len(gold), columns, 4))
    for row, (truth, guess) in enumerate(zip(gold, predicted, strict=True)):
        counts[row, :, 0] = (truth & guess).sum(axis=0)
        counts[row, :, 1] = (~truth & guess).sum(axis=0)
        counts[row, :, 2] = (truth & ~guess).sum(axis=0)
        counts[row, :, 3] = (~truth & ~guess).sum(axis=0)
    return counts


def _resample(counts: _Counts) -> _Counts:
    """Resamples × criteria × counts: as many statements each time, drawn with replacement."""
    statements = len(counts)
    if not statements:
        return np.zeros((_RESAMPLES, *counts.shape[1:]))
    generator = np.random.default_rng(_SEED)
    times = generator.multinomial(statements, np.full(statements, 1 / statements), _RESAMPLES)
    drawn: _Counts = np.tensordot(times, counts, axes=1)
    return drawn


def _precision(counts: _Counts) -> _Values:
    return _ratio(counts[..., 0], counts[..., 0] + counts[..., 1])


def _recall(counts: _Counts) -> _Values:
    return _ratio(counts[..., 0], counts[..., 0] + counts[..., 2])


def _f1(counts: _Counts) -> _Values:
    agreed = 2 * counts[..., 0]
    return _ratio(agreed, agreed + counts[..., 1] + counts[..., 2])


def _specificity(counts: _Counts) -> _Values:
    return _ratio(counts[..., 3], counts[..., 3] + counts[..., 1])


def _ratio(part: _Values, whole: _Values) -> _Values:
    defined = whole > 0
    quotient: _Values = np.where(defined, part / np.where(defined, whole, 1), nan)
    return quotient


def _mean(values: _Values) -> _Values:
    """Mean over the criteria that are defined."""
    defined = ~np.isnan(values)
    return _ratio(np.where(defined, values, 0).sum(axis=-1), defined.sum(axis=-1) * 1.0)


def _estimates(values: _Values, drawn: _Values, support: Sequence[int]) -> list[Estimate]:
    return [
        _estimate(values[column], drawn[:, column], number) for column, number in enumerate(support)
    ]


def _estimate(value: float | _Values, drawn: _Values, support: int) -> Estimate:
    measured = float(value)
    usable = drawn[~np.isnan(drawn)]
    if isnan(measured) or not usable.size:
        return Estimate(value=measured, low=nan, high=nan, support=support)
    tail = (1 - _CONFIDENCE) / 2
    low, high = np.quantile(usable, [tail, 1 - tail])
    return Estimate(value=measured, low=float(low), high=float(high), support=support)
