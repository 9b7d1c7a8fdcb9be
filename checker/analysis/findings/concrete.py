"""Concrete measures told from vague talk."""

from checker.analysis.labelled import STEPS, LabelledSentence
from checker.model import Modality
from checker.rulebook import AreaRule, StrengthRule


def is_step_taken(each: LabelledSentence) -> bool:
    """Whether the sentence tells of a step that was taken."""
    return each.modality is Modality.TAKEN and not STEPS.isdisjoint(each.labels)


def is_concrete(each: LabelledSentence) -> bool:
    """Whether the sentence tells of something specific, or gives a figure, date, tool or result."""
    return any(
        isinstance(hit.rule, StrengthRule)
        or (isinstance(hit.rule, AreaRule) and hit.rule.strength != "mention")
        for hit in each.hits
    )
