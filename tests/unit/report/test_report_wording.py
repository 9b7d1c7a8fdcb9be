"""Every value that can be shown has its words."""

import pytest

from checker import errors
from checker.model import (
    AreaVerdict,
    ContentArea,
    Extraction,
    Force,
    Label,
    Modality,
    Outcome,
    Requirement,
    RequirementVerdict,
)
from checker.report import wording


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.AREAS, ContentArea),
        (wording.AREAS_IN_BRIEF, ContentArea),
        (wording.AREA_QUESTIONS, ContentArea),
        (wording.AREA_VERDICTS, AreaVerdict),
        (wording.AREA_VERDICTS_IN_BRIEF, AreaVerdict),
        (wording.AREA_VERDICT_MEANINGS, AreaVerdict),
        (wording.REQUIREMENTS, Requirement),
        (wording.REQUIREMENT_VERDICTS, RequirementVerdict),
        (wording.LINK_VERDICTS, RequirementVerdict),
        (wording.FORCES, Force),
        (wording.LABELS, Label),
        (wording.OUTCOMES, Outcome),
        (wording.OUTCOME_MEANINGS, Outcome),
        (wording.OUTCOME_NEXT_STEPS, Outcome),
        (wording.EXTRACTIONS, Extraction),
    ],
)
def test_wording_covers_every_value_in_order(words, values):
    assert list(words) == list(values)
    assert all(words.values())


def test_wording_has_words_for_what_does_not_count_as_a_step():
    assert list(wording.NOT_DONE) == [Modality.PLANNED, Modality.NEGATED]


def test_wording_puts_every_outcome_into_one_group():
    grouped = [outcome for members in wording.OUTCOME_GROUPS.values() for outcome in members]
    assert sorted(grouped) == sorted(Outcome)


def test_wording_says_what_to_do_with_every_draft_that_cannot_be_read():
    unreadable = set(errors.ExtractError.__subclasses__()) - {errors.NoPageImage}  # it was read
    assert set(wording.UNREADABLE_DRAFTS) == unreadable


def test_wording_never_calls_anyone_non_compliant():
    said = [words for name, words in vars(wording).items() if name.isupper()]
    assert "complian" not in str(said).lower()
