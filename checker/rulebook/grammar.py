"""The phrase language of the rules: what a phrase is made of (rules/README.md explains it).

| in a rule          | hits                                                         |
|--------------------|--------------------------------------------------------------|
| `audit supplier`   | the two words one after the other, in any form ("audited suppliers") |
| `=will`            | exactly this word, in any case                               |
| `audit|inspect`    | one of these words                                           |
| `our?`             | the word or nothing                                          |
| `NUMBER`           | a number, in figures or words                                |
| `...`              | up to 6 words of any kind; `...3` up to 3                    |

After a `|` a phrase may go on in the next line. A hyphen is a space.
"""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\|\s+")
_GAP = re.compile(r"\.\.\.(\d+)?")
_DEFAULT_GAP = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of any kind, `most` of them or fewer."""

    most: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number, in figures or words."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these words: exactly in this form, or in any form; or nothing where optional."""

    words: tuple[str, ...]
    exact: bool
    optional: bool


Part = Gap | Number | OneOf


def parse_phrase(phrase: str) -> tuple[Part, ...]:
    """The parts of `phrase`, in order.

    Raises:
        ValueError: It is not a phrase; says why.
    """
    parts = tuple(_parse_part(word) for word in _LINE_END.sub("|", phrase).split())
    if not parts or isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise ValueError(f"{phrase!r} must begin and end with a word")
    if all(isinstance(part, OneOf) and part.optional for part in parts):
        raise ValueError(f"{phrase!r} needs a word that is not optional")
    return parts


def _parse_part(text: str) -> Part:
    gap = _GAP.fullmatch(text)
    if gap:
        return Gap(int(gap[1] or _DEFAULT_GAP))
    if text == "NUMBER":
        return Number()
    optional = text.endswith("?") and len(text) > 1
    words = (text[:-1] if optional else text).split("|")
    if "NUMBER" in words:
        raise ValueError(f"{text!r}: NUMBER stands alone; write two phrases")
    exact = [word.startswith("=") for word in words]
    if any(exact) and not all(exact):
        raise ValueError(f"{text!r} mixes exact words with stems; write two phrases")
    words = [word.removeprefix("=") for word in words]
    if not all(word.strip("-") for word in words):
        raise ValueError(f"{text!r} has a place without a word (a hyphen is a space)")
    return OneOf(tuple(words), all(exact), optional)
