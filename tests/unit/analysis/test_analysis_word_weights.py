import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.word_weights import Vocabulary, WordWeights, Worth

VOCABULARY = Vocabulary(positions={"audit": 0, "train": 1}, rarity=np.array([1.0, 3.0], np.float32))


@pytest.fixture(scope="module")
def weights() -> WordWeights:
    """One label: "audit" is worth 1 in the sentence, 10 in the one before, 100 in the one after."""
    filled = WordWeights()
    filled.fill(
        ["due_diligence"],
        VOCABULARY,
        Worth(
            own=np.array([[1.0], [0.0]], np.float32),
            before=np.array([[10.0], [0.0]], np.float32),
            after=np.array([[100.0], [0.0]], np.float32),
            places=np.zeros((4, 1), np.float32),
            intercept=np.array([0.5], np.float32),
        ),
    )
    return filled


def test_word_weights_count_the_words_of_a_sentence_and_of_its_neighbours(weights):
    logits = weights.logits(["We sell peas.", "An audit was made.", "We sell beans."])
    assert logits[:, 0].tolist() == [100.5, 1.5, 10.5]


def test_word_weights_of_no_sentence_are_none(weights):
    assert weights.logits([]).shape == (0, 1)


def test_word_weights_a_word_counts_for_its_share(weights):
    alone, with_a_rarer_one = (weights.logits([text])[0, 0] for text in ("audit", "audit train"))
    assert with_a_rarer_one == pytest.approx(0.5 + 1 / np.hypot(1, 3))
    assert alone == 1.5


@given(st.lists(st.sampled_from(["audit", "train", "peas", "AUDIT", "7"]), max_size=12))
def test_word_weights_a_text_has_length_one_or_nothing(words):
    found, values = VOCABULARY.read(" ".join(words))
    assert sorted(found) == sorted({VOCABULARY.positions.get(w.lower(), -1) for w in words} - {-1})
    assert np.linalg.norm(values) == pytest.approx(1.0 if len(found) else 0.0)


def test_word_weights_are_read_back_as_written(weights, tmp_path):
    weights.to_disk(tmp_path / "words")
    again = WordWeights().from_disk(tmp_path / "words")
    texts = ["An audit was made.", "We train buyers."]
    assert again.labels == weights.labels
    assert again.logits(texts).tolist() == weights.logits(texts).tolist()
