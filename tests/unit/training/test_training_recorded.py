import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import CorpusError
from checker.training.config import load_training_config
from checker.training.recorded import Row, load_recorded, save_recorded

LABELS = ["training", "planned"]


@pytest.fixture(scope="module")
def config(root):
    return load_training_config(root / "corpus" / "training.yml")


def row(texts, value):
    shape = (len(texts), len(LABELS))
    return Row(texts, np.full(shape, value, np.float32), np.full(shape, -value, np.float32))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.text(max_size=5), min_size=1, max_size=4), max_size=4))
def test_recorded_gives_back_what_was_said_of_each_sentence(config, tmp_path_factory, documents):
    path = tmp_path_factory.mktemp("recorded") / "said.npz"
    save_recorded(path, config, LABELS, [row(texts, 2.5) for texts in documents])
    found = load_recorded(path)
    assert found.folds == config.folds
    for texts in documents:
        assert (found.transformer.logits(texts) == 2.5).all()
        assert (found.words.logits(texts) == -2.5).all()
    assert found.transformer.missing == 0


def test_recorded_tells_the_same_sentence_apart_by_its_neighbours(config, tmp_path):
    path = tmp_path / "said.npz"
    first, second = ["We buy peas.", "It applies to all."], ["We sell beans.", "It applies to all."]
    save_recorded(path, config, LABELS, [row(first, 1.0), row(second, 3.0)])
    found = load_recorded(path).transformer
    assert found.logits(first)[1, 0] == 1.0
    assert found.logits(second)[1, 0] == 3.0


def test_recorded_counts_what_it_does_not_know(config, tmp_path):
    path = tmp_path / "said.npz"
    save_recorded(path, config, LABELS, [row(["We buy peas."], 1.0)])
    found = load_recorded(path).words
    assert (found.logits(["We buy beans."]) < -3).all()
    assert found.missing == 1


def test_recorded_that_is_missing_or_damaged_is_named(tmp_path):
    with pytest.raises(CorpusError, match="checker train"):
        load_recorded(tmp_path / "nothing.npz")
    (tmp_path / "broken.npz").write_bytes(b"PK not an archive")
    with pytest.raises(CorpusError, match=r"broken\.npz"):
        load_recorded(tmp_path / "broken.npz")


def test_recorded_in_the_corpus_covers_the_labelled_statements(root, real_data):
    from checker.training import load_gold

    recorded = load_recorded(root / "corpus" / "out_of_fold.npz")
    for statement in load_gold(real_data):
        if statement.is_uk:
            recorded.transformer.logits([sentence.text for sentence in statement.sentences])
    assert recorded.transformer.missing == 0
