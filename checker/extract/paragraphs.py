"""Lines of a page to the passages that they are the lines of.

A line carries the one before on where it was wrapped, that is where its first word found no
room there. Sign-off blocks, addresses and headings have room to spare and stay apart.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from checker.extract.elements import Role
from checker.extract.lines import (
    Line,
    enumerator,
    is_dash,
    is_finished,
    is_lone_mark,
    known_words,
    list_mark,
)

PARAGRAPH_GAP = 0.3  # of a line height: white space that ends a paragraph
_HEADING_GAP = 0.6  # of a line height: white space that sets two headings apart
_LARGER = 1.15  # times the size of the body: a heading by its size
_LONGEST_WRAP = 250  # characters; a longer line of text was not wrapped by hand or by a PDF
_LONG = 60  # characters; where nothing shows that lines are wrapped, shorter ones are not
_WIDE, _NARROW = 25, 12  # characters of a line that is wrapped, in a page and in a box on it
_BESIDE = 0.85  # of the width of other lines: that of lines that flow around something
_INDENT = 5  # letter heights: as far as the lines of a column may begin from one another
_AROUND = 3  # lines before and after that show how wide the column is
HEADING_WORDS = 14  # the most that a heading is expected to have
_INLINE = re.compile(r"\S \(?(?:i|a|1)\)(?: |$)")  # the first item of a list within a sentence
# Room to spare at the end of a line, as a share of a full line.
_NEVER, _TIGHT, _NONE, _SOME, _MUCH = float("-inf"), -0.05, 0.0, 0.15, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is usual in a document, so that a line can be seen to differ.

    Attributes:
        rights: Where full lines end: by where they begin, in letter heights of the body.
        size: Height of the letters of its body.
        larger: Heights of larger letters, largest first: the levels of its headings.
        starts: Where lines begin that certainly go on, in half letter heights of the body.
        wrapped: Whether some of its lines are certainly the rest of the one before.
        words: Its words, to resolve hyphens at line ends.
    """

    rights: Mapping[int, float]
    size: float
    larger: tuple[float, ...]
    starts: frozenset[int]
    wrapped: bool
    words: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """The measure of a document of at least one line."""
        letters: Counter[float] = Counter()
        for line in lines:
            letters[line.size] += len(line.text)
        size = letters.most_common(1)[0][0]
        certain = [line for before, line in pairwise(lines) if _is_wrap(before, line)]
        return cls(
            rights=_find_rights(lines, size),
            size=size,
            larger=tuple(sorted((s for s in letters if s > size * _LARGER), reverse=True)),
            starts=frozenset(round(2 * line.left / size) for line in certain),
            wrapped=bool(certain),
            words=known_words(lines),
        )

    def right_of(self, line: Line) -> float:
        """Where `line` would end if it were full."""
        return self.rights[int(line.left / self.size)]

    def goes_on_at(self, left: float) -> bool:
        """Whether some paragraphs go on in lines that begin here: it is no indented first line."""
        place = round(2 * left / self.size)
        return not self.starts.isdisjoint({place - 1, place, place + 1})

    @property
    def heading_size(self) -> float:
        """Letters higher than this are those of a heading."""
        return self.size * _LARGER


def fills_page(before: Line, line: Line, measure: Measure) -> bool:
    """Whether the last line of a page is full, and the first of the next is set like it."""
    return (
        line.place is not None
        and len(before.text) >= _WIDE
        and (before.size, before.bold) == (line.size, line.bold)
        and _room(before, line, measure.right_of(before)) <= _NONE
    )


def _find_rights(lines: Sequence[Line], size: float) -> dict[int, float]:
    """Where the lines of a column end that begin at a place, or a little beside it."""
    ends: dict[int, list[float]] = {}
    for line in lines:
        ends.setdefault(int(line.left / size), []).append(
            line.right if len(line.text) <= _LONGEST_WRAP else line.left
        )
    rights: dict[int, float] = {}
    for left in ends:
        near = sorted(r for other in ends if abs(other - left) <= _INDENT for r in ends[other])
        rights[left] = near[min(int(0.95 * len(near)), len(near) - 1)]
    return rights


