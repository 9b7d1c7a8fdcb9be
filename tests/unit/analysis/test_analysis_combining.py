from collections.abc import Sequence

import factories
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis import WEIGHTS, Analyser, TrainedModel, load_model
from checker.analysis.combining import Logits, Weights
from checker.analysis.similarity import Wording
from checker.errors import CorpusError
from checker.model import Label, Modality

COLUMNS = (*(label.value for label in Label), "planned", "negated")
EVEN = Weights(intercept=0.0, transformer=1.0, words=1.0, rules=4.0, threshold=0.6)
NUMBERS = st.floats(min_value=-30, max_value=30)


class Says:
    """A reader that says the same of every sentence."""

    labels = COLUMNS

    def __init__(self, **logits: float) -> None:
        self._row = [logits.get(name, -5.0) for name in COLUMNS]

    def logits(self, texts: Sequence[str]) -> np.ndarray:
        self.read = list(texts)
        return np.array([self._row] * len(texts), dtype=np.float32)


def model(transformer: Says, words: Says | None = None) -> TrainedModel:
    return TrainedModel(
        version="s54@7",
        digest="0" * 64,
        transformer=transformer,
        words=words or Says(**dict.fromkeys(COLUMNS, 0.0)),
        weights=dict.fromkeys(COLUMNS, EVEN),
        common_wording=Wording(frozenset()),
    )


@given(NUMBERS, NUMBERS, st.floats(min_value=0, max_value=1))
def test_weights_a_score_is_a_probability_and_rises_with_each_opinion(transformer, words, rules):
    score = EVEN.score(Logits(transformer=transformer, words=words), rules)
    assert 0 <= score <= 1
    assert EVEN.score(Logits(transformer=transformer + 1, words=words), rules) >= score
    assert EVEN.score(Logits(transformer=transformer, words=words + 1), rules) >= score
    assert EVEN.score(Logits(transformer=transformer, words=words), rules + 0.1) >= score


def test_combine_the_model_finds_what_no_rule_hits(label):
    [found] = model(Says(training=2.0)).combine(label(["Forty colleagues sat in on it."]))
    assert found.labels == (Label.TRAINING,)
    assert found.scores[Label.TRAINING] == pytest.approx(0.8808, abs=1e-4)
    assert found.sources_of(found.labels) == ("model:s54@7",)


def test_combine_the_model_reads_a_figure_in_a_table_after_its_heads(rulebook, table):
    transformer = Says()
    document = table([["Measure", "2024/25"], ["Buyers trained", "94%"]])
    source = factories.source_document(document.text.encode())
    Analyser(rulebook, model(transformer)).assess(document, source)
    assert transformer.read[-1] == "Buyers trained · 2024/25: 94%"


def test_combine_the_model_overrules_a_rule_it_disbelieves(label):
    by_rules = label(["All buyers were trained on modern slavery."])
    assert Label.TRAINING in by_rules[0].labels
    [found] = model(Says()).combine(by_rules)
    assert Label.TRAINING not in found.labels


def test_combine_names_the_rules_alone_where_the_model_leans_away(label):
    by_rules = label(["All buyers were trained on modern slavery."])
    [found] = model(Says(training=-1.0)).combine(by_rules)
    assert found.votes[Label.TRAINING] == by_rules[0].votes[Label.TRAINING]
    [found] = model(Says(training=1.0)).combine(by_rules)
    assert found.votes[Label.TRAINING][-1] == "model:s54@7"


@pytest.mark.parametrize(
    ("says", "text", "modality"),
    [
        ({}, "We trained forty colleagues.", Modality.TAKEN),
        ({"planned": 3.0}, "We trained forty colleagues.", Modality.PLANNED),
        ({"planned": 9.0}, "We have not trained any buyers yet.", Modality.NEGATED),
        ({"planned": -9.0}, "We will train all buyers next year.", Modality.PLANNED),
    ],
)
def test_combine_adds_plans_and_takes_none_away(label, says, text, modality):
    [found] = model(Says(training=2.0, **says)).combine(label([text]))
    assert found.modality is modality


def test_reason_adds_up_to_the_score(label):
    trained = model(Says(training=0.7))
    [found] = trained.combine(label(["All buyers were trained on modern slavery."]))
    reason = trained.reason(found, Label.TRAINING)
    assert reason.score == pytest.approx(
        1 / (1 + np.exp(-(reason.start + reason.rules + reason.model))), abs=0.01
    )
    assert reason.rules > 0
    assert reason.threshold == 0.6


def test_load_model_names_what_is_missing(tmp_path, root):
    with pytest.raises(CorpusError, match=WEIGHTS):
        load_model(tmp_path)
    (tmp_path / WEIGHTS).write_text('{"training": {"intercept": 1}}')
    with pytest.raises(CorpusError, match="transformer"):
        load_model(tmp_path)
