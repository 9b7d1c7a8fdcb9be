"""The groups of labels are those of design.md §5.2, and of the rulebook's scoring."""

import numpy as np
import pytest

from checker.evaluation.criteria import AIMS_CRITERIA, ALL_LABELS, AREAS, MEASURE_AREAS, matrix
from checker.model import ContentArea, Label
from checker.rulebook import load_rulebook


def test_criteria_the_areas_are_made_of_the_labels_that_the_scoring_gives_them(root):
    scoring = load_rulebook(root / "rules").scoring
    assert [criterion.name for criterion in AREAS] == [area.value for area in ContentArea]
    for criterion in AREAS:
        assert criterion.labels == set(scoring.areas[ContentArea(criterion.name)].labels)


def test_criteria_mitigation_is_any_measure():
    mitigation = next(each for each in AIMS_CRITERIA if each.name == "mitigation")
    rows = [set(), {Label.TRAINING}, {Label.EFFECTIVENESS}, {Label.GRIEVANCE, Label.PERIOD}]
    assert matrix(rows, [mitigation]).tolist() == [[False], [True], [False], [True]]


def test_criteria_a_row_for_each_sentence_and_a_column_for_each_criterion():
    found = matrix([{Label.POLICIES}, {Label.GRIEVANCE}], MEASURE_AREAS)
    assert found.tolist() == [[True, False, False, False], [False, True, False, False]]
    assert found.dtype == np.bool_


@pytest.mark.parametrize("criteria", [AIMS_CRITERIA, ALL_LABELS, AREAS])
def test_criteria_no_sentence_is_no_row(criteria):
    assert matrix([], criteria).shape == (0, len(criteria))
