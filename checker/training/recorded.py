"""What the classifiers of the folds said of sentences that they were not trained on.

`corpus/out_of_fold.npz` holds numbers only: for each labelled UK sentence, and each sentence of the
real texts, the logits of the classifier that never saw its organisation. So `checker evaluate`
measures the model on held-out organisations without an hour of training.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import CorpusError
from checker.training.config import TrainingConfig

_Row = NDArray[np.float32]
RECORDED = "out_of_fold.npz"
"""Where it is kept in corpus/."""
_UNKNOWN = -4.0  # logit of a sentence that was not recorded: the labels hardly apply


class RecordedLogits:
    """Stands where the classifier stands, and gives what was recorded out of fold.

    Attributes:
        version: Of the model.
        labels: What the columns mean.
        folds: Parts that the organisations were split into.
        missing: Sentences that were asked for and had not been recorded.
    """

    def __init__(
        self, version: str, labels: Sequence[str], folds: int, rows: Mapping[int, _Row]
    ) -> None:
        self.version = version
        self.labels = tuple(labels)
        self.folds = folds
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


def load_recorded(path: Path) -> RecordedLogits:
    """What was recorded in `path`.

    Raises:
        CorpusError: The file is missing or damaged.
    """
    try:
        with np.load(path) as kept:
            rows = dict(zip(kept["keys"].tolist(), kept["logits"].astype(np.float32), strict=True))
            labels = kept["labels"].tolist()
            return RecordedLogits(str(kept["version"]), labels, int(kept["folds"]), rows)
    except (OSError, ValueError, KeyError) as error:
        raise CorpusError(f"{path}: {error}. `checker train` makes it.") from error


def save_recorded(
    path: Path,
    config: TrainingConfig,
    labels: Sequence[str],
    documents: Iterable[tuple[Sequence[str], NDArray[np.float32]]],
) -> None:
    """Writes the logits of `documents`, each given as its sentences and their logits.

    Args:
        path: Where to.
        config: Of the training.
        labels: What the columns of the logits mean.
        documents: In any order; a sentence that is given twice counts once.
    """
    rows: dict[int, _Row] = {}
    for texts, logits in documents:
        rows.update(zip(_keys(texts), logits, strict=True))
    np.savez_compressed(
        path,
        version=config.version,
        folds=config.folds,
        labels=list(labels),
        keys=np.array(list(rows), dtype=np.uint64),
        logits=np.array(list(rows.values()), dtype=np.float16),
    )


def _keys(texts: Sequence[str]) -> Iterable[int]:
    """One number for each sentence between its neighbours: boilerplate is told apart by them."""
    for before, text, after in zip(["", *texts], texts, [*texts[1:], ""], strict=False):
        digest = blake2b(f"{before}\0{text}\0{after}".encode(), digest_size=8).digest()
        yield int.from_bytes(digest)
