"""The structure of a tagged PDF: which element each piece of its text belongs to.

Word, LibreOffice, InDesign and browsers write it for readers with screen readers. The tree of a
document holds elements down to those of letters; here they are headings, paragraphs, list items
and cells, and what is in any other belongs to the one around it.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from checker.extract.elements import FURNITURE, Element, Role

_HEADING = re.compile(r"H([1-6]?)|Title")
_PARAGRAPHS = frozenset({"P", "Note", "FENote", "Caption", "Figure", "BlockQuote", "Aside", "TOCI"})
_CELLS = frozenset({"TD", "TH"})
_GROUPS = frozenset(
    {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "THead", "TBody", "TFoot", "TOC"}
)
_UNNAMED_LEVEL = 2  # of H, which says none
_MOST_PLACES = 2_000_000  # looked at in the trees of all pages
_FEW = 16  # places in what may be a word or a part of the page

# Handed to PDFium, which has one caller at a time.
_NAME = ctypes.create_string_buffer(64)
_MARK = (ctypes.c_ushort * 32)()
_LENGTH = ctypes.c_ulong()
_ARTIFACT = "Artifact".encode("utf-16-le")


class PageTags:
    """The tags of a page."""

    def __init__(
        self, text_page: pdfium.PdfTextPage, elements: Mapping[int, Element | None]
    ) -> None:
        self._page = text_page
        self._elements = elements

    def element_of(self, start: int, end: int) -> Element | None:
        """The element of a piece of a row; None where no tag says so.

        A mark before or after it may have been drawn without a tag.
        """
        first = self._element_at(start)
        if first and first.role is not Role.FURNITURE:
            return first
        last = self._element_at(end - 1)
        return last if last and last.role is not Role.FURNITURE else first

    def split(self, text: str, rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The rows of a page, cut where an element ends beside another."""
        for start, end in rows:
            for begun, stop in pairwise([start, *self._cuts(text, start, end), end]):
                yield begun, begun + len(text[begun:stop].rstrip())

    def _cuts(self, text: str, start: int, end: int) -> Iterator[int]:
        before = self._element_at(start)
        if before == self._element_at(end - 1):
            return
        for place in range(start, end):
            here = None if text[place].isspace() else self._element_at(place)
            if here and here != FURNITURE:
                if before not in {None, FURNITURE, here}:
                    yield place
                before = here

    def _element_at(self, index: int) -> Element | None:
        drawn = pdfium_c.FPDFText_GetTextObject(self._page, index)
        if not drawn:
            return None
        content = pdfium_c.FPDFPageObj_GetMarkedContentID(drawn)
        if content < 0:
            return FURNITURE if _is_artifact(drawn) else None
        return self._elements.get(content)


