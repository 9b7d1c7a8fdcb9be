"""What the classifiers should say of each sentence, and which of it is known."""

from checker.model import Label, Modality
from checker.training.gold import GoldStatement

COLUMNS = (*(label.value for label in Label), Modality.PLANNED.value, Modality.NEGATED.value)
"""What the classifiers give a logit for: the labels, then a plan and a denial."""


def wanted_columns(statement: GoldStatement) -> list[list[bool]]:
    """For each sentence whether each column applies; shape (sentences, columns)."""
    return [
        [*(label in each.labels for label in Label), each.planned, each.negated]
        for each in statement.sentences
    ]


def known_columns(statement: GoldStatement) -> list[bool]:
    """Whether the annotators judged each column; AIMS judged no period, claim or modality."""
    return [*(label in statement.known for label in Label), *2 * [statement.has_modality]]
