"""How well single sentences are judged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from checker.evaluation.calibration import Calibration, calibrate
from checker.evaluation.comparing import Comparison, compare
from checker.evaluation.criteria import (
    AIMS_CRITERIA,
    ALL_LABELS,
    MEASURE_AREAS,
    Criterion,
    matrix,
)
from checker.evaluation.labellers import Labeller, Prediction
from checker.evaluation.metrics import Matrix
from checker.model import Label, Modality
from checker.training import GoldStatement

_MODALITIES = (Modality.PLANNED, Modality.NEGATED)
ALWAYS_YES = "always yes"
PUBLISHED = "Llama 3.2 3B"

_Guess = Callable[[GoldStatement], Matrix]
_Predictions = Mapping[str, Sequence[Prediction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceResults:
    """Every question that is asked of single sentences.

    Attributes:
        aims: The nine criteria, on AIMS.uk.
        aims_statements: The same, of whole statements: whether any sentence has it.
        labels: All labels, on the project's statements.
        measures: The four measure areas, on the UK statements of both, end to end.
        measures_given: The same, of the sentences that disclose a measure of any kind.
        modality: Planned and negated, of the sentences that disclose something.
        calibration: Of the scores, by labeller, on the UK statements of both.
    """

    aims: Comparison
    aims_statements: Comparison
    labels: Comparison
    measures: Comparison
    measures_given: Comparison
    modality: Comparison
    calibration: Mapping[str, Calibration]


def judge_sentences(
    gold: Sequence[GoldStatement],
    labellers: Sequence[Labeller],
    published: Mapping[str, Matrix],
) -> SentenceResults:
    """What the labellers make of the UK statements among `gold`.

    Args:
        gold: Labelled statements.
        labellers: The last one is what `checker check` uses.
        published: By statement, what the model to compare with says of the nine criteria.
    """
    aims = [statement for statement in gold if statement.collection == "aims_uk"]
    project = [statement for statement in gold if statement.collection == "project"]
    both = [*aims, *project]
    said: dict[str, _Predictions] = {
        labeller.name: {statement.id: labeller.label(statement) for statement in both}
        for labeller in labellers
    }
    llama: dict[str, _Guess] = {PUBLISHED: lambda statement: published[statement.id]}
    return SentenceResults(
        aims=_compare(AIMS_CRITERIA, aims, said, others=llama),
        aims_statements=_compare(AIMS_CRITERIA, aims, said, others=llama, see=_rolled_up),
        labels=_compare(ALL_LABELS, project, said),
        measures=_compare(MEASURE_AREAS, both, said),
        measures_given=_compare(MEASURE_AREAS, both, said, see=_with_a_measure),
        modality=_modality(project, said),
        calibration={name: calibrate(_scored(both, each)) for name, each in said.items()},
    )


def _compare(
    criteria: Sequence[Criterion],
    statements: Sequence[GoldStatement],
    said: Mapping[str, _Predictions],
    *,
    others: Mapping[str, _Guess] | None = None,
    see: Callable[[GoldStatement, Matrix], Matrix] = lambda _, whole: whole,
) -> Comparison:
    """The comparison on `criteria`; `see` chooses what of a statement's matrix is looked at."""

    def gold(statement: GoldStatement) -> Matrix:
        return matrix((sentence.labels for sentence in statement.sentences), criteria)

    def guess(predictions: _Predictions) -> _Guess:
        return lambda statement: matrix((p.labels for p in predictions[statement.id]), criteria)

    def seen(judge: _Guess) -> _Guess:
        return lambda statement: see(statement, judge(statement))

    peers = {**(others or {}), ALWAYS_YES: lambda statement: np.ones_like(gold(statement))}
    return compare(
        [criterion.name for criterion in criteria],
        statements,
        seen(gold),
        ours={name: seen(guess(predictions)) for name, predictions in said.items()},
        others={name: seen(judge) for name, judge in peers.items()},
    )


def _rolled_up(_: GoldStatement, whole: Matrix) -> Matrix:
    return np.array([whole.any(axis=0)])


def _with_a_measure(statement: GoldStatement, whole: Matrix) -> Matrix:
    return whole[[sentence.mitigation for sentence in statement.sentences]]


def _modality(statements: Sequence[GoldStatement], said: Mapping[str, _Predictions]) -> Comparison:
    def of_labelled(statement: GoldStatement, rows: Sequence[Sequence[bool]]) -> Matrix:
        whole = np.array(rows, dtype=np.bool_)
        return whole[[bool(sentence.labels) for sentence in statement.sentences]]

    def gold(statement: GoldStatement) -> Matrix:
        return of_labelled(statement, [[s.planned, s.negated] for s in statement.sentences])

    def guess(predictions: _Predictions) -> _Guess:
        return lambda statement: of_labelled(
            statement,
            [[p.modality is each for each in _MODALITIES] for p in predictions[statement.id]],
        )

    return compare(
        [each.value for each in _MODALITIES],
        statements,
        gold,
        ours={name: guess(predictions) for name, predictions in said.items()},
        others={ALWAYS_YES: lambda statement: np.ones_like(gold(statement))},
    )


def _scored(
    statements: Sequence[GoldStatement], predictions: _Predictions
) -> Iterator[tuple[float, bool]]:
    """Every score, with whether the annotators gave the label."""
    for statement in statements:
        for sentence, found in zip(statement.sentences, predictions[statement.id], strict=True):
            for label in Label:
                if label in statement.known:
                    yield found.scores.get(label, 0.0), label in sentence.labels
