"""The transformer as it is shipped in corpus/pipeline."""

import shutil

import numpy as np
import pytest
import spacy

from checker.analysis import PIPELINE
from checker.analysis.trained_pipeline import load_pipeline
from checker.errors import CorpusError
from checker.model import Label

TEXTS = [
    "Due diligence",
    "Every new supplier is audited by a third party before we sign a contract with it.",
    "All buyers were trained to see the signs of forced labour.",
    "The board of directors approved this statement on 4 June 2025.",
]


@pytest.fixture(scope="module")
def folder(root):
    return root / "corpus" / PIPELINE


@pytest.fixture(scope="module")
def classifier(folder):
    return load_pipeline(folder)[0]


def test_classifier_tells_plain_sentences_apart(classifier):
    found = classifier.logits(TEXTS)
    assert found.shape == (4, len(classifier.labels))
    best = [classifier.labels[column] for column in found.argmax(axis=1)]
    assert best[1:] == ["due_diligence", "training", "approval"]
    assert (found[0, : len(Label)] < found[1:, : len(Label)].max()).all()


def test_classifier_gives_the_same_numbers_every_time(classifier):
    assert np.array_equal(classifier.logits(TEXTS), classifier.logits(TEXTS))


def test_classifier_reads_a_sentence_among_its_neighbours(classifier):
    among, alone = classifier.logits(TEXTS)[2], classifier.logits(TEXTS[2:3])[0]
    assert not np.allclose(among, alone, atol=1e-3)


def test_classifier_reads_any_number_of_sentences_of_any_length(classifier):
    assert classifier.logits([]).shape == (0, len(classifier.labels))
    long = ["", "x" * 5000, "audit " * 2000, *TEXTS * 30]
    assert np.isfinite(classifier.logits(long)).all()


def test_pipeline_is_a_spacy_pipeline_that_reads_the_sentences_of_a_doc(folder):
    nlp = spacy.load(folder)
    assert nlp.pipe_names == ["word_weights", "sentence_classifier"]
    doc = nlp.make_doc(" ".join(TEXTS[1:3]))
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = doc[token.i - 1].text == "."
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert len(list(doc.sents)) == 2
    for sentence in doc.sents:
        assert len(sentence._.logits) == len(sentence._.word_logits) == len(Label) + 2


def test_pipeline_is_written_again_as_it_was_read(folder, tmp_path, classifier):
    spacy.load(folder).to_disk(tmp_path / "copy")
    again, _ = load_pipeline(tmp_path / "copy")
    assert np.array_equal(again.logits(TEXTS), classifier.logits(TEXTS))


def test_pipeline_is_small(folder):
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert size <= 40_000_000


@pytest.mark.parametrize("lost", ["sentence_classifier/model.onnx", "config.cfg", "word_weights"])
def test_pipeline_that_is_not_whole_is_named(folder, tmp_path, lost):
    shutil.copytree(folder, tmp_path / "pipeline")
    path = tmp_path / "pipeline" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(CorpusError, match="checker train"):
        load_pipeline(tmp_path / "pipeline")


def test_pipeline_that_is_damaged_is_named(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "pipeline")
    (tmp_path / "pipeline" / "sentence_classifier" / "model.onnx").write_bytes(b"not a network")
    with pytest.raises(CorpusError, match="checker train"):
        load_pipeline(tmp_path / "pipeline")
