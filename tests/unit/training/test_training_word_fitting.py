import pytest

from checker.analysis.word_weights import WordWeights
from checker.model import Label
from checker.training import GoldSentence, GoldStatement
from checker.training.config import load_training_config
from checker.training.targets import COLUMNS
from checker.training.word_fitting import fit_words


def sentence(text, *labels):
    return GoldSentence(
        text=text, labels=frozenset(labels), mitigation=bool(labels), planned=False, negated=False
    )


def statement(number):
    return GoldStatement(
        id=str(number),
        organisation=f"Wensum {number}",
        collection="project",
        sentences=(
            sentence("Wensum sells peas.", Label.STRUCTURE),
            sentence("Buyers were trained.", Label.TRAINING),
            sentence("The board approved it.", Label.APPROVAL),
        ),
        known=frozenset(Label),
        has_modality=True,
    )


@pytest.fixture(scope="module")
def fitted(root):
    config = load_training_config(root / "corpus" / "training.yml")
    statements = [statement(number) for number in range(8)]
    # A regression needs both answers to every question: one sentence has what no other has.
    rest = GoldSentence(
        text="zzz", labels=frozenset(Label), mitigation=True, planned=True, negated=True
    )
    odd = GoldStatement(
        id="odd",
        organisation="Odd",
        collection="project",
        sentences=(rest,),
        known=frozenset(Label),
        has_modality=True,
    )
    weights = WordWeights()
    fit_words(weights, [*statements, odd], config.words)
    return weights


def test_word_fitting_learns_what_words_mean(fitted):
    logits = fitted.logits(["Nothing here.", "All buyers were trained twice.", "Nothing here."])
    column = COLUMNS.index("training")
    assert logits[:, column].argmax() == 1
    assert logits[1].argmax() == column


def test_word_fitting_learns_what_neighbours_mean(fitted):
    column = COLUMNS.index("approval")
    after_training = fitted.logits(["Buyers were trained.", "Unknown words only.", ""])[1, column]
    before_training = fitted.logits(["", "Unknown words only.", "Buyers were trained."])[1, column]
    assert after_training > before_training


def test_word_fitting_gives_the_same_weights_every_time(fitted, root, tmp_path):
    assert fitted.labels == COLUMNS
    fitted.to_disk(tmp_path / "one")
    again = WordWeights().from_disk(tmp_path / "one")
    texts = ["Buyers were trained.", "The board approved it."]
    assert fitted.logits(texts) == pytest.approx(again.logits(texts), abs=0.02)