def join_wrapped(lines: Sequence[Line], measure: Measure) -> list[list[Line]]:
    """The lines of a page in groups: one for each paragraph, heading, list item or cell."""
    groups: list[list[Line]] = []
    for line, right in zip(lines, _right_edges(lines, measure), strict=True):
        if groups and _belongs(groups[-1], line, right, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_wrap(before: Line, line: Line, shortest: int = _WIDE) -> bool:
    """Whether `line` can only be the rest of a sentence begun in the line before."""
    return (
        line.gap <= PARAGRAPH_GAP
        and shortest <= len(before.text) <= _LONGEST_WRAP
        and not is_finished(before.text)
        and line.text[0].islower()
        and not list_mark(line.text)
    )


def _right_edges(lines: Sequence[Line], measure: Measure) -> list[float]:
    """For each line where the one before it would end if full: as around it, or as in general."""
    shortest = _NARROW if lines[0].place else _WIDE
    wraps = [False, *(_is_wrap(before, line, shortest) for before, line in pairwise(lines))]
    edges: list[float] = []
    for place in range(len(lines)):
        first, last = _neighbours(lines, place)
        if any(wraps[first + 1 : place]):
            edges.append(_right_around(lines[first:place], lines[place:last]))
        elif any(wraps[place:last]):
            edges.append(max(line.right for line in lines[first:last]))
        else:
            edges.append(measure.right_of(lines[max(place - 1, 0)]))
    return edges


def _right_around(above: Sequence[Line], below: Sequence[Line]) -> float:
    """Where full lines end above a line break: as below it, unless a picture stands beside one."""
    ends = [max((line.right for line in lines), default=0.0) for lines in (above, below)]
    beside = above[0].place and ends[0] < _BESIDE * ends[1]
    return ends[0] if beside else max(ends)


def _neighbours(lines: Sequence[Line], place: int) -> tuple[int, int]:
    """First and one past the last of the lines around a line break, up to white space."""
    first = place
    while first > max(0, place - _AROUND):
        first -= 1
        if lines[first].gap > PARAGRAPH_GAP:
            break
    last = place
    while last < min(len(lines), place + _AROUND) and lines[last].gap <= PARAGRAPH_GAP:
        last += 1
    return first, last


def _belongs(group: Sequence[Line], line: Line, right: float, measure: Measure) -> bool:
    """Whether `line` is of the passage that `group` has begun: the same element, where known."""
    element, before = line.element, group[-1].element
    if element and before and element != before:
        return False
    if element and before and element.is_block:
        return _goes_on_within(group[-1], line, right)
    return _continues(group, line, right, measure)


def _continues(group: Sequence[Line], line: Line, right: float, measure: Measure) -> bool:
    """Whether `line` carries on the passage that `group` has begun."""
    before = group[-1]
    if before.cell or line.cell:
        return before.cell == line.cell
    has_mark = bool(list_mark(line.text) or enumerator(line.text))
    if len(group) == 1 and is_lone_mark(before.text):
        return not has_mark
    if _stand_apart(before, line, measure):
        return False
    if line.size > measure.heading_size:
        is_centred = abs(line.left - before.left) > line.size / 2
        is_cut = line.text[0].islower() and not is_finished(before.text)
        full = is_cut or is_centred or _room(before, line, right) <= _NONE
        return line.gap <= _HEADING_GAP and full and not has_mark
    if has_mark:
        return _is_within_sentence(group, line, right)
    return _room(before, line, right) <= _most_room(group, line, right, measure)


def _stand_apart(before: Line, line: Line, measure: Measure) -> bool:
    """Whether the place or size of a line shows that it begins something."""
    if abs(line.size - before.size) > 0.1 * before.size:
        return True
    if not line.place:
        return False
    beside = line.left > before.right or before.left > line.right
    indented = before.text[-1] in ".;" and not measure.goes_on_at(line.left)
    return indented or (beside and line.top > before.top)


def _goes_on_within(before: Line, line: Line, right: float) -> bool:
    """Whether a line of an element carries on the one before: it does unless set on its own."""
    is_prose = line.element and line.element.role is Role.PARAGRAPH
    if not is_prose or line.top < before.top or line.text[0].islower():
        return True
    return line.gap <= PARAGRAPH_GAP and _room(before, line, right) <= _SOME


def _most_room(group: Sequence[Line], line: Line, right: float, measure: Measure) -> float:
    """How much room the line before may have to spare and still count as wrapped there."""
    before = group[-1]
    finished, lower = is_finished(before.text), line.text[0].islower()
    overlong = before.right - before.left > 1.3 * (right - before.left)
    certain = measure.wrapped or (len(before.text) >= _LONG and not finished)
    if line.place and line.top < before.top:  # the top of the next column
        capital = _NONE if len(before.text) >= _WIDE else _NEVER
        most = _NEVER if finished else (_MUCH if lower else capital)
    elif line.gap > PARAGRAPH_GAP:
        most = _SOME if lower and not finished else _NEVER
    elif overlong or not certain or (finished and _stands_apart(line, right)):
        most = _NEVER
    elif finished:
        most = _NONE
    elif lower:
        # Justified lines may come apart into single words.
        apart = before.text.isalpha() or line.text.isalpha()
        most = 1.0 if apart or before.text.endswith("-") else _MUCH
    elif before.bold != line.bold:
        most = _TIGHT
    elif len(group) == 1 and _is_title_case(before.text):
        most = _NONE if line.place else _TIGHT
    else:
        most = _SOME
    return most


def _room(before: Line, line: Line, right: float) -> float:
    """Room left in the line before, once the first word of `line` were on it: share of a line."""
    letter = (line.right - line.left) / len(line.text)
    word = letter * (1 + len(line.text.split(maxsplit=1)[0]))
    return (right - before.right - word) / max(right - before.left, letter)


def _stands_apart(line: Line, right: float) -> bool:
    """Whether a line after a finished sentence is a name, a role, a heading rather than prose."""
    short = line.right - line.left < 0.6 * (right - line.left)
    return short and not is_finished(line.text) and len(line.text.split()) <= 10


def _is_within_sentence(group: Sequence[Line], line: Line, right: float) -> bool:
    """Whether the dash or number that `line` begins with belongs to a sentence, not to a list."""
    first, before = group[0], group[-1]
    mark = list_mark(line.text)
    if line.gap > PARAGRAPH_GAP or before.right <= 0.85 * right:
        return False
    if not mark and any(_INLINE.search(each.text) for each in group):
        return True
    return (
        (not mark or is_dash(mark))
        and not (list_mark(first.text) or enumerator(first.text))
        and not is_finished(before.text)
        and not before.text.endswith(",")
    )


def _is_title_case(text: str) -> bool:
    """Whether the long words of a short line are all capitalised."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return 0 < len(words) <= HEADING_WORDS and all(word[0].isupper() for word in words)
