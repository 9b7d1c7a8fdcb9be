"""How hard a statement is to read, by Flesch's formula of 1948."""

import re
from collections.abc import Sequence

from checker.analysis.labelled import LabelledSentence
from checker.analysis.similarity import is_counted
from checker.model import Finding
from checker.rulebook import FindingScoring

_LEAST_WORDS = 100  # the formula is made for samples of so many
_QUOTED = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(r"(?:(?<=[^laeiouy])es|(?<=[^td])ed|(?<=[^l])e)$")


def find_hard_reading(
    labelled: Sequence[LabelledSentence], scoring: FindingScoring
) -> Finding | None:
    """A finding where the reading ease is below `scoring.least`; headings are not counted."""
    sentences = [each.sentence for each in labelled if is_counted(each.sentence)]
    words = [_WORD.findall(sentence.text) for sentence in sentences]
    if sum(map(len, words)) < _LEAST_WORDS:
        return None
    ease = reading_ease(words)
    if ease >= scoring.least:
        return None
    longest = sorted(zip(sentences, words, strict=True), key=lambda pair: -len(pair[1]))[:_QUOTED]
    average = round(sum(map(len, words)) / len(words))
    figure = (
        f"Flesch reading ease is {ease:.0f}, with {average} words to a sentence (60 and more is "
        "plain English)."
    )
    quotations = (sentence.quotation for sentence, _ in longest)
    return scoring.finding("hard_to_read", quotations, figure=figure)


def reading_ease(sentences: Sequence[Sequence[str]]) -> float:
    """Flesch reading ease of sentences given as words: 60 and more is plain English."""
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(count_syllables, words))
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)


def count_syllables(word: str) -> int:
    """Groups of vowels, without a silent ending: right for about nine words of ten."""
    return max(1, len(_VOWELS.findall(_SILENT_ENDING.sub("", word.casefold()))))
