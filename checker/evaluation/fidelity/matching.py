"""Which sentences of a text are read from its rendering, and which others."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checker.analysis.language import StatementEnglish
from checker.analysis.sentences import split_document
from checker.model import Document

_QUOTES = dict.fromkeys(map(ord, '‘’‚‛“”„‟«»′″`´"'), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_BULLET = re.compile(r"^[•·▪*-]\s+")  # a list item is the same with its mark and without


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How the sentences that are read meet those of the text, as multisets.

    Attributes:
        found: How many are the same.
        lost: Those of the text that are not read.
        added: Those that are read and not in the text.
    """

    found: int
    lost: tuple[str, ...]
    added: tuple[str, ...]


class Splitter:
    """The sentences of documents, in the form in which they are compared."""

    def __init__(self) -> None:
        self._nlp = StatementEnglish()

    def sentences(self, document: Document) -> list[str]:
        """The sentences of `document` in order, each normalised."""
        texts = (normalised(each.text) for each in split_document(document, self._nlp))
        return [text for text in texts if text]


def normalised(sentence: str) -> str:
    """`sentence` without what is a matter of type: case, width of spaces, quotes, dashes."""
    plain = unicodedata.normalize("NFKC", sentence).casefold()
    plain = " ".join(plain.translate(_QUOTES | _DASHES).split())
    return _BULLET.sub("", plain)


def match(wanted: Iterable[str], read: Iterable[str], allowed: Iterable[str]) -> Match:
    """Compares two lists of normalised sentences.

    Args:
        wanted: The sentences of the text.
        read: Those read from the rendering.
        allowed: Sentences that the rendering shows besides: reading them counts neither way.
    """
    expected = Counter(wanted)
    got = Counter(read)
    lost = expected - got
    added = got - expected - Counter(allowed)
    return Match(
        found=(expected & got).total(), lost=tuple(lost.elements()), added=tuple(added.elements())
    )
