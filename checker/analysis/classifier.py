"""The transformer: a spaCy component that reads sentences among their neighbours.

A small transformer (MiniLM) reads windows of neighbouring sentences and gives each sentence a logit
for each label. `checker train` makes it and writes it to corpus/pipeline as a spaCy pipeline; ADR 7
says what else was tried.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

from checker.analysis.reader import set_logits
from checker.analysis.windows import places, windows

FACTORY = "sentence_classifier"
_EXTENSION = "logits"
_MODEL, _TOKENIZER, _READING = "model.onnx", "tokenizer.json", "reading.json"
_OPENING, _CLOSING, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a classifier reads; kept beside its weights.

    Attributes:
        version: What an assessment calls it, `s54@1`.
        labels: What its columns mean, in order.
        window_tokens: Tokens that it reads at once.
        sentence_tokens: Tokens of a sentence that it reads; the rest is left out.
    """

    version: str
    labels: tuple[str, ...]
    window_tokens: int
    sentence_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The input of the network: one window of `n` sentences and `t` tokens.

    Attributes:
        positions: Of its sentences in the document.
        tokens: Word pieces, shape (1, t).
        pool: What each token gives to the mean of its sentence, shape (1, n, t).
        places: Where each sentence stands, shape (1, n, 4).
    """

    positions: range
    tokens: NDArray[np.int64]
    pool: NDArray[np.float32]
    places: NDArray[np.float32]


class WordPieces:
    """Turns the sentences of a document into windows of word pieces."""

    def __init__(self, tokenizer: Tokenizer, reading: Reading) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._reading = reading

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Word pieces of each text, cut at `sentence_tokens`; never none."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        unknown = [self._id(_UNKNOWN)]
        return [each.ids[: self._reading.sentence_tokens] or unknown for each in encoded]

    def windows(self, pieces: Sequence[Sequence[int]], *, first: int = 0) -> Iterator[Window]:
        """The windows of one document, from the word pieces of its sentences.

        Args:
            pieces: Of each sentence, in order.
            first: Sentences in the first window at most, where given.
        """
        where = np.array(list(places(len(pieces))), dtype=np.float32)
        lengths = [len(each) for each in pieces]
        for positions in windows(lengths, self._reading.window_tokens, first=first):
            tokens = [self._id(_OPENING)]
            pool = np.zeros((1, len(positions), 1 + sum(lengths[i] + 1 for i in positions)))
            for row, position in enumerate(positions):
                end = len(tokens) + lengths[position]
                pool[0, row, len(tokens) : end] = 1 / lengths[position]
                tokens += [*pieces[position], self._id(_CLOSING)]
            yield Window(
                positions=positions,
                tokens=np.array([tokens], dtype=np.int64),
                pool=pool.astype(np.float32),
                places=where[None, positions.start : positions.stop],
            )

    def _id(self, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        assert number is not None  # every BERT vocabulary has it
        return int(number)


class SentenceClassifier:
    """Gives every sentence of a document a logit for each label; safe to share between threads."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    @property
    def version(self) -> str:
        """What an assessment calls this model, `s54@1`."""
        return self._reading.version

    @property
    def labels(self) -> tuple[str, ...]:
        """What the columns of `logits` mean."""
        return self._reading.labels

    def logits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Logits of the sentences of one document, given in order; shape (sentences, labels).

        Every sentence is read twice, in windows whose boundaries differ, so that each has
        neighbours on both sides at least once; the mean of both readings is returned.
        """
        total = np.zeros((len(texts), len(self.labels)), dtype=np.float32)
        readings = np.zeros((len(texts), 1), dtype=np.float32)
        pieces = self._pieces.pieces(texts)
        for window in self._windows(pieces):
            inputs = {"tokens": window.tokens, "pool": window.pool, "places": window.places}
            span = slice(window.positions.start, window.positions.stop)
            total[span] += self._session.run(None, inputs)[0][0]
            readings[span] += 1
        mean: NDArray[np.float32] = np.divide(total, np.maximum(readings, 1), dtype=np.float32)
        return mean

    def __call__(self, doc: Doc) -> Doc:
        """Sets `sent._.logits` of every sentence of `doc`."""
        return set_logits(doc, self, _EXTENSION)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Copies the files that it was loaded from to the folder `path`."""
        del exclude  # spaCy hands it to every component
        assert self._folder is not None  # nothing was loaded yet
        shutil.copytree(self._folder, path, dirs_exist_ok=True)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "SentenceClassifier":
        """Loads the network, the word pieces and the way of reading from the folder `path`."""
        del exclude
        self._folder = Path(path)
        read = srsly.read_json(self._folder / _READING)
        self._reading = Reading(**{**read, "labels": tuple(read["labels"])})
        tokenizer = Tokenizer.from_file(str(self._folder / _TOKENIZER))
        self._pieces = WordPieces(tokenizer, self._reading)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # statements are read side by side, sums stay the same
        self._session = onnxruntime.InferenceSession(
            self._folder / _MODEL, options, providers=["CPUExecutionProvider"]
        )
        return self

    def _windows(self, pieces: Sequence[Sequence[int]]) -> Iterator[Window]:
        whole = list(self._pieces.windows(pieces))
        yield from whole
        if len(whole) > 1:
            yield from self._pieces.windows(pieces, first=max(1, len(whole[0].positions) // 2))


@Language.factory(FACTORY)
def create_sentence_classifier(nlp: Language, name: str) -> SentenceClassifier:
    """The component as spaCy makes it when a pipeline is loaded."""
    del nlp, name
    if not Span.has_extension(_EXTENSION):
        Span.set_extension(_EXTENSION, default=None)
    return SentenceClassifier()
