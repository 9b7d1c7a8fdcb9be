"""Single sentences: which statements each question is put to, and what counts."""

import numpy as np
import pytest

from checker.evaluation.sentences import judge_sentences


@pytest.fixture
def results(statement, said, told):
    gold = [
        statement("uk1", "approval", "training", ""),
        statement("p1", "training", "policies", "period", "", collection="project", planned=True),
        statement("au1", "approval", collection="aims_au"),
    ]
    labeller = told(
        answers={
            "uk1": [said("approval"), said("policies", score=0.8), said("approval")],
            "p1": [said("training", "planned"), said("policies"), said(""), said("training")],
        }
    )
    always_signed = np.zeros((3, 9), dtype=np.bool_)
    always_signed[:, 1] = True
    return judge_sentences(gold, [labeller], {"uk1": always_signed})


def test_sentences_the_nine_criteria_are_asked_of_aims_uk_only(results):
    table = results.aims.shipped.whole
    assert (table.of("approval").precision.value, table.of("approval").recall.value) == (0.5, 1)
    assert table.of("mitigation").f1.value == 1  # policies for training is still a measure
    assert results.aims.statements[0] == 1


def test_sentences_the_published_predictions_stand_beside_ours(results):
    llama = results.aims.others[0]
    assert llama.whole.of("signature").precision.value == 0
    assert llama.whole.of("approval").recall.value == 0


def test_sentences_always_yes_finds_all_and_refuses_nothing(results):
    always = results.aims.others[-1]
    assert always.whole.of("approval").recall.value == 1
    assert always.whole.of("approval").specificity.value == 0


def test_sentences_rolled_up_a_statement_has_what_any_sentence_has(results):
    table = results.aims_statements.shipped.whole
    assert (table.of("approval").f1.value, table.of("approval").f1.support) == (1, 1)


def test_sentences_given_a_measure_only_sentences_with_one_count(results):
    given = results.measures_given.shipped.whole.of("training")
    ends = results.measures.shipped.whole.of("training")
    assert (given.precision.value, ends.precision.value) == (1, 0.5)
    assert given.recall.value == ends.recall.value == 0.5


def test_sentences_modality_counts_where_something_is_disclosed(results):
    planned = results.modality.shipped.whole.of("planned")
    assert planned.recall.value == pytest.approx(1 / 3)
    assert planned.recall.support == 3


def test_sentences_every_score_of_a_known_label_is_calibrated(results):
    bins = results.calibration["told"].bins
    assert sum(each.count for each in bins) == 7 * 17
    assert [(each.count, each.share_right) for each in bins if each.low == 0.8] == [(1, 0)]
