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
from typing import Any

from checker.analysis.language import StatementEnglish, stem

Pattern = list[dict[str, Any]]

_GAP = re.compile(r"\.\.\.(\d+)?")
_DEFAULT_GAP = 6


def compile_phrase(phrase: str, nlp: StatementEnglish) -> Pattern:
    """The `Matcher` pattern of one phrase.

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
    return pattern


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
