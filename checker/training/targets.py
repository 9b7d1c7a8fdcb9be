"""What the classifier should say of each sentence, and which of it is known."""

from dataclasses import dataclass

import torch
from torch import Tensor

from checker.model import Label, Modality
from checker.training.gold import GoldStatement

COLUMNS = (*(label.value for label in Label), Modality.PLANNED.value, Modality.NEGATED.value)
"""What the classifier gives a logit for: the labels, then a plan and a denial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Of one statement.

    Attributes:
        wanted: 1 where the column applies to the sentence; shape (sentences, columns).
        weight: 1 where the annotators judged the column, else 0; same shape.
    """

    wanted: Tensor
    weight: Tensor


def targets_of(statement: GoldStatement) -> Targets:
    """The targets of a labelled statement; AIMS judged no period, claim or modality."""
    wanted = [
        [*(label in each.labels for label in Label), each.planned, each.negated]
        for each in statement.sentences
    ]
    known = [
        *(label in statement.known for label in Label),
        statement.has_modality,
        statement.has_modality,
    ]
    return Targets(
        wanted=torch.tensor(wanted, dtype=torch.float32),
        weight=torch.tensor(known, dtype=torch.float32).repeat(len(wanted), 1),
    )
