"""The cheap half of the trained model: what each word of a sentence and its neighbours is worth.

A linear model: the log-odds of a label are the sum over the words of the sentence, of the one
before and of the one after, and over the place in the document. It reads thousands of sentences a
second, and what it says can be read off word by word. It is a spaCy component beside the
transformer of `classifier.py`; ADR 7 says what each adds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from checker.analysis.reader import set_logits
from checker.analysis.windows import places

FACTORY = "word_weights"
_EXTENSION = "word_logits"
_FILE = "weights.npz"
_TINY = 1e-6  # against division by nothing
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that have a weight, and how telling each is.

    Attributes:
        positions: Of each word, in lower case; in order.
        rarity: Inverse document frequency of each, by position.
    """

    positions: Mapping[str, int]
    rarity: NDArray[np.float32]

    def read(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Positions and values of the known words of `text`: tf-idf of length 1."""
        counts = Counter(self.positions[word] for word in words_of(text) if word in self.positions)
        found = np.fromiter(counts, dtype=np.intp, count=len(counts))
        times = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(times)) * self.rarity[found]
        return found, values / max(float(np.linalg.norm(values)), _TINY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What the words and places are worth for each label.

    Attributes:
        own: Of the words of the sentence, shape (words, labels).
        before: Of those of the sentence before.
        after: Of those of the sentence after.
        places: Of where the sentence stands, shape (4, labels).
        intercept: What is left without any, shape (labels).
    """

    own: NDArray[np.float32]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    places: NDArray[np.float32]
    intercept: NDArray[np.float32]


class WordWeights:
    """Gives every sentence of a document a logit for each label; safe to share between threads."""

    def __init__(self) -> None:
        self.labels: tuple[str, ...] = ()

    def fill(self, labels: Sequence[str], vocabulary: Vocabulary, worth: Worth) -> None:
        """Takes over what was learnt."""
        self.labels = tuple(labels)
        self._vocabulary = vocabulary
        self._worth = worth

    def logits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Logits of the sentences of one document, given in order; shape (sentences, labels)."""
        total = np.tile(self._worth.intercept, (len(texts), 1))
        read = [self._vocabulary.read(text) for text in texts]
        for position, (place, (found, values)) in enumerate(
            zip(places(len(texts)), read, strict=True)
        ):
            total[position] += values @ self._worth.own[found] + place @ self._worth.places
            if position:
                total[position - 1] += values @ self._worth.after[found]
            if position + 1 < len(texts):
                total[position + 1] += values @ self._worth.before[found]
        return total

    def __call__(self, doc: Doc) -> Doc:
        """Sets `sent._.word_logits` of every sentence of `doc`."""
        return set_logits(doc, self, _EXTENSION)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the words and what they are worth to the folder `path`."""
        del exclude  # spaCy hands it to every component
        path.mkdir(exist_ok=True)
        np.savez_compressed(
            path / _FILE,
            labels=list(self.labels),
            words=list(self._vocabulary.positions),
            rarity=self._vocabulary.rarity,
            **{name: getattr(self._worth, name).astype(np.float16) for name in Worth.__slots__},
        )

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "WordWeights":
        """Loads what `to_disk` wrote."""
        del exclude
        with np.load(path / _FILE) as kept:
            words = kept["words"].tolist()
            vocabulary = Vocabulary(
                positions={word: position for position, word in enumerate(words)},
                rarity=kept["rarity"],
            )
            worth = Worth(**{name: kept[name].astype(np.float32) for name in Worth.__slots__})
            self.fill(kept["labels"].tolist(), vocabulary, worth)
        return self


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case; figures and single letters are none."""
    return _WORD.findall(text.lower())


@Language.factory(FACTORY)
def create_word_weights(nlp: Language, name: str) -> WordWeights:
    """The component as spaCy makes it when a pipeline is loaded."""
    del nlp, name
    if not Span.has_extension(_EXTENSION):
        Span.set_extension(_EXTENSION, default=None)
    return WordWeights()
