"""What both halves of the trained model are: readers of the sentences of one document."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc


class Reader(Protocol):
    """What gives the sentences of a document their logits."""

    @property
    def labels(self) -> Sequence[str]:
        """What the columns of `logits` mean."""

    def logits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Of the sentences of one document, given in order; shape (sentences, labels)."""


def set_logits(doc: Doc, reader: Reader, extension: str) -> Doc:
    """`doc`, whose sentences now hold what `reader` says of them under `sent._.<extension>`."""
    sentences = list(doc.sents)
    found = reader.logits([sentence.text for sentence in sentences])
    for sentence, row in zip(sentences, found, strict=True):
        sentence._.set(extension, row)
    return doc
