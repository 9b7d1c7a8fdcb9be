"""What is looked for: labels, and the groups of labels that AIMS and the Act ask about."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from checker.analysis.labelled import MEASURES
from checker.evaluation.metrics import Matrix
from checker.model import ContentArea, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One question of a sentence: whether it has any of some labels."""

    name: str
    labels: frozenset[Label]


def _alone(*labels: Label) -> tuple[Criterion, ...]:
    return tuple(Criterion(name=label.value, labels=frozenset({label})) for label in labels)


AIMS_CRITERIA = (
    *_alone(
        Label.APPROVAL,
        Label.SIGNATURE,
        Label.STRUCTURE,
        Label.OPERATIONS,
        Label.SUPPLY_CHAINS,
        Label.RISK_DESCRIPTION,
    ),
    Criterion(name="mitigation", labels=MEASURES),
    *_alone(Label.REMEDIATION, Label.EFFECTIVENESS),
)
"""The nine criteria of AIMS.uk that a UK statement is asked about."""

ALL_LABELS = _alone(*Label)

MEASURE_AREAS = (
    *_alone(Label.POLICIES),
    Criterion(name="due_diligence", labels=frozenset({Label.DUE_DILIGENCE, Label.GRIEVANCE})),
    *_alone(Label.RISK_MANAGEMENT, Label.TRAINING),
)
"""The four kinds of measure that the Act names one by one, and AIMS does not."""

AREAS = (
    Criterion(
        name=ContentArea.STRUCTURE.value,
        labels=frozenset({Label.STRUCTURE, Label.OPERATIONS, Label.SUPPLY_CHAINS}),
    ),
    Criterion(name=ContentArea.POLICIES.value, labels=frozenset({Label.POLICIES})),
    Criterion(
        name=ContentArea.DUE_DILIGENCE.value,
        labels=frozenset({Label.DUE_DILIGENCE, Label.GRIEVANCE, Label.REMEDIATION}),
    ),
    Criterion(
        name=ContentArea.RISK.value,
        labels=frozenset({Label.RISK_DESCRIPTION, Label.RISK_MANAGEMENT}),
    ),
    Criterion(name=ContentArea.EFFECTIVENESS.value, labels=frozenset({Label.EFFECTIVENESS})),
    Criterion(name=ContentArea.TRAINING.value, labels=frozenset({Label.TRAINING})),
)
"""The six areas of section 54(5), by the labels that an annotator gave."""


def matrix(sentences: Iterable[Collection[Label]], criteria: Sequence[Criterion]) -> Matrix:
    """A row for each sentence, given as its labels, and a column for each criterion."""
    rows = [[not each.labels.isdisjoint(labels) for each in criteria] for labels in sentences]
    return np.array(rows, dtype=np.bool_).reshape(-1, len(criteria))
