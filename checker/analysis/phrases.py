"""The phrase language of the rules, compiled to spaCy `Matcher` patterns.

| in a rule          | hits                                                         |
|--------------------|--------------------------------------------------------------|
| `audit supplier`   | the two words one after the other, in any form ("audited suppliers") |
| `=will`            | exactly this word, in any case                               |
| `audit|inspect`    | one of these words                                           |
| `our?`             | the word or nothing                                          |
| `NUMBER`           | a number, in figures or words                                |
| `...`              | up to 6 words of any kind; `...3` up to 3                    |
"""

import re
from dataclasses import dataclass
from typing import Any

from checker.analysis.language import StatementEnglish, stem

Pattern = list[dict[str, Any]]

_GAP = re.compile(r"\.\.\.(\d+)?")
_DEFAULT_GAP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase, compiled.

    Attributes:
        pattern: For spaCy's `Matcher`.
        needs: Groups of word forms or stems; a text without one of each group cannot be hit.
            Comparing sets is far faster than matching, and most phrases fail here.
    """

    pattern: Pattern
    needs: tuple[frozenset[str], ...]


def compile_phrase(phrase: str, nlp: StatementEnglish) -> Phrase:
    """`phrase` ready to be matched.

    Raises:
        ValueError: The phrase begins or ends with a gap, or holds no word at all.
    """
    words = phrase.split()
    pattern: Pattern = []
    for word in words:
        gap = _GAP.fullmatch(word)
        if gap:
            pattern.append({"OP": f"{{0,{gap[1] or _DEFAULT_GAP}}}"})
        elif word == "NUMBER":
            pattern.append({"LIKE_NUM": True})
        else:
            pattern += _compile_word(word, nlp)
    if not pattern or _GAP.fullmatch(words[0]) or _GAP.fullmatch(words[-1]):
        raise ValueError(f"{phrase!r} must begin and end with a word")
    needs = tuple(_words_of(test) for test in pattern if "OP" not in test and "LIKE_NUM" not in test)
    return Phrase(pattern=pattern, needs=needs)


def _words_of(test: dict[str, Any]) -> frozenset[str]:
    value = test.get("NORM") or test["LOWER"]
    return frozenset(value["IN"]) if isinstance(value, dict) else frozenset({value})


def _compile_word(word: str, nlp: StatementEnglish) -> Pattern:
    optional = {"OP": "?"} if word.endswith("?") and len(word) > 1 else {}
    alternatives = (word[:-1] if optional else word).split("|")
    if len(alternatives) > 1:
        exact = [a[1:].lower() for a in alternatives if a.startswith("=")]
        stems = [stem(a) for a in alternatives if not a.startswith("=")]
        if exact and stems:
            raise ValueError(f"{word!r} mixes exact words with stems; write two phrases")
        test = {"LOWER": {"IN": exact}} if exact else {"NORM": {"IN": stems}}
        return [{**test, **optional}]
    if word.startswith("="):
        return [{"LOWER": word[1:].lower(), **optional}]
    parts = [token.text for token in nlp.tokens(alternatives[0])]
    return [{"NORM": stem(part), **optional} for part in parts]
