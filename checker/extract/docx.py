"""Word documents (DOCX): python-docx opens them, their XML is read in the order of the body.

Tracked insertions, text boxes and content controls hold text of statements, and the paragraphs
of python-docx pass over all three; hence the XML.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from lxml import etree

from checker.errors import DamagedFile, TooLong
from checker.extract.builder import DocumentBuilder
from checker.extract.sniff import MediaType
from checker.model import BlockKind, Document, Extraction, SourceDocument

# Bytes; a file that unpacks to more is an attack, not a statement.
_UNPACKED_LIMIT = 200_000_000
_UNPACKED_XML_LIMIT = 30_000_000
_BROKEN = (
    *(OpcError, BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, AttributeError, RuntimeError, EOFError, OSError),
)
_PARAGRAPH = qn("w:p")
_TABLE = qn("w:tbl")
_HOLDERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}
_BOX = qn("w:txbxContent")
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_NUMBERING = f"{qn('w:pPr')}/{qn('w:numPr')}"
_VALUE = qn("w:val")
_TEXT = qn("w:t")
_STANDS_FOR = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# Properties, text moved elsewhere, and what is read on its own or stands there twice.
_NOT_IN_LINE = {
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:moveFrom"),
    _BOX,
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def extract_docx(source: SourceDocument) -> Document:
    """The document in a DOCX file.

    Raises:
        DamagedFile: It cannot be opened, or a part of it is missing.
        TooLong: It unpacks to more than is read.
    """
    try:
        return _read(source)
    except _BROKEN as exc:
        raise DamagedFile(source.name, "is a DOCX file that is broken or cut off.") from exc


def _read(source: SourceDocument) -> Document:
    _check_size(source)
    word = docx.Document(BytesIO(source.content))
    builder = DocumentBuilder()
    reader = _Reader(word, builder)
    reader.read(word.element.body)
    reader.read_running()
    return builder.build(
        media_type=MediaType.DOCX, extraction=Extraction.DOCX, title=word.core_properties.title
    )


def _check_size(source: SourceDocument) -> None:
    with ZipFile(BytesIO(source.content)) as archive:
        sizes = [(part.filename, part.file_size) for part in archive.infolist()]
    unpacked = sum(size for _, size in sizes)
    if unpacked > _UNPACKED_LIMIT:
        reason = f"unpacks to {unpacked:,} bytes; at most {_UNPACKED_LIMIT:,} are read."
        raise TooLong(source.name, reason)
    xml = sum(size for name, size in sizes if name.casefold().endswith((".xml", ".rels")))
    if xml > _UNPACKED_XML_LIMIT:
        reason = f"unpacks to {xml:,} bytes of XML; at most {_UNPACKED_XML_LIMIT:,} are read."
        raise TooLong(source.name, reason)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of its paragraphs; 0 where it does not."""

    heading: int  # level
    named: int  # depth of the list that its name stands for
    depth: int  # depth of the list, its numbering considered


class _Reader:
    """Adds the paragraphs of a Word document to a builder."""

    def __init__(self, word: WordDocument, builder: DocumentBuilder) -> None:
        self._word = word
        self._builder = builder
        self._styles: dict[str | None, _Style] = {}

    def read(self, element: etree._Element, *, in_cell: bool = False) -> None:
        """Add what `element` holds, in order, content controls and insertions included."""
        for child in element:
            if child.tag == _PARAGRAPH:
                self._read_paragraph(child, in_cell=in_cell)
            elif child.tag == _TABLE:
                self._read_table(child)
            elif child.tag in _HOLDERS:
                self.read(child, in_cell=in_cell)

    def read_running(self) -> None:
        """Add headers and footers, each once."""
        for section in self._word.sections:
            for part in (section.header, section.footer):
                if not part.is_linked_to_previous:
                    for paragraph in part.paragraphs:
                        self._builder.add(_text(paragraph._p), BlockKind.RUNNING)  # noqa: SLF001

    def _read_table(self, table: etree._Element) -> None:
        for cell in table.iter(qn("w:tc")):
            if next(cell.iterancestors(_TABLE)) is table:
                # A cell with paragraphs in it gives them a place; it is not a table's value.
                paragraphs = [p for p in cell.iter(_PARAGRAPH) if _text(p).strip()]
                self.read(cell, in_cell=len(paragraphs) < 2)

    def _read_paragraph(self, element: etree._Element, *, in_cell: bool) -> None:
        text = _text(element)
        if text.strip():  # asking every empty paragraph for its style would take minutes
            self._add(text, *self._kind(element, in_cell=in_cell))
        for box in element.iter(_BOX):
            if not any(outer.tag in _NOT_IN_LINE for outer in box.iterancestors()):
                self.read(box)

    def _add(self, text: str, kind: BlockKind, level: int) -> None:
        for line in text.split("\n"):
            if kind is BlockKind.PARAGRAPH:
                self._builder.add_paragraph(line)
            else:
                self._builder.add(line, kind, level)

    def _kind(self, element: etree._Element, *, in_cell: bool) -> tuple[BlockKind, int]:
        style = self._style_of(element)
        if style.heading:
            return BlockKind.HEADING, style.heading
        depth = _numbered_depth(element, style.named)
        if depth is None:
            depth = style.depth
        if depth:
            return BlockKind.LIST_ITEM, depth
        return (BlockKind.TABLE_CELL if in_cell else BlockKind.PARAGRAPH), 0

    def _style_of(self, element: etree._Element) -> _Style:
        named = element.find(_STYLE)
        style_id = None if named is None else named.get(_VALUE)
        if style_id not in self._styles:
            style = self._word.part.get_style(style_id, WD_STYLE_TYPE.PARAGRAPH)
            self._styles[style_id] = _read_style(style)
        return self._styles[style_id]


def _read_style(style: BaseStyle | None) -> _Style:
    styles = list(_with_bases(style))
    named = _named_depth(styles)
    depths = (_numbered_depth(style.element, named) for style in styles)
    return _Style(
        heading=_heading_level(styles),
        named=named,
        depth=next((depth for depth in depths if depth is not None), named),
    )


def _with_bases(style: BaseStyle | None) -> Iterator[BaseStyle]:
    """A style and those that it is based on; each once, as a broken one is based on itself."""
    seen: set[str] = set()
    while style is not None and style.style_id not in seen:
        yield style
        seen.add(style.style_id)
        style = getattr(style, "base_style", None)


def _heading_level(styles: list[BaseStyle]) -> int:
    for style in styles:
        if style.name == "Title":
            return 1
        if found := re.fullmatch(r"heading ([1-9])", (style.name or "").casefold()):
            return min(int(found.group(1)), 6)
    return 0


def _named_depth(styles: list[BaseStyle]) -> int:
    names = (re.fullmatch(r"List (?:Bullet|Number)(?: (\d))?", s.name or "") for s in styles)
    return max((int(found.group(1) or 1) for found in names if found), default=0)


def _numbered_depth(holder: etree._Element, named: int) -> int | None:
    """Depth of a list item by the numbering of its paragraph or style; None without one."""
    numbering = holder.find(_NUMBERING)
    if numbering is None:
        return None
    number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
    if number is not None and number.get(_VALUE) == "0":
        return 0  # taken out of the list of its style
    return max(named, 1 + int(level.get(_VALUE, "0")) if level is not None else 1)


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _STANDS_FOR:
            yield _STANDS_FOR[child.tag]
        elif child.tag not in _NOT_IN_LINE:
            yield from _pieces(child)
