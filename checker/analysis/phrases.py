"""The phrase language of the rules, compiled to regular expressions over words.

| in a rule          | hits                                                         |
|--------------------|--------------------------------------------------------------|
| `audit supplier`   | the two words one after the other, in any form ("audited suppliers") |
| `=will`            | exactly this word, in any case                               |
| `audit|inspect`    | one of these words                                           |
| `our?`             | the word or nothing                                          |
| `NUMBER`           | a number, in figures or words                                |
| `...`              | up to 6 words of any kind; `...3` up to 3                    |

spaCy's tokens are written out one to a line, as `stem TAB word TAB #`, the last where it is a
number. (spaCy's own `Matcher` takes twice as long for every word that a gap allows more.)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from checker.analysis.language import StatementEnglish, stem

_LINE_END = re.compile(r"\|\s+")
_GAP = re.compile(r"\.\.\.(\d+)?")
_DEFAULT_GAP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of a text, white space left out, ready for phrases to be found in them.

    Attributes:
        text: As published.
        start: Where it begins in spaCy's document, in characters.
        tokens: In order.
        lines: The tokens written out, one to a line.
        known: Every stem and every word form.
    """

    text: str
    start: int
    tokens: tuple[Token, ...]
    lines: str
    known: frozenset[str]

    @classmethod
    def of(cls, span: Span) -> "Words":
        """The words of `span`."""
        tokens = tuple(token for token in span if not token.is_space)
        pairs = [(token.norm_, token.lower_) for token in tokens]
        return cls(
            text=span.text,
            start=span.start_char,
            tokens=tokens,
            lines="".join(
                f"{norm}\t{lower}\t{'#' if token.like_num else ''}\n"
                for (norm, lower), token in zip(pairs, tokens, strict=True)
            ),
            known=frozenset(word for pair in pairs for word in pair),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase, compiled.

    Attributes:
        regex: Over the lines of `Words`.
        needs: Groups of word forms or stems; a text without one of each group cannot be hit.
            Comparing sets is far faster than searching, and most phrases fail here.
    """

    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def find(self, words: Words) -> tuple[int, int] | None:
        """First and one-past-last token of the longest hit; of equally long ones the first."""
        if any(group.isdisjoint(words.known) for group in self.needs):
            return None
        found = (
            (words.lines.count("\n", 0, match.start()), match[0].count("\n"))
            for match in self.regex.finditer(words.lines)
        )
        start, length = max(found, key=lambda place: place[1], default=(0, 0))
        return (start, start + length) if length else None


def compile_phrase(phrase: str, nlp: StatementEnglish) -> Phrase:
    """`phrase` ready to be found.

    Raises:
        ValueError: The phrase begins or ends with a gap, or holds no word at all.
    """
    words = _LINE_END.sub("|", phrase).split()
    if not words or _GAP.fullmatch(words[0]) or _GAP.fullmatch(words[-1]):
        raise ValueError(f"{phrase!r} must begin and end with a word")
    parts: list[str] = []
    needs: list[frozenset[str]] = []
    for word in words:
        gap = _GAP.fullmatch(word)
        if gap:
            parts.append(f"(?:.*\\n){{0,{gap[1] or _DEFAULT_GAP}}}")
        elif word == "NUMBER":
            parts.append(r".*\t#\n")
        else:
            for part, group in _compile_word(word, nlp):
                parts.append(part)
                needs += [group] if group else []
    return Phrase(regex=re.compile("^" + "".join(parts), re.MULTILINE), needs=tuple(needs))


def _compile_word(word: str, nlp: StatementEnglish) -> list[tuple[str, frozenset[str]]]:
    """Regular expression of each token of `word`, and what a text must hold for it to be there."""
    optional = word.endswith("?") and len(word) > 1
    alternatives = (word[:-1] if optional else word).split("|")
    exact = [each[1:].lower() for each in alternatives if each.startswith("=")]
    if exact and len(exact) < len(alternatives):
        raise ValueError(f"{word!r} mixes exact words with stems; write two phrases")
    if exact:
        found = [(rf"[^\t\n]*\t{_one_of(exact)}\t.*\n", frozenset(exact))]
    else:
        one = len(alternatives) == 1
        tokens = [token.text for token in nlp.tokens(alternatives[0])] if one else []
        groups = [[stem(token)] for token in tokens] or [[stem(each) for each in alternatives]]
        found = [(rf"{_one_of(group)}\t.*\n", frozenset(group)) for group in groups]
    return [(f"(?:{part})?", frozenset()) for part, _ in found] if optional else found


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in words)})"
