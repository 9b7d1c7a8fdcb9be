"""Word documents (DOCX), read in the order of their body, all changes accepted.

Tracked insertions, text boxes and content controls hold text of statements as paragraphs do.
Headers, footers and tables of contents are kept, but not as sentences; comments are not.
"""

from collections.abc import Iterator

from lxml import etree

from checker.errors import UnsupportedFormat
from checker.extract.builder import DocumentBuilder
from checker.extract.docx.package import Package, open_package, w
from checker.extract.docx.styles import Style, Styles
from checker.extract.docx.text import boxes_of, is_placeholder, lines_of, read_text, runs_on
from checker.extract.sniff import MediaType
from checker.model import BlockKind, Document, Extraction, SourceDocument

_PARAGRAPH = w("p")
_TABLE = w("tbl")
_ROW = w("tr")
_CELL = w("tc")
_CONTROL = w("sdt")
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = {
    *(_CONTROL, w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")),
    *(f"{_COMPATIBLE}AlternateContent", f"{_COMPATIBLE}Choice"),
}
_OTHER_FORM = w("altChunk")
_VALUE = w("val")
_HEADING_WORDS = 40  # a longer paragraph is none, whatever its style
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def extract_docx(source: SourceDocument) -> Document:
    """The document in a DOCX file.

    Raises:
        DamagedFile: It cannot be opened, or a part of it is missing.
        TooLong: It unpacks to more than is read.
        UnsupportedFormat: Some of its text is kept in another form.
    """
    with open_package(source) as package:
        document = package.parse(package.main)
        if next(document.iter(_OTHER_FORM), None) is not None:
            raise UnsupportedFormat(
                source.name,
                "holds a document in another form, which is not read here; "
                "open it in Word and save it, which makes it one document.",
            )
        reader = _Reader(_styles(package))
        for element in document.iter(w("body")):
            reader.read(element)
        for kind in ("footnote", "endnote"):
            for note in _notes(package, kind):
                reader.read(note)
        for kind in ("header", "footer"):
            for part in package.related(kind, package.main):
                reader.read_running(package.parse(part))
        return reader.builder.build(
            media_type=MediaType.DOCX, extraction=Extraction.DOCX, title=_title(package)
        )


def _styles(package: Package) -> Styles:
    part = next(package.related("styles", package.main), None)
    return Styles(None if part is None else package.parse(part))


def _notes(package: Package, kind: str) -> Iterator[etree._Element]:
    for part in package.related(f"{kind}s", package.main):
        for note in package.parse(part).iter(w(kind)):
            if note.get(w("type"), "normal") == "normal":  # not the rule above the notes
                yield note


def _title(package: Package) -> str:
    parts = package.related("core-properties")
    titles = (package.parse(part).findtext(_TITLE) for part in parts)
    return next(filter(None, titles), "")


class _Reader:
    """Adds the paragraphs of a Word document to a builder."""

    def __init__(self, styles: Styles) -> None:
        self.builder = DocumentBuilder()
        self._styles = styles
        self._carried = ""  # text of a paragraph whose end was taken out

    def read(self, element: etree._Element, *, row: int = 0, column: int = 0) -> None:
        """Add what `element` holds, in order; its place where it is the cell of a table."""
        for child in _parts(element):
            if child.tag == _PARAGRAPH:
                self._read_paragraph(child, row, column)
            else:
                self._read_table(child)
        for line in lines_of(self._carried):
            self.builder.add_paragraph(line)
        self._carried = ""

    def read_running(self, element: etree._Element) -> None:
        """Add a header or footer."""
        for paragraph in element.iter(_PARAGRAPH):
            self.builder.add(read_text(paragraph, self._styles), BlockKind.RUNNING)

    def _read_table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in _descend(table, _ROW) if not _is_deleted(row)]
        is_frame = sum(map(len, rows)) == 1
        for number, cells in enumerate(rows, 1):
            for column, cell in cells:
                # A cell with paragraphs in it gives them a place; it is not a table's value.
                if is_frame or self._holds_paragraphs(cell):
                    self.read(cell)
                else:
                    self.read(cell, row=number, column=column)

    def _holds_paragraphs(self, cell: etree._Element) -> bool:
        texts = (read_text(paragraph, self._styles) for paragraph in cell.iter(_PARAGRAPH))
        return sum(1 for text in texts if text.strip()) > 1

    def _read_paragraph(self, element: etree._Element, row: int, column: int) -> None:
        text = self._carried + read_text(element, self._styles)
        self._carried = ""
        if runs_on(element):
            self._carried = text
        elif text.strip():
            self._add(text, self._styles.of_paragraph(element), row, column)
        for box in boxes_of(element):
            self.read(box)

    def _add(self, text: str, style: Style, row: int, column: int) -> None:
        if style.hidden:
            return
        if style.contents:
            self.builder.add(text, BlockKind.RUNNING)
        elif style.heading and len(text.split()) <= _HEADING_WORDS:
            self.builder.add(text, BlockKind.HEADING, style.heading)
        else:
            for line in lines_of(text):
                if style.depth:
                    self.builder.add(line, BlockKind.LIST_ITEM, style.depth)
                elif row:
                    self.builder.add(line, BlockKind.TABLE_CELL, row=row, column=column)
                else:
                    self.builder.add_paragraph(line)


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a body, cell or box, controls and insertions included."""
    for child in element:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in _HOLDERS and not (child.tag == _CONTROL and is_placeholder(child)):
            yield from _parts(child)


def _descend(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, those in content controls included."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _descend(child, tag)


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns, those that a cell above covers left out."""
    column = 1 + _number(row, f"{w('trPr')}/{w('gridBefore')}", 0)
    for cell in _descend(row, _CELL):
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        is_covered = merged is not None and merged.get(_VALUE, "continue") == "continue"
        if not is_covered and cell.find(f"{w('tcPr')}/{w('cellDel')}") is None:
            yield column, cell
        column += _number(cell, f"{w('tcPr')}/{w('gridSpan')}", 1)


def _number(element: etree._Element, path: str, otherwise: int) -> int:
    found = element.find(path)
    return otherwise if found is None else int(found.get(_VALUE, otherwise))
