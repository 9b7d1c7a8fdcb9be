import pytest

from checker.errors import CorpusError
from checker.training.config import load_training_config


def test_training_config_of_the_corpus_is_read(root):
    config = load_training_config(root / "corpus" / "training.yml")
    assert config.version == "s54@1"
    assert config.folds >= 2


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("seed: 1", "seeds: 1", "seeds"),
        ("epochs: 8", "epochs: 0", "epochs"),
        ("window_tokens: 192", "window_tokens: 4000", "window_tokens"),
    ],
)
def test_training_config_that_cannot_be_is_refused_by_name(root, tmp_path, old, new, named):
    path = tmp_path / "training.yml"
    kept = (root / "corpus" / "training.yml").read_text()
    assert old in kept
    path.write_text(kept.replace(old, new))
    with pytest.raises(CorpusError, match=named):
        load_training_config(path)


def test_training_config_that_is_missing_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"training\.yml"):
        load_training_config(tmp_path / "training.yml")
