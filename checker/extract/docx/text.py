"""The text of one paragraph of a Word document, as it shows once all changes are accepted."""

from collections.abc import Iterator

from lxml import etree

from checker.extract.docx.package import w
from checker.extract.docx.styles import Styles
from checker.extract.lines import is_finished

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = w("txbxContent")
_RUN = w("r")
_TEXT = w("t")
_SYMBOL = w("sym")
_FIELD = w("fldChar")
_CONTROL = w("sdt")
_PLACEHOLDER = f"{w('sdtPr')}/{w('showingPlcHdr')}"
_STANDS_FOR = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
# What was taken out or moved away, how Chinese is spoken, and what stands there twice.
_GONE = {w("del"), w("moveFrom"), w("rt"), _FALLBACK}
_APART = _GONE | {_BOX, w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr")}
_MARK_GONE = (f"{w('pPr')}/{w('rPr')}/{w('del')}", f"{w('pPr')}/{w('rPr')}/{w('moveFrom')}")


def read_text(paragraph: etree._Element, styles: Styles) -> str:
    """The text of a paragraph, text boxes in it aside; a break in it is a line feed."""
    pieces: list[str] = []
    codes: list[bool] = []  # for each field that is open: whether this is its code, not its result
    for element in _leaves(paragraph, styles):
        if element.tag == _FIELD:
            _step(codes, element.get(w("fldCharType"), ""))
        elif any(codes):
            continue
        elif element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag == _SYMBOL:
            pieces.append(chr(int(element.get(w("char"), "20"), 16)))
        else:
            pieces.append(_STANDS_FOR[element.tag])
    return "".join(pieces)


def lines_of(text: str) -> list[str]:
    """The lines that the breaks in a paragraph make, but for those within a sentence."""
    lines: list[str] = []
    for line in text.split("\n"):
        goes_on = lines and line[:1].islower() and not is_finished(lines[-1])
        if goes_on:
            lines[-1] += f" {line}"
        elif line.strip():
            lines.append(line.strip())
    return lines


def boxes_of(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a paragraph, those in other boxes aside."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _GONE:
            yield from boxes_of(child)


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control shows no more than what one is asked to put there."""
    return control.find(_PLACEHOLDER) is not None


def runs_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was taken out, so that the next one carries it on."""
    return any(paragraph.find(path) is not None for path in _MARK_GONE)


def _leaves(element: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    for child in element:
        tag = child.tag
        if tag in (_TEXT, _SYMBOL, _FIELD) or tag in _STANDS_FOR:
            yield child
        elif tag not in _APART and not _is_hidden(child, styles):
            yield from _leaves(child, styles)


def _is_hidden(element: etree._Element, styles: Styles) -> bool:
    if element.tag == _CONTROL:
        return is_placeholder(element)
    return element.tag == _RUN and styles.hides(element)


def _step(codes: list[bool], kind: str) -> None:
    """Note that a field begins, comes to its result, or ends."""
    if kind == "begin":
        codes.append(True)
    elif codes and kind == "separate":
        codes[-1] = False
    elif codes and kind == "end":
        codes.pop()
