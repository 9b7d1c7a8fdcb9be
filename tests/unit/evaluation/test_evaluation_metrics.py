"""Counted by hand where the cases are small; properties where they are many."""

from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from checker.evaluation.metrics import agreement, part, score, share


def rows(*values: str):
    """A matrix from strings of 0 and 1."""
    return np.array([[digit == "1" for digit in row] for row in values])


@st.composite
def answered(draw):
    """Gold and predicted matrices of some statements, of the same shapes."""
    columns = draw(st.integers(1, 4))
    lengths = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    gold = [draw(arrays.arrays(np.bool_, (length, columns))) for length in lengths]
    predicted = [draw(arrays.arrays(np.bool_, matrix.shape)) for matrix in gold]
    return gold, predicted, [f"c{column}" for column in range(columns)]


def test_metrics_score_as_counted_by_hand():
    gold = [rows("10", "10", "01"), rows("10", "00")]
    predicted = [rows("10", "00", "11"), rows("10", "00")]
    table = score(gold, predicted, ["a", "b"])
    a, b = table.criteria
    assert (a.precision.value, a.precision.support) == (pytest.approx(2 / 3), 3)
    assert (a.recall.value, a.recall.support) == (pytest.approx(2 / 3), 3)
    assert (a.f1.value, a.f1.support) == (pytest.approx(2 / 3), 3)
    assert (a.specificity.value, a.specificity.support) == (pytest.approx(1 / 2), 2)
    assert (b.f1.value, b.f1.support) == (1.0, 1)
    assert table.macro_f1.value == pytest.approx((2 / 3 + 1) / 2)
    assert table.micro_f1.value == pytest.approx(2 * 3 / (2 * 3 + 1 + 1))
    assert table.macro_specificity.value == pytest.approx((1 / 2 + 1) / 2)
    assert table.macro_f1.support == table.micro_f1.support == 5
    assert table.of("b") is b


def test_metrics_what_is_not_there_is_undefined_and_left_out_of_the_mean():
    table = score([rows("10")], [rows("10")], ["a", "b"])
    assert isnan(table.of("b").f1.value)
    assert isnan(table.of("b").f1.low)
    assert table.macro_f1.value == 1.0


def test_metrics_no_statement_is_undefined():
    assert isnan(score([], [], ["a"]).macro_f1.value)


def test_metrics_matrices_of_different_statements_are_refused():
    with pytest.raises(ValueError):
        score([rows("1")], [], ["a"])


@settings(max_examples=25)  # every example is resampled a thousand times
@given(answered())
def test_metrics_every_figure_is_a_share_within_its_interval(case):
    gold, predicted, names = case
    table = score(gold, predicted, names)
    for each in table.criteria:
        for estimate in (each.precision, each.recall, each.f1, each.specificity):
            if not isnan(estimate.value):
                assert 0 <= estimate.low <= estimate.high <= 1
                assert 0 <= estimate.value <= 1
    assert repr(score(gold, predicted, names)) == repr(table)


@settings(max_examples=25)  # every example is resampled a thousand times
@given(answered())
def test_metrics_what_agrees_with_itself_is_perfect(case):
    gold, _, names = case
    table = score(gold, gold, names)
    perfect = [table.macro_f1, table.micro_f1, table.macro_specificity]
    for each in table.criteria:
        perfect += [each.precision, each.recall, each.f1, each.specificity]
    for estimate in perfect:
        assert isnan(estimate.value) or estimate.value == estimate.low == estimate.high == 1


@settings(max_examples=25)  # every example is resampled a thousand times
@given(answered())
def test_metrics_gold_and_guess_exchanged_exchange_precision_and_recall(case):
    gold, predicted, names = case
    there, back = score(gold, predicted, names), score(predicted, gold, names)
    for a, b in zip(there.criteria, back.criteria, strict=True):
        assert a.precision.value == pytest.approx(b.recall.value, nan_ok=True)
        assert a.f1.value == pytest.approx(b.f1.value, nan_ok=True)


@settings(max_examples=25)  # every example is resampled a thousand times
@given(answered())
def test_metrics_the_order_of_sentences_does_not_matter(case):
    gold, predicted, names = case
    turned = [matrix[::-1] for matrix in gold], [matrix[::-1] for matrix in predicted]
    assert repr(score(*turned, names)) == repr(score(gold, predicted, names))


def test_metrics_statements_are_resampled_not_sentences():
    """One statement of a thousand alike sentences says no more than one of two."""
    right, wrong = rows("1"), rows("0")
    gold = [np.repeat(right, 1000, axis=0), np.repeat(right, 1000, axis=0)]
    estimate = score(gold, [gold[0], np.repeat(wrong, 1000, axis=0)], ["a"]).of("a").recall
    assert (estimate.low, estimate.value, estimate.high) == (0.0, 0.5, 1.0)


def test_metrics_share_of_what_is_right():
    estimate = share([True, True, False, True])
    assert (estimate.value, estimate.support) == (0.75, 4)
    assert estimate.low < 0.75 < estimate.high


def test_metrics_part_of_a_number_of_statements():
    assert part(3, 4) == share([True, True, True, False])
    assert isnan(part(0, 0).value)


def test_metrics_agreement_resamples_statements_not_their_decisions():
    estimate = agreement([[True] * 50, [False] * 50])
    assert (estimate.low, estimate.value, estimate.high) == (0.0, 0.5, 1.0)
    assert estimate.support == 100
