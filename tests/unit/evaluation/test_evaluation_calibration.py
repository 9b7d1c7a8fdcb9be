"""Scores beside outcomes."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evaluation.calibration import calibrate


def test_calibration_error_as_counted_by_hand():
    found = calibrate([(0.0, False), (0.0, True), (0.85, True), (1.0, True)])
    assert [(each.low, each.count, each.share_right) for each in found.bins] == [
        (0.0, 2, 0.5),
        (0.8, 1, 1.0),
        (0.9, 1, 1.0),
    ]
    assert found.error == pytest.approx((2 * 0.5 + 0.15 + 0.0) / 4)


def test_calibration_of_nothing_is_undefined():
    assert isnan(calibrate([]).error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_calibration_counts_every_score_once(pairs):
    found = calibrate(pairs)
    assert sum(each.count for each in found.bins) == len(pairs)
    assert 0 <= found.error <= 1


@given(st.lists(st.booleans(), min_size=1))
def test_calibration_of_certain_and_right_scores_is_perfect(outcomes):
    assert calibrate([(float(right), right) for right in outcomes]).error == 0
