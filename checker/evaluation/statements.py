"""How well whole statements are judged, from their full text."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from checker.evaluation.comparing import Comparison, compare
from checker.evaluation.criteria import AREAS, matrix
from checker.evaluation.labellers import Assessor
from checker.evaluation.metrics import Matrix
from checker.evaluation.sentences import ALWAYS_YES
from checker.model import AreaVerdict, Assessment, ContentArea, Label, Modality
from checker.training import AuditedStatement, GoldStatement
from checker.training.gold import load_text

KEYWORD = "the word “training”"
ANNOTATED = "the sentence labels"

Assessments = Mapping[str, Assessment]
"""Of one assessor, by statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementResults:
    """Every question that is asked of whole statements.

    Attributes:
        areas: The six areas, present or not, on the project's labelled statements.
        training: Whether training was given, as the volunteers of Walk Free read it.
        training_answers: How often each answer (yes, planned, no) met each of theirs; theirs
            first.
    """

    areas: Comparison
    training: Comparison
    training_answers: Mapping[tuple[str, str], int]


def assess_all(
    audits: Sequence[AuditedStatement], assessors: Sequence[Assessor]
) -> dict[str, Assessments]:
    """What every assessor says of every statement, by the assessor's name.

    Raises:
        SourceError: The text of a statement is missing.
    """
    sources = {audit.id: load_text(audit) for audit in audits}
    return {
        assessor.name: {
            audit.id: assessor.assess(audit.organisation, sources[audit.id]) for audit in audits
        }
        for assessor in assessors
    }


def judge_statements(
    gold: Sequence[GoldStatement],
    audits: Sequence[AuditedStatement],
    assessments: Mapping[str, Assessments],
) -> StatementResults:
    """How the assessments agree with what people said.

    Args:
        gold: Labelled statements; only those that were audited too are asked about.
        audits: What people said of whole statements.
        assessments: Of all of `audits`, by assessor; the last is what `checker check` uses.
    """
    labelled = {statement.id: statement for statement in gold}
    asked = [audit for audit in audits if audit.id in labelled]
    shipped = list(assessments.values())[-1]
    return StatementResults(
        areas=_areas([labelled[audit.id] for audit in asked], assessments),
        training=_training(asked, labelled, assessments),
        training_answers=Counter(
            (audit.training, training_answer(shipped[audit.id])) for audit in asked
        ),
    )


def training_answer(assessment: Assessment) -> str:
    """`yes` where training was given, `planned` where it is only planned, else `no`.

    Awareness that is raised, and training on other subjects, are mentioned: they are no training.
    """
    finding = assessment.area(ContentArea.TRAINING)
    if finding.verdict in {AreaVerdict.DESCRIBED, AreaVerdict.EVIDENCED}:
        return "yes"
    planned = any(evidence.modality is Modality.PLANNED for evidence in finding.evidence)
    return "planned" if planned else "no"


def _areas(
    statements: Sequence[GoldStatement], assessments: Mapping[str, Assessments]
) -> Comparison:
    def gold(statement: GoldStatement) -> Matrix:
        every_label = frozenset[Label]().union(*(s.labels for s in statement.sentences))
        return matrix([every_label], AREAS)

    def guess(found: Assessments) -> Callable[[GoldStatement], Matrix]:
        return lambda statement: np.array(
            [[area.verdict is not AreaVerdict.NONE for area in found[statement.id].areas]]
        )

    return compare(
        [criterion.name for criterion in AREAS],
        statements,
        gold,
        ours={name: guess(found) for name, found in assessments.items()},
        others={ALWAYS_YES: lambda statement: np.ones_like(gold(statement))},
    )


def _training(
    audits: Sequence[AuditedStatement],
    labelled: Mapping[str, GoldStatement],
    assessments: Mapping[str, Assessments],
) -> Comparison:
    def guess(found: Assessments) -> Callable[[AuditedStatement], Matrix]:
        return lambda audit: np.array([[training_answer(found[audit.id]) == "yes"]])

    return compare(
        ["training"],
        audits,
        lambda audit: np.array([[audit.training == "yes"]]),
        ours={name: guess(found) for name, found in assessments.items()},
        others={
            ANNOTATED: lambda audit: np.array([[_has_training(labelled[audit.id])]]),
            KEYWORD: lambda audit: np.array([[b"training" in audit.path.read_bytes().lower()]]),
            ALWAYS_YES: lambda _: np.array([[True]]),
        },
    )


def _has_training(statement: GoldStatement) -> bool:
    """Whether a sentence tells of training that was given."""
    return any(
        Label.TRAINING in sentence.labels and not sentence.planned and not sentence.negated
        for sentence in statement.sentences
    )
