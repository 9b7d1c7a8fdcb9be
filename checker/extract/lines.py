"""Lines of a page, whether they were typed, read from a PDF or recognised in a scan."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.extract.cleaning import clean
from checker.extract.elements import Element
from checker.extract.places import Place, Run

# Marks that nothing but a list begins with, also where no space follows, among them the private
# code points to which Symbol and Wingdings map theirs.
_BULLETS = "•◦▪▫■□●○‣⁃∙➢➤►✓✔❖◆\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d"
# Marks that a list begins with where a space follows: dashes, dots, Word's hollow bullet `o`,
# and what is left of Wingdings arrows and ticks.
_DASHES = "-–—*·»>"
_MARK = re.compile(rf"(?:(?:[{_BULLETS}]|[{_DASHES}oØü§](?=\s|$))\s*)+")
_ENUMERATOR = re.compile(
    r"(?:\((?:\d{1,2}|[a-z]|[ivx]{1,5}|[IVX]{1,5})\)"  # (1) (a) (iv)
    r"|(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]"  # 1. a) iv.
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?)"  # 2.1
    r"(?=\s|$)\s*"
)
# Abbreviations that another word follows.
_SHORTENED = re.compile(
    r"\b(?:nos?|ss?|e\.g|i\.e|cf|art|para|sch|mr|mrs|ms|dr|prof)\.$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT_WORD = re.compile(r"(\S*?)([^\W\d_]+)-$")
# First parts of words that keep their hyphen in British use, and are not cut from other words.
_KEEPS_HYPHEN = frozenset("anti cross long non self third well year zero".split())


class Line(NamedTuple):
    """One line of a page; lengths are in the unit of its source: characters or points.

    Attributes:
        text: Clean.
        left: Where it begins.
        right: Where it ends.
        top: How far down the page it is, 0 to 1.
        gap: White space above beyond the usual distance of lines, in line heights.
        size: Height of its letters.
        bold: Whether all of it is bold.
        cell: Number of the table cell that it is a line of, from 1; 0 outside of tables. What
            stands beside something else on its row counts as a cell, too.
        row: Row of that cell in its table, from 1; 0 where it is not known.
        column: Column of that cell, from 1; 0 where it is not known.
        place: Where its characters stand on the page, one for each of `text`, if that is known.
        element: The element that holds it, where a PDF says so by tags or bookmarks.
    """

    text: str
    left: float
    right: float
    top: float
    gap: float = 0.0
    size: float = 1.0
    bold: bool = False
    cell: int = 0
    row: int = 0
    column: int = 0
    place: Place | None = None
    element: Element | None = None


def lines_of_text(text: str) -> list[Line]:
    """The lines of a page of plain text; empty lines become the `gap` of the next."""
    rows = text.expandtabs(4).splitlines()
    lines: list[Line] = []
    gap = 0.0
    for number, row in enumerate(rows):
        if words := clean(row):
            right = len(row.rstrip())
            left = right - len(row.strip())
            top = number / len(rows)
            lines.append(Line(text=words, left=left, right=right, top=top, gap=gap))
            gap = 0.0
        else:
            gap += 1
    return lines


def list_mark(text: str) -> str:
    """The bullet that `text` begins with, spaces after it included, or empty."""
    found = _MARK.match(text)
    return found.group() if found else ""


def enumerator(text: str) -> str:
    """The number or letter of a list item or heading that `text` begins with, or empty."""
    found = _ENUMERATOR.match(text)
    return found.group() if found else ""


def is_dash(mark: str) -> bool:
    """Whether a list mark may just as well be a dash within a sentence."""
    return bool(mark) and mark.strip() in _DASHES


def is_finished(text: str) -> bool:
    """Whether `text` ends as a sentence or clause ends, closing quotes and brackets aside."""
    if text[-1:].isalnum():
        return False
    bare = text.rstrip("\"')]”’» ")
    return bare.endswith((".", "!", "?", ":", ";", "…")) and not _SHORTENED.search(bare)


def known_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a document in lower case, compounds also by their first part.

    A word that a line end has cut in two is not among them. Where no line ends in a hyphen, no
    word is needed, and none is given.
    """
    words: set[str] = set()
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    for line in lines:
        found = _WORD.findall(line.text.casefold())
        if found and line.text.endswith("-"):
            found.pop()
        words.update(found)
        words.update(word.split("-")[0] for word in found if "-" in word)
    return frozenset(words)


def join_lines(lines: Iterable[Line], words: frozenset[str]) -> tuple[str, list[Run]]:
    """Wrapped lines as running text, with hyphens at line ends resolved, and where they stand.

    The hyphen stays where the compound, or both its parts as words of their own, are among the
    document's `words`, and after the parts of words that usually keep it.
    """
    text = ""
    runs: list[Run] = []
    for line in lines:
        before = text_before(line.text, text, words)
        if runs and len(before) < len(text):
            runs[-1] = runs[-1]._replace(length=runs[-1].length - 1)
        text = before + line.text
        if line.place:
            runs.append(Run(len(before), len(line.text), line.place))
    return text, runs


def text_before(part: str, text: str, words: frozenset[str]) -> str:
    """What stands before `part` once it has been joined to `text`: with a space, a hyphen less."""
    cut = _CUT_WORD.search(text) if text.endswith("-") else None
    rest = _WORD.match(part) if cut else None
    if not cut or not rest:
        return f"{text} " if text else ""
    return text if _keeps_hyphen(cut, rest.group(), words) else text[:-1]


def is_lone_mark(text: str) -> bool:
    """Whether `text` is nothing but a bullet, or the number of a list item."""
    words = text.strip()
    return words in {list_mark(words).strip(), enumerator(words).strip()}


def _keeps_hyphen(cut: re.Match[str], rest: str, words: frozenset[str]) -> bool:
    before, stem = cut[1], cut[2].casefold()
    if not rest[0].islower() or "/" in before or before.endswith("-"):
        return True  # a name, an address, a compound of three
    if stem + rest in words:
        return False
    return f"{stem}-{rest}" in words or stem in _KEEPS_HYPHEN or {stem, rest} <= words