class Structure:
    """The structure tree of a document, of which PDFium shows one page at a time."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int], int] = {}
        self._rows: dict[int, dict[int, int]] = {}
        self._firsts: dict[int, int] = {}
        self._left = _MOST_PLACES

    @classmethod
    def of(cls, pdf: pdfium.PdfDocument) -> Self | None:
        """The structure of a document that says it is tagged."""
        return cls() if pdfium_c.FPDFCatalog_IsTagged(pdf) else None

    def tags(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> PageTags | None:
        """The tags of a page, if it has any; pages are asked for in their order."""
        walk = _Walk(self)
        tree = pdfium_c.FPDF_StructTree_GetForPage(page)
        if tree:
            try:
                for place in self.places(pdfium_c.FPDF_StructTree_CountChildren(tree)):
                    top = pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, place)
                    if top:
                        walk.enter(top, self.number(0, place), place, Element(0, Role.GROUP))
            finally:
                pdfium_c.FPDF_StructTree_Close(tree)
        return PageTags(text_page, walk.found) if walk.found else None

    def places(self, count: int) -> range:
        """The places for what an element holds: all `count` of them, as long as they are few."""
        count = min(max(count, 0), self._left)
        self._left -= count
        return range(count)

    def number(self, parent: int, place: int) -> int:
        """The number of the node at a place in its parent: on every page the same."""
        return self._numbers.setdefault((parent, place), len(self._numbers) + 1)

    def row(self, table: int, number: int) -> int:
        """Which row of a table a node is: they count in the order in which they are met."""
        rows = self._rows.setdefault(table, {})
        return rows.setdefault(number, len(rows) + 1)

    def is_first(self, parent: int, number: int) -> bool:
        """Whether a node is the first paragraph that was met in a list item or cell."""
        return self._firsts.setdefault(parent, number) == number


class _Walk:
    """One way through the nodes of a page.

    Attributes:
        found: The element that each piece of marked content belongs to; None for several.
    """

    def __init__(self, structure: Structure) -> None:
        self.found: dict[int, Element | None] = {}
        self._structure = structure
        self._entered: set[int] = set()  # addresses: a node may be named again and again

    def enter(
        self, node: pdfium_c.FPDF_STRUCTELEMENT, number: int, place: int, around: Element
    ) -> None:
        """Find what belongs to a node, at its place in its parent, or to what it holds."""
        element = self._element(node, number, place, around)
        for inner in self._structure.places(pdfium_c.FPDF_StructElement_CountChildren(node)):
            child = pdfium_c.FPDF_StructElement_GetChildAtIndex(node, inner)
            if child:
                if (address := ctypes.addressof(child.contents)) not in self._entered:
                    self._entered.add(address)
                    self.enter(child, self._structure.number(number, inner), inner, element)
                continue
            content = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(node, inner)
            if content >= 0:
                known = self.found.setdefault(content, element)
                self.found[content] = element if known == element else None

    def _element(
        self, node: pdfium_c.FPDF_STRUCTELEMENT, number: int, place: int, around: Element
    ) -> Element:
        """The element that text right in a node belongs to: its own, or the one around it."""
        name = _name_of(node)
        own = around._replace(number=number)
        if heading := _HEADING.fullmatch(name):
            return own._replace(role=Role.HEADING, level=_level(name, heading[1]))
        if name in _PARAGRAPHS:
            # The first paragraph of a list item or a cell is the item, the cell.
            holds = around.role in {Role.LIST_ITEM, Role.CELL}
            is_first = holds and self._structure.is_first(around.number, number)
            return around if is_first else own._replace(role=Role.PARAGRAPH, level=0)
        if name == "LI":
            return own._replace(role=Role.LIST_ITEM, level=max(around.level, 1))
        if name in _CELLS and around.row:
            return own._replace(role=Role.CELL, level=0, column=place + 1)
        return self._group(node, name, own, around)

    def _group(
        self, node: pdfium_c.FPDF_STRUCTELEMENT, name: str, own: Element, around: Element
    ) -> Element:
        if name == "L":
            level = around.level if around.role in {Role.GROUP, Role.LIST_ITEM} else 0
            return own._replace(role=Role.GROUP, level=level + 1)
        if name == "Table":
            return Element(own.number, Role.GROUP, table=own.number)
        if name == "TR" and around.table:
            return own._replace(row=self._structure.row(around.table, own.number))
        is_group = name in _GROUPS or _holds_nodes(node)
        return own if around.role is Role.GROUP and is_group else around


def _level(name: str, digit: str | None) -> int:
    if name == "Title":
        return 1
    return int(digit) if digit else _UNNAMED_LEVEL


def _name_of(node: pdfium_c.FPDF_STRUCTELEMENT) -> str:
    """What a node is, by the role map of its document; empty for longer names than standard."""
    length = pdfium_c.FPDF_StructElement_GetType(node, _NAME, len(_NAME))
    return _NAME.raw[: length - 2].decode("utf-16-le", "replace") if 2 < length <= 64 else ""


def _holds_nodes(node: pdfium_c.FPDF_STRUCTELEMENT) -> bool:
    count = min(pdfium_c.FPDF_StructElement_CountChildren(node), _FEW)
    return any(pdfium_c.FPDF_StructElement_GetChildAtIndex(node, place) for place in range(count))


def _is_artifact(drawn: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    for place in range(min(pdfium_c.FPDFPageObj_CountMarks(drawn), _FEW)):
        mark = pdfium_c.FPDFPageObj_GetMark(drawn, place)
        size = ctypes.sizeof(_MARK)
        found = pdfium_c.FPDFPageObjMark_GetName(mark, _MARK, size, ctypes.byref(_LENGTH))
        if found and bytes(_MARK)[: max(_LENGTH.value, 2) - 2] == _ARTIFACT:
            return True
    return False
