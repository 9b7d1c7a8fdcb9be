"""What the models of the folds said of sentences that they were not trained on.

`corpus/out_of_fold.npz` holds numbers only: for each labelled UK sentence, and each sentence of the
real texts, the logits of the model that never saw its organisation. So `checker evaluate` measures
the model on held-out organisations without hours of training.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.errors import CorpusError
from checker.training.config import TrainingConfig

RECORDED = "out_of_fold.npz"
"""Where it is kept in corpus/."""
_UNKNOWN = -4.0  # logit of a sentence that was not recorded: the labels hardly apply


class Row(NamedTuple):
    """One document: its sentences, and the logits of each by both halves of the model."""

    texts: Sequence[str]
    transformer: NDArray[np.float32]
    words: NDArray[np.float32]


class RecordedLogits:
    """Stands where one half of the model stands, and gives what was recorded out of fold.

    Attributes:
        labels: What the columns mean.
        missing: Sentences that were asked for and had not been recorded.
    """

    def __init__(self, labels: Sequence[str], rows: Mapping[int, NDArray[np.float32]]) -> None:
        self.labels = tuple(labels)
        self.missing = 0
        self._rows = rows

    def logits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Logits of the sentences of one document, shape (sentences, labels)."""
        found = np.full((len(texts), len(self.labels)), _UNKNOWN, dtype=np.float32)
        for position, key in enumerate(_keys(texts)):
            if key in self._rows:
                found[position] = self._rows[key]
            else:
                self.missing += 1
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Both halves of the model, as they were recorded.

    Attributes:
        folds: Parts that the organisations were split into.
        transformer: The first half.
        words: The second.
    """

    folds: int
    transformer: RecordedLogits
    words: RecordedLogits

    @property
    def missing(self) -> int:
        """Sentences that were asked for and had not been recorded."""
        return self.transformer.missing


def load_recorded(path: Path) -> Recorded:
    """What was recorded in `path`.

    Raises:
        CorpusError: The file is missing or damaged.
    """
    try:
        with np.load(path) as kept:
            keys, labels = kept["keys"].tolist(), kept["labels"].tolist()
            transformer, words = (
                RecordedLogits(labels, dict(zip(keys, kept[half].astype(np.float32), strict=True)))
                for half in ("transformer", "words")
            )
            return Recorded(folds=int(kept["folds"]), transformer=transformer, words=words)
    except (OSError, ValueError, KeyError) as error:
        raise CorpusError(f"{path}: {error}. `checker train` makes it.") from error


def save_recorded(
    path: Path, config: TrainingConfig, labels: Sequence[str], documents: Iterable[Row]
) -> None:
    """Writes the logits of `documents`.

    Args:
        path: Where to.
        config: Of the training.
        labels: What the columns of the logits mean.
        documents: In any order; a sentence that is given twice between the same counts once.
    """
    rows: dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}
    for row in documents:
        halves = zip(row.transformer, row.words, strict=True)
        rows.update(zip(_keys(row.texts), halves, strict=True))
    np.savez_compressed(
        path,
        folds=config.folds,
        labels=list(labels),
        keys=np.array(list(rows), dtype=np.uint64),
        transformer=np.array([one for one, _ in rows.values()], dtype=np.float16),
        words=np.array([other for _, other in rows.values()], dtype=np.float16),
    )


def _keys(texts: Sequence[str]) -> Iterable[int]:
    """One number for each sentence between its neighbours: boilerplate is told apart by them."""
    for before, text, after in zip(["", *texts], texts, [*texts[1:], ""], strict=False):
        digest = blake2b(f"{before}\0{text}\0{after}".encode(), digest_size=8).digest()
        yield int.from_bytes(digest)
