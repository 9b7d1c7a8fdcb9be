"""Wording that stands elsewhere too: in last year's statement, or in those of strangers.

Texts are compared by their runs of six words, figures and names left out: a sentence in which the
name and the year were changed is the same, and so is one in which a word or two were. Only hashes
of the runs are kept, from which no text can be read back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from checker.analysis.sentences import Sentence
from checker.errors import CorpusError
from checker.model import BlockKind, Finding
from checker.rulebook import FindingScoring

RUN = 6  # words; shorter runs are alike in every statement
_BYTES = 8  # of a hash
_COVERED = 0.8  # of a sentence's words, from which on it is the same
_WORD = re.compile(r"[^\W\d_]+")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_OPENERS = frozenset(
    "a all an and any as at by during each every following for from if in it its modern no of on "
    "or our slavery some such that the their there these they this those to we when "
    "where with".split()
)
_VERBS = frozenset("is are was were has have had will does do and".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """Hashes of the runs of words of some texts."""

    runs: frozenset[int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Wording":
        """The wording of `texts`."""
        return cls(frozenset(run for text in texts for run in hash_runs(text)))

    @classmethod
    def load(cls, path: Path) -> "Wording":
        """The wording that `save` wrote.

        Raises:
            CorpusError: The file is missing or cannot be read.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CorpusError(f"{path}: {error}. `checker train` makes it.") from error
        starts = range(0, len(content), _BYTES)
        return cls(
            frozenset(int.from_bytes(content[start : start + _BYTES], "little") for start in starts)
        )

    def save(self, path: Path) -> None:
        """Writes the hashes, eight bytes each, in order."""
        hashes = (run.to_bytes(_BYTES, "little") for run in sorted(self.runs))
        path.write_bytes(b"".join(hashes))

    def has(self, text: str) -> bool:
        """Whether four fifths of the words of `text` stand in runs that are known."""
        runs = hash_runs(text)
        covered: set[int] = set()
        for start, run in enumerate(runs):
            if run in self.runs:
                covered.update(range(start, start + RUN))
        return bool(runs) and len(covered) >= _COVERED * (len(runs) + RUN - 1)


def hash_runs(text: str) -> list[int]:
    """The hash of every run of six words of `text`, in order; none where it is shorter."""
    words = _words(text)
    return [
        int.from_bytes(
            blake2b(" ".join(words[start : start + RUN]).encode(), digest_size=_BYTES).digest(),
            "little",
        )
        for start in range(len(words) - RUN + 1)
    ]


def find_unchanged(
    sentences: Sequence[Sentence],
    earlier: Sequence[Sentence],
    *,
    scoring: FindingScoring,
) -> Finding:
    """The sentences that the earlier statement has too; names and figures may differ.

    Headings and lines of fewer than six words are left out of the count.
    """
    known = Wording.of(sentence.text for sentence in earlier if is_counted(sentence))
    counted = [sentence for sentence in sentences if is_counted(sentence)]
    same = [sentence for sentence in counted if known.has(sentence.text)]
    finding = scoring.finding(
        "unchanged_since_previous",
        (sentence.quotation for sentence in same),
        figure=f"{share_of(len(same), len(counted))}.",
    )
    return finding if same else replace(finding, advice=())


def share_of(number: int, all_of_them: int) -> str:
    """`3 of 12 sentences (25 %)`."""
    share = round(100 * number / all_of_them) if all_of_them else 0
    return f"{number} of {all_of_them} sentences ({share} %)"


def is_counted(sentence: Sentence) -> bool:
    """Whether a share of sentences counts it: no heading, and long enough to be told apart."""
    return sentence.kind is not BlockKind.HEADING and len(_words(sentence.text)) >= RUN


def _words(text: str) -> list[str]:
    """The words in lower case, figures and names left out."""
    words = _WORD.findall(text.translate(_LIGATURES))
    return [
        word.casefold()
        for index, word in enumerate(words)
        if not _is_name(word, words[index + 1] if index + 1 < len(words) else "", first=not index)
    ]


def _is_name(word: str, following: str, *, first: bool) -> bool:
    """Whether a capital makes it a name; the first word of a sentence is one before a verb."""
    if not word[0].isupper():
        return False
    if not first:
        return True
    return word.casefold() not in _OPENERS and (following[:1].isupper() or following in _VERBS)
