"""How much of a statement stands word for word in an earlier one."""

import re
from collections.abc import Sequence

from checker.analysis.sentences import Sentence
from checker.model import BlockKind, Evidence, Finding

_MIN_WORDS = 6  # shorter lines are alike in every statement
_NOT_WORDS = re.compile(r"\W+|\d+")


def find_unchanged(sentences: Sequence[Sentence], earlier: Sequence[Sentence]) -> Finding:
    """The sentences that the earlier statement has too; dates and figures may differ.

    Headings and lines of fewer than six words are left out of the count.
    """
    known = {_normalised(sentence.text) for sentence in _counted(earlier)}
    counted = _counted(sentences)
    same = [sentence for sentence in counted if _normalised(sentence.text) in known]
    share = round(100 * len(same) / len(counted)) if counted else 0
    return Finding(
        id="unchanged_since_previous",
        title=f"{len(same)} of {len(counted)} sentences ({share} %) stand in the earlier statement",
        evidence=tuple(Evidence(quote=s.text, start=s.start, end=s.end, page=s.page) for s in same),
    )


def _counted(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [
        sentence
        for sentence in sentences
        if sentence.kind is not BlockKind.HEADING and len(sentence.text.split()) >= _MIN_WORDS
    ]


def _normalised(text: str) -> str:
    return " ".join(_NOT_WORDS.split(text.casefold())).strip()
