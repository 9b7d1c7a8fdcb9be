"""What the styles of a Word document make of its paragraphs and runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from checker.extract.docx.package import w

_VALUE = w("val")
_PARAGRAPH_STYLE = f"{w('pPr')}/{w('pStyle')}"
_RUN_STYLE = f"{w('rPr')}/{w('rStyle')}"
_NUMBERING = f"{w('pPr')}/{w('numPr')}"
_OUTLINE = f"{w('pPr')}/{w('outlineLvl')}"
_HIDDEN = f"{w('rPr')}/{w('vanish')}"
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?")
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures")
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style makes of the text that has it.

    Attributes:
        heading: Level of a heading, or 0.
        named: Depth of the list that its name stands for, or 0.
        depth: Depth of the list, its numbering considered, or 0.
        contents: Whether it is that of a table of contents.
        hidden: Whether its text is not shown.
    """

    heading: int = 0
    named: int = 0
    depth: int = 0
    contents: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else root.findall(w("style"))
        self._elements = {element.get(w("styleId")): element for element in elements}
        self._default = next(
            (
                element.get(w("styleId"))
                for element in elements
                if element.get(w("type")) == "paragraph" and _is_on(element.get(w("default"), "0"))
            ),
            None,
        )
        self._read: dict[str | None, Style] = {}

    def of_paragraph(self, paragraph: etree._Element) -> Style:
        """The style of a paragraph, its own properties considered."""
        named = paragraph.find(_PARAGRAPH_STYLE)
        style = self._get(self._default if named is None else named.get(_VALUE))
        level = outline_level(paragraph)
        depth = list_depth(paragraph, style.named)
        return Style(
            heading=style.heading if level is None else level,
            named=style.named,
            depth=style.depth if depth is None else depth,
            contents=style.contents,
            hidden=style.hidden,
        )

    def hides(self, run: etree._Element) -> bool:
        """Whether a run is hidden by its own properties or by those of its style."""
        own = run.find(_HIDDEN)
        if own is not None:
            return _is_on(own.get(_VALUE, "1"))
        named = run.find(_RUN_STYLE)
        return named is not None and self._get(named.get(_VALUE)).hidden

    def _get(self, style_id: str | None) -> Style:
        if style_id not in self._read:
            self._read[style_id] = _read(list(self._with_bases(style_id)))
        return self._read[style_id]

    def _with_bases(self, style_id: str | None) -> Iterator[etree._Element]:
        """A style and those that it is based on; each once, as a broken one is its own base."""
        seen: set[str | None] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            yield self._elements[style_id]
            base = self._elements[style_id].find(w("basedOn"))
            style_id = None if base is None else base.get(_VALUE)


def _is_on(value: str) -> bool:
    return value not in _OFF


def outline_level(holder: etree._Element) -> int | None:
    """The heading level that a paragraph or style sets; 0 is none, None sets nothing."""
    element = holder.find(_OUTLINE)
    if element is None:
        return None
    level = int(element.get(_VALUE, "9"))
    return min(level + 1, 6) if level < 9 else 0


def list_depth(holder: etree._Element, named: int) -> int | None:
    """The depth in a list that a paragraph or style sets; 0 is none, None sets nothing."""
    numbering = holder.find(_NUMBERING)
    if numbering is None:
        return None
    number, level = numbering.find(w("numId")), numbering.find(w("ilvl"))
    if number is not None and number.get(_VALUE) == "0":
        return 0  # taken out of the list of its style
    return max(named, 1 + int(level.get(_VALUE, "0")) if level is not None else 1)


def _read(styles: list[etree._Element]) -> Style:
    names = [_name(style) for style in styles]
    lists = [found for name in names if (found := _LIST.fullmatch(name))]
    named = max((int(found.group(1) or 1) for found in lists), default=0)
    depths = (list_depth(style, named) for style in styles)
    hidden = (style.find(_HIDDEN) for style in styles)
    return Style(
        heading=_heading(styles, names),
        named=named,
        depth=next((depth for depth in depths if depth is not None), named),
        contents=any(_CONTENTS.fullmatch(name) for name in names[:1]),
        hidden=next((_is_on(h.get(_VALUE, "1")) for h in hidden if h is not None), False),
    )


def _heading(styles: list[etree._Element], names: list[str]) -> int:
    for style, name in zip(styles, names, strict=True):
        if name == "title":
            return 1
        if found := _HEADING.fullmatch(name):
            return min(int(found.group(1)), 6)
        if (level := outline_level(style)) is not None:
            return level
    return 0


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(_VALUE, "").casefold()
