"""Loads the spaCy pipeline that `checker train` made: word weights and transformer."""

from pathlib import Path

import spacy
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidProtobuf, NoSuchFile

from checker.analysis import classifier, word_weights
from checker.analysis.classifier import SentenceClassifier
from checker.analysis.word_weights import WordWeights
from checker.errors import CorpusError


def load_pipeline(folder: Path) -> tuple[SentenceClassifier, WordWeights]:
    """The two components of the pipeline in `folder`.

    Raises:
        CorpusError: There is no pipeline in the folder, or not a whole one.
    """
    try:
        nlp = spacy.load(folder)
        transformer = nlp.get_pipe(classifier.FACTORY)
        words = nlp.get_pipe(word_weights.FACTORY)
    except (OSError, KeyError, ValueError, Fail, InvalidProtobuf, NoSuchFile) as error:
        message = f"{folder}: not a trained pipeline: {error}. `checker train` makes one."
        raise CorpusError(message) from error
    assert isinstance(transformer, SentenceClassifier)
    assert isinstance(words, WordWeights)
    return transformer, words
