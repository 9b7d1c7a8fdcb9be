"""The phrases of the rules, compiled to regular expressions over words.

spaCy's tokens are written out one to a line, as `stem TAB word TAB #`, the last where it is a
number. (spaCy's own `Matcher` takes twice as long for every word that a gap allows more.)
"""

import re
import unicodedata
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span, Token

from checker.analysis.language import StatementEnglish, stem
from checker.rulebook import Gap, Number, OneOf, parse_phrase

_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, white space and hyphens left out, ready for phrases to be found.

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
        tokens = tuple(token for token in span if not token.is_space and token.text not in _HYPHENS)
        pairs = [(token.norm_, _plain(token)) for token in tokens]
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
            Comparing sets is far faster than searching, and most phrases fail here. The group that
            the fewest texts have stands first.
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
        ValueError: It is not a phrase; says why.
    """
    lines: list[str] = []
    needs: list[frozenset[str]] = []
    for part in parse_phrase(phrase):
        match part:
            case Gap(most):
                lines.append(rf"(?:.*\n){{0,{most}}}")
            case Number():
                lines.append(r".*\t#\n")
            case OneOf(_, _, optional):
                forms = _forms(part, nlp)
                one_of = "|".join("".join(_line(token, part) for token in form) for form in forms)
                lines.append(f"(?:{one_of}){'?' if optional else ''}")
                if not optional:
                    needs.append(frozenset(form[-1] for form in forms))
    needs.sort(key=lambda group: (not group.isdisjoint(STOP_WORDS), len(group)))
    return Phrase(regex=re.compile("^" + "".join(lines), re.MULTILINE), needs=tuple(needs))


def _forms(part: OneOf, nlp: StatementEnglish) -> list[list[str]]:
    """What each word of `part` is compared by; one with a hyphen is several tokens."""
    tokens = (Words.of(nlp.tokens(word)[:]).tokens for word in part.words)
    return [[token.lower_ if part.exact else stem(token.text) for token in each] for each in tokens]


def _line(word: str, part: OneOf) -> str:
    """The line of a token that is compared by `word`."""
    return rf"[^\t\n]*\t{re.escape(word)}\t.*\n" if part.exact else rf"{re.escape(word)}\t.*\n"


def _plain(token: Token) -> str:
    """The word in lower case, ligatures of a PDF's font undone."""
    return token.lower_ if token.is_ascii else unicodedata.normalize("NFKC", token.lower_)
