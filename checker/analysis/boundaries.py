"""Where in one block of text a sentence ends and the next begins.

English abbreviations are few, and what follows tells most of them from the end of a sentence: a
number after `No.`, a name after `Mr.`, an opening word such as `We` after `Ltd.`.
"""

import re
from collections.abc import Iterator

_BULLET = re.compile(r"(?<!\S)[•▪●◦‣■□○➢➤►✓✔❖◆⁃∙\uf0a7\uf0b7\uf0d8\uf0fc]")
_ITEM_NUMBER = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?", re.IGNORECASE
)
_STOP = re.compile(
    r"[.!?…](?:\s*[\"'”’)\]»])*"
    r"(?P<note>\d{1,3}|\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})?"  # the number of a footnote
    r"\s+(?=\S)"
)
_LONGEST = 40  # characters of a word that are looked at
_NOT_LETTERS = re.compile(r"[\W\d_]")
_NOTED = re.compile(r"\W*[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*\W*")  # no address, no version
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")  # U.K, Ph.D, a.m; no address
_NUMBER = re.compile(r"\W*(?:\w*\d|[IVXL]+\b)")
_DAY = re.compile(r"(?:^|\s)\d{1,2}$")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_NEVER_END = frozenset("eg ie viz vs cf approx mr mrs ms dr prof hon rev messrs dept reg".split())
_BEFORE_NUMBERS = frozenset(
    "no nos ss sch para paras art cl fig vol p pp est "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_MAY_END = frozenset("ltd plc inc co corp st".split())
_OPENERS = frozenset(
    "we the this our in it these all as for to at if its they an a during there their that those "
    "when where while however such each any some with within from by he she his her you your no "
    "please following furthermore additionally therefore".split()
)


def find_sentence_starts(text: str) -> Iterator[int]:
    """Where the second and each later sentence of `text` begins; a bullet begins one, too."""
    opening = {found.start() for found in _BULLET.finditer(text)} - {0}
    stops = {stop.end(): stop for stop in _STOP.finditer(text)}
    start = 0
    for at in sorted(opening | stops.keys()):
        if at in opening or _ends_sentence(text, start, stops[at]):
            yield at
            start = at


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + _LONGEST].split(maxsplit=1)[0]
    if not _may_open(following):
        return False
    before = text[max(start, stop.start() - _LONGEST) : stop.start()].rstrip()
    if stop.start() - start < _LONGEST and _ITEM_NUMBER.fullmatch(f"{before.lstrip()}{stop[0][0]}"):
        return False
    word = before.split()[-1] if before else ""
    if stop["note"] and not (_NOTED.fullmatch(word) and following[0].isupper()):
        return False
    if stop[0][0] != ".":
        return True
    return not (_is_abbreviation(word, following) or _is_date(before, following))


def _may_open(following: str) -> bool:
    if following[0] in ".!?…":
        return False
    # “iPhones” may open a sentence, and so may “b)”.
    small = following[0].islower() and not following[1:2].isupper()
    return not small or (following.endswith(")") and bool(_ITEM_NUMBER.fullmatch(following)))


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after `word` belongs to it and `following` goes on."""
    word = word.lstrip("([\"'“‘").rstrip(".")
    known = word.replace(".", "").lower()
    opens = _NOT_LETTERS.split(following.lower(), maxsplit=1)[0] in _OPENERS
    if len(word) == 1 and word.isalpha():  # an initial or a section sign
        name = following[0].isupper() and (not opens or following[1:2] == ".")
        return name or following[0].isdigit()
    if known in _NEVER_END:
        return True
    if known in _BEFORE_NUMBERS:
        return _NUMBER.match(following) is not None
    if known == "etc":
        return not following[0].isupper()
    return (known in _MAY_END or bool(_DOTTED.fullmatch(word))) and not opens


def _is_date(before: str, following: str) -> bool:
    """Whether the full stop stands between day and month, `31. March`."""
    return following.rstrip(".,").lower() in _MONTHS and bool(_DAY.search(before))
