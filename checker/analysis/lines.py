"""Which line breaks of a text end a sentence, though no full stop stands there.

Text that comes from a page is broken to fit its width; the lines of a signature block, an address
or a list are broken because they stand for themselves.
"""

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n\r]+")
_OWN_WIDTH = 60  # characters: lines that all open like lines of their own and are no longer
_FULL = 0.7  # of the width: a line that stops short of it was not broken to fit
_GLYPH = re.compile(r"(?<!\S)[•▪●◦‣■□○➢➤►✓✔❖◆⁃∙\uf0a7\uf0b7\uf0d8\uf0fc]")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s", re.IGNORECASE
)
_ITEM_ENDS = re.compile(r"[.;:]$|[;,] (?:and|or)$")
_GOES_ON = re.compile(
    r"(?:[,&/‐–—-]|\b(?:and|or|of|the|a|an|for|in|to|with|our|its|on|at)"
    r"|\b(?:ended|ending|from|on|to) \d{1,2}(?:st|nd|rd|th)?)$",
    re.IGNORECASE,
)


def find_opening_lines(text: str) -> frozenset[int]:
    """Where in `text` lines and bullets begin that open a sentence whatever stands before them."""
    opening = {found.start() for found in _GLYPH.finditer(text)}
    lines = [found for found in _LINE.finditer(text) if found[0].strip()]
    if len(lines) > 1:
        width = max(len(line[0].strip()) for line in lines)
        if all(_opens_line(line[0].lstrip()) for line in lines):
            width = max(width, _OWN_WIDTH)
        for line, following in pairwise(lines):
            if _is_broken_on_purpose(line[0].strip(), following[0].lstrip(), width):
                opening.add(following.end() - len(following[0].lstrip()))
    return frozenset(opening)


def _is_broken_on_purpose(line: str, following: str, width: int) -> bool:
    if _NUMBER.match(following) and _ITEM_ENDS.search(line):
        return True
    if not _opens_line(following) or _GOES_ON.search(line):
        return False
    return len(line) + len(following.split(maxsplit=1)[0]) < _FULL * width


def _opens_line(text: str) -> bool:
    return not text[0].islower()


def is_item_number(text: str) -> bool:
    """Whether `text` is only the number of a clause or item, such as `2.1` or `(b)`."""
    return _NUMBER.fullmatch(f"{text} ") is not None
