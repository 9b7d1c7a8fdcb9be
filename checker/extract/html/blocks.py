"""The elements of a web page as blocks of text: headings, paragraphs, list items, table cells."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from bs4 import Tag
from bs4.element import PageElement

from checker.extract.builder import DocumentBuilder
from checker.extract.cleaning import clean
from checker.extract.html.furniture import HEADINGS, is_in_heading
from checker.extract.html.survey import TEXT_NODES, opens_a_panel
from checker.extract.html.tables import Cell, place_cells
from checker.extract.lines import is_finished
from checker.model import BlockKind

# Elements within a line of text. Every other element begins a new block.
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr
    output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr button
    """.split()
)
_LONGEST_HEADING = 30  # words; longer ones are paragraphs that were set in large letters
_PANEL_HEADING = 3  # level of what unfolds a part of the text
_BREAK = "\v"  # stands for <br>; a character that no HTML text holds
_LINE_END = re.compile(r"[\r\n\v]+")
_MARK = re.compile(r"[\W\d]{1,5}|\W?[a-z]\W?")  # of a footnote: 1, [12], a, *, ↩
_LONGEST_MARK = 5
_NOWHERE = Cell(0, 0)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text of an element is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0  # of lists
    verbatim: bool = False  # line breaks of the source count
    cell: Cell = _NOWHERE


class BlockReader:
    """Adds a block to `builder` for each run of text within a line.

    Nodes whose `id` is among `gone` are left out.
    """

    def __init__(self, builder: DocumentBuilder, gone: Container[int]) -> None:
        self._builder = builder
        self._gone = gone
        self._pieces: list[str] = []
        self._places: dict[int, Cell] = {}

    def read(self, root: Tag) -> None:
        """Add the blocks of `root`; without recursion, as pages may be nested to any depth."""
        around = [(root, iter(root.contents), _Context())]
        while around:
            tag, children, context = around[-1]
            child = next(children, None)
            if child is None:
                if not _is_inline(tag):
                    self._flush(context)
                around.pop()
            elif id(child) in self._gone:
                continue
            elif not isinstance(child, Tag):
                self._add_string(child, context)
            elif child.name == "br":
                self._pieces.append(_BREAK)
            elif not _is_footnote_mark(child):
                if not _is_inline(child):
                    self._flush(context)
                    context = self._within(child, context)
                elif _stands_apart(child):
                    self._pieces.append(" ")
                around.append((child, iter(child.contents), context))

    def _within(self, tag: Tag, context: _Context) -> _Context:
        """What the text of a block element is, within that of its parent."""
        if tag.name == "table":
            self._places |= place_cells(tag)
        if level := _heading_level(tag):
            return replace(context, kind=BlockKind.HEADING, level=level)
        if tag.name in {"ul", "ol", "menu"}:
            return replace(context, depth=context.depth + 1)
        if tag.name == "li":
            return replace(context, kind=BlockKind.LIST_ITEM, level=max(context.depth, 1))
        if cell := self._places.get(id(tag)):
            return replace(context, kind=BlockKind.TABLE_CELL, level=0, depth=0, cell=cell)
        if tag.name in {"pre", "listing"}:
            return replace(context, verbatim=True)
        return context

    def _add_string(self, node: PageElement, context: _Context) -> None:
        if type(node) in TEXT_NODES:
            line_break = _BREAK if context.verbatim else " "
            self._pieces.append(_LINE_END.sub(line_break, str(node)))

    def _flush(self, context: _Context) -> None:
        """Add what was collected: one block for each of the lines that <br> has made of it."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if context.kind is BlockKind.HEADING and len(text.split()) <= _LONGEST_HEADING:
            text = text.replace(_BREAK, " ")
        lines = [clean(line) for line in text.split(_BREAK)]
        blocks: list[str] = []
        before = ""
        for line in lines:
            if before and line and line[0].islower() and not is_finished(before):
                blocks[-1] += f" {line}"  # a line break that was typed to wrap the line
            elif line:
                blocks.append(line)
            before = line
        for block in blocks:
            self._add(block, context)

    def _add(self, text: str, context: _Context) -> None:
        too_long = context.kind is BlockKind.HEADING and len(text.split()) > _LONGEST_HEADING
        if too_long or context.kind is BlockKind.PARAGRAPH:
            self._builder.add_paragraph(text)
        else:
            row, column = context.cell if context.kind is BlockKind.TABLE_CELL else (0, 0)
            self._builder.add(text, context.kind, context.level, row=row, column=column)


def _is_inline(tag: Tag) -> bool:
    if tag.name == "button":
        return is_in_heading(tag) or not opens_a_panel(tag)
    return tag.name in _INLINE or ":" in tag.name  # such as <o:p> of Word


def _stands_apart(tag: Tag) -> bool:
    """Whether a page is likely to show an inline element apart from the one that it touches.

    So it shows two links, and two spans of which one is not the rest of a word begun in the other.
    """
    before = tag.previous_sibling
    if not isinstance(before, Tag) or before.name != tag.name:
        return False
    if tag.name in {"a", "button", "label"}:
        return tag.get("href") is None or tag.get("href") != before.get("href")
    if tag.name != "span":
        return False
    ending, beginning = _last_words(before), _first_words(tag)
    return ending[-1:].islower() and beginning[:1].isupper()


def _first_words(tag: Tag) -> str:
    return next((str(node) for node in tag.descendants if type(node) in TEXT_NODES), "")


def _last_words(tag: Tag) -> str:
    while isinstance(tag, Tag) and tag.contents:
        last = tag.contents[-1]
        if not isinstance(last, Tag):
            return str(last) if type(last) in TEXT_NODES else ""
        tag = last
    return ""


def _heading_level(tag: Tag) -> int:
    if tag.name in {"summary", "button"}:
        return _PANEL_HEADING
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level", ""))
        return min(max(int(level), 1), 6) if level.isdecimal() else 2
    return HEADINGS.get(tag.name, 0)


def _is_footnote_mark(tag: Tag) -> bool:
    """Whether a tag only leads to a footnote, or from there back to the text."""
    if tag.name not in {"a", "sup"}:
        return False
    text = ""
    for part in tag.stripped_strings:
        text += part
        if len(text) > _LONGEST_MARK:
            return False
    link = tag if tag.name == "a" else tag.find("a")
    if link is None or "#" not in str(link.get("href") or ""):
        return False
    return _MARK.fullmatch(text) is not None
