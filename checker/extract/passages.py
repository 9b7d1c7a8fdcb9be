"""What the passages of a page are: headings, paragraphs, list items, table cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.extract.builder import Passage
from checker.extract.elements import Element, Role
from checker.extract.lines import Line, enumerator, is_finished, join_lines, list_mark
from checker.extract.paragraphs import HEADING_WORDS, PARAGRAPH_GAP, Measure, join_wrapped
from checker.extract.places import Run, moved
from checker.model import BlockKind

_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W+\d{4}\W*$"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W*$",
    re.IGNORECASE,
)


def find_passages(lines: Sequence[Line], measure: Measure) -> list[Passage]:
    """The passages of one page, in the order of its lines."""
    return _name_passages(join_wrapped(lines, measure), measure)


def _name_passages(groups: Sequence[Sequence[Line]], measure: Measure) -> list[Passage]:
    """Kinds and levels; whether a short line is a heading depends on what comes after it."""
    passages: list[Passage] = []
    depths: list[str] = []
    for group in groups:
        passage = _name_passage(group, measure)
        if passage.level:
            depths = []
        elif passage.kind is BlockKind.LIST_ITEM:
            style = _list_style(group[0].text)
            depths = depths[: depths.index(style)] if style in depths else depths
            depths.append(style)
            passage = replace(passage, level=len(depths))
        else:
            depths = []
        passages.append(passage)
    for index in range(len(groups) - 2, -1, -1):
        if _heads(index, groups, passages):
            level = 1 + len(measure.larger)
            passages[index] = replace(
                passages[index], kind=BlockKind.HEADING, level=min(max(level, 2), 6)
            )
    return passages


def _name_passage(group: Sequence[Line], measure: Measure) -> Passage:
    first = group[0]
    text, runs = join_lines(group, measure.words)
    if first.element and (passage := _name_by_element(first.element, text, runs)):
        return passage
    if first.cell:
        return Passage(
            text=text, kind=BlockKind.TABLE_CELL, row=first.row, column=first.column, runs=runs
        )
    if mark := list_mark(text):
        if item := text[len(mark) :]:
            return Passage(text=item, kind=BlockKind.LIST_ITEM, runs=moved(runs, -len(mark)))
        return Passage(text=text, kind=BlockKind.PARAGRAPH, runs=runs)
    if first.size > measure.heading_size and len(text.split()) <= 2 * HEADING_WORDS:
        level = min(1 + measure.larger.index(first.size), 6)
        return Passage(text=text, kind=BlockKind.HEADING, level=level, runs=runs)
    kind = BlockKind.LIST_ITEM if enumerator(text) else BlockKind.PARAGRAPH
    return Passage(text=text, kind=kind, runs=runs)


def _name_by_element(element: Element, text: str, runs: Sequence[Run]) -> Passage | None:
    """The heading or list item that tags or bookmarks name; None for anything else."""
    mark = list_mark(text)
    if element.role is Role.HEADING and len(text.split()) <= 2 * HEADING_WORDS:
        return Passage(text=text, kind=BlockKind.HEADING, level=element.level, runs=runs)
    if element.role is Role.LIST_ITEM and not element.column and text != mark:
        return Passage(
            text=text[len(mark) :],
            kind=BlockKind.LIST_ITEM,
            level=element.level,
            runs=moved(runs, -len(mark)),
        )
    return None


def _list_style(text: str) -> str:
    """What list items of one depth have in common: the bullet, or the kind of their number."""
    if mark := list_mark(text).strip():
        return mark
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", enumerator(text).strip().casefold()))


def _heads(index: int, groups: Sequence[Sequence[Line]], passages: Sequence[Passage]) -> bool:
    """Whether a short line is a heading: it opens something, and no short line leads to it.

    (Only a title at the top of the page may.) So the names, roles and dates of a sign-off block,
    which open nothing, stay paragraphs.
    """
    passage, following = passages[index], passages[index + 1]
    text, group = passage.text, groups[index]
    words = text.removeprefix(enumerator(text)).split()
    if passage.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or list_mark(group[0].text):
        return False
    if not _may_head(group[0]):
        return False
    if not 0 < len(words) <= HEADING_WORDS or len(text) > 100 or not words[0][0].isupper():
        return False
    if is_finished(text) or text.endswith(",") or _DATE.search(text):
        return False
    if enumerator(text) and _list_style(text) == _list_style(following.text):
        return False  # an item of a list, and the next one
    opens = _is_prose(following) or (
        following.kind is BlockKind.HEADING and (text.isupper() or bool(enumerator(text)))
    )
    led_to = index > 1 and group[0].gap <= PARAGRAPH_GAP and not _ends(passages[index - 1])
    return opens and not led_to


def _may_head(line: Line) -> bool:
    """Whether tags leave it open that a line is a heading: a bold one, numbered in a list."""
    if not line.element or not line.element.is_block:
        return True
    is_item = line.element.role is Role.LIST_ITEM
    return line.bold and (not is_item or bool(enumerator(line.text)))


def _is_prose(passage: Passage) -> bool:
    return passage.kind is BlockKind.LIST_ITEM or (
        passage.kind is BlockKind.PARAGRAPH
        and (len(passage.text) > 120 or is_finished(passage.text))
        and len(passage.text.split()) > 3
    )


def _ends(passage: Passage) -> bool:
    """Whether what comes after this passage is something new."""
    return (
        passage.kind in {BlockKind.HEADING, BlockKind.TABLE_CELL}
        or is_finished(passage.text)
        or len(passage.text) > 80
    )
