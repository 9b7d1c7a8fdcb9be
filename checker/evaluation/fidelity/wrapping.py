"""Breaks a text into lines that fit, at spaces, at hyphens and, where wanted, within words."""

import re
from collections import deque
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z]{2}-)(?=[A-Za-z])")
_SYLLABLE = re.compile(r"(?<=\w\w[aeiouy])(?=[bcdfghklmnprstvw][aeiouy]\w)")
_BROKEN_FROM = 7  # letters: a shorter word is not broken

Pieces = deque[str]
"""What is still to be set; a piece that opens a word begins with a space."""


class Room(NamedTuple):
    """The room for one line in one font."""

    width: float
    font: str
    size: float

    def holds(self, text: str) -> bool:
        """Whether `text` fits."""
        return self.left_by(text) >= 0

    def left_by(self, text: str) -> float:
        """The width that `text` leaves free."""
        return self.width - float(stringWidth(text, self.font, self.size))


def pieces_of(text: str, *, ligatures: bool) -> Pieces:
    """The pieces of `text` that stay together on a line, hyphens within words left aside."""
    if ligatures:
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ")
    return deque(
        part if number else f" {part}"
        for word in text.split()
        for number, part in enumerate(_AFTER_HYPHEN.split(word))
    )


def fill(pieces: Pieces, room: Room, *, hyphenated: bool) -> str:
    """Takes from `pieces` what fits into one line; at least one character."""
    line = ""
    while pieces and room.holds(longer := (line + pieces[0]).lstrip()):
        line = longer
        pieces.popleft()
    if pieces and hyphenated and (cut := _syllables(line, pieces[0], room)):
        line = (line + pieces[0][:cut]).lstrip() + "-"
        pieces[0] = pieces[0][cut:]
    if not line:  # a word, or an address, that is longer than a line
        word = pieces.popleft().lstrip()
        cut = next(k for k in range(len(word), 0, -1) if k == 1 or room.holds(word[:k]))
        line = word[:cut]
        if rest := word[cut:]:
            pieces.appendleft(rest)
    return line


def _syllables(line: str, piece: str, room: Room) -> int:
    """How much of `piece` fits on `line` with a hyphen; 0 for nothing."""
    if not piece.strip().isalpha() or len(piece) <= _BROKEN_FROM:
        return 0
    cuts = [found.start() for found in _SYLLABLE.finditer(piece)]
    fits = (cut for cut in reversed(cuts) if room.holds((line + piece[:cut]).lstrip() + "-"))
    return next(fits, 0)
