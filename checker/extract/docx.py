"""Word documents (DOCX): python-docx opens them, their XML is read in the order of the body.

Tracked insertions, text boxes and content controls hold text of statements, and the paragraphs
of python-docx pass over all three; hence the XML.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from checker.errors import DamagedFile
from checker.extract.builder import DocumentBuilder
from checker.extract.sniff import MediaType
from checker.model import BlockKind, Document, Extraction, SourceDocument

_UNPACKED_LIMIT = 200_000_000  # bytes; a file that unpacks to more is an attack, not a statement
_BROKEN = (
    *(OpcError, BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, AttributeError, RuntimeError, EOFError, OSError),
)
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
    qn("w:txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def extract_docx(source: SourceDocument) -> Document:
    """The document in a DOCX file.

    Raises:
        DamagedFile: It cannot be opened, or a part of it is missing.
    """
    try:
        return _read(source)
    except _BROKEN as exc:
        raise DamagedFile(source.name, "is a DOCX file that is broken or cut off.") from exc


def _read(source: SourceDocument) -> Document:
    with ZipFile(BytesIO(source.content)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > _UNPACKED_LIMIT:
        raise DamagedFile(source.name, f"unpacks to {unpacked:,} bytes, too many to read.")
    word = docx.Document(BytesIO(source.content))
    builder = DocumentBuilder()
    reader = _Reader(word, builder)
    reader.read(word.element.body)
    reader.read_running()
    return builder.build(
        media_type=MediaType.DOCX, extraction=Extraction.DOCX, title=word.core_properties.title
    )


class _Reader:
    """Adds the paragraphs of a Word document to a builder."""

    def __init__(self, word: WordDocument, builder: DocumentBuilder) -> None:
        self._word = word
        self._builder = builder

    def read(self, element: etree._Element, *, in_cell: bool = False) -> None:
        """Add what `element` holds, in order, content controls and insertions included."""
        for child in element:
            if child.tag == qn("w:p"):
                self._read_paragraph(child, in_cell=in_cell)
            elif child.tag == qn("w:tbl"):
                self._read_table(child)
            elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
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
            if next(cell.iterancestors(qn("w:tbl"))) is table:
                # A cell with paragraphs in it gives them a place; it is not a table's value.
                paragraphs = [p for p in cell.iter(qn("w:p")) if _text(p).strip()]
                self.read(cell, in_cell=len(paragraphs) < 2)

    def _read_paragraph(self, element: etree._Element, *, in_cell: bool) -> None:
        kind, level = self._kind(element, in_cell=in_cell)
        for line in _text(element).split("\n"):
            if kind is BlockKind.PARAGRAPH:
                self._builder.add_paragraph(line)
            else:
                self._builder.add(line, kind, level)
        for box in element.iter(qn("w:txbxContent")):
            if not any(outer.tag in _NOT_IN_LINE for outer in box.iterancestors()):
                self.read(box)

    def _kind(self, element: etree._Element, *, in_cell: bool) -> tuple[BlockKind, int]:
        paragraph = Paragraph(element, self._word)  # type: ignore[arg-type]  # lxml's own class
        styles = list(_with_bases(paragraph.style))
        if level := _heading_level(styles):
            return BlockKind.HEADING, level
        if depth := _list_depth(element, styles):
            return BlockKind.LIST_ITEM, depth
        return (BlockKind.TABLE_CELL if in_cell else BlockKind.PARAGRAPH), 0


def _with_bases(style: BaseStyle | None) -> Iterator[BaseStyle]:
    """A style and those that it is based on."""
    while style is not None:
        yield style
        style = getattr(style, "base_style", None)


def _heading_level(styles: list[BaseStyle]) -> int:
    for style in styles:
        if style.name == "Title":
            return 1
        if found := re.fullmatch(r"heading ([1-9])", (style.name or "").casefold()):
            return min(int(found.group(1)), 6)
    return 0


def _list_depth(element: etree._Element, styles: list[BaseStyle]) -> int:
    """Depth of a list item by its numbering, or by the name of its style; 0 for other text."""
    names = (re.fullmatch(r"List (?:Bullet|Number)(?: (\d))?", s.name or "") for s in styles)
    named = max((int(found.group(1) or 1) for found in names if found), default=0)
    for holder in (element, *(style.element for style in styles)):
        numbering = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbering is not None:
            number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
            if number is not None and number.get(qn("w:val")) == "0":
                return 0  # taken out of the list of its style
            return max(named, 1 + int(level.get(qn("w:val"), "0")) if level is not None else 1)
    return named


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
