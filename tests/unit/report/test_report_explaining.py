"""Scores, parts and words in plain English."""

import factories
import pytest

from checker.model import Label, LabelReason
from checker.report.explaining import found_by, found_by_model, how_sure, reason_in_words

SENTENCE = "Every buyer at Wensum Foods took the training in May."


def reason(**fields):
    values = {"label": Label.TRAINING, "score": 0.974, "threshold": 0.31, "start": -0.6}
    values |= {"rules": 1.2, "model": 3}
    return reason_in_words(LabelReason(**values | fields))


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "more than 9 in 10 sure"),
        (0.95, "more than 9 in 10 sure"),
        (0.9499, "about 9 in 10 sure"),
        (0.3812, "about 4 in 10 sure"),
        (0.01, "about 1 in 10 sure"),
    ],
)
def test_explaining_confidence_is_no_finer_than_tenths(confidence, words):
    assert how_sure(confidence) == words


def test_explaining_names_rules_and_model():
    proof = factories.evidence(SENTENCE, source=("rule:a.b@1", "rule:a.c@2", "model:s54@1"))
    assert found_by(proof) == "rule:a.b@1, rule:a.c@2 and the trained model s54@1"
    assert found_by_model(proof) == ""


def test_explaining_says_when_only_the_model_found_it():
    proof = factories.evidence(SENTENCE, source=("model:s54@1",))
    assert found_by_model(proof) == found_by(proof) == "the trained model s54@1"


def test_explaining_is_silent_where_it_is_not_known_what_found_it():
    proof = factories.evidence(SENTENCE, source=())
    assert found_by_model(proof) == found_by(proof) == ""


def test_explaining_a_label_names_both_parts_and_the_words():
    assert reason(words=("trained", "e-learning")) == (
        "training: 0.97, needs 0.31; from -0.6, the rules add 1.2, the trained model adds 3.0, "
        "most by the words “trained”, “e-learning”"
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rules": 0.0}, "no rule speaks for it, the trained model adds 3.0"),
        ({"rules": -0.5}, "the rules take away 0.5, the trained model adds 3.0"),
        ({"model": 0.04}, "the rules add 1.2, the trained model adds nothing"),
        (
            {"model": -0.72, "words": ("line",)},
            "the rules add 1.2, the trained model takes away 0.7, in spite of the word “line”",
        ),
    ],
)
def test_explaining_a_label_that_one_part_speaks_against(fields, words):
    assert reason(**fields).endswith(f"from -0.6, {words}")
