"""HTML pages: their content as blocks, and every link of the whole page."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import CData, NavigableString

from checker.extract.builder import DocumentBuilder
from checker.extract.charset import decode
from checker.extract.cleaning import clean
from checker.extract.html_main import HEADINGS, reduce_to_content
from checker.extract.limits import check_characters
from checker.extract.lines import is_finished
from checker.extract.sniff import MediaType
from checker.model import BlockKind, Document, Extraction, Link, SourceDocument

_DATA_ADDRESS = re.compile(r"data:[^\s\"'<>)]{100,}")
# Elements within a line of text. Every other element begins a new block.
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark meter nobr
    output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr button
    """.split()
)
_LONGEST_HEADING = 30  # words; longer ones are paragraphs that were set in large letters
_LEADS_NOWHERE = ("#", "javascript:", "data:")
_BREAK = "\v"  # stands for <br>; a character that no HTML text holds


def extract_html(source: SourceDocument) -> Document:
    """The document on a web page: its content without the site around it, and all its links.

    Raises:
        TooLong: Its markup has more characters than are read.
    """
    declared = source.charset or EncodingDetector.find_declared_encoding(
        source.content, is_html=True
    )
    markup = decode(source.content, declared or "")
    markup = _DATA_ADDRESS.sub("data:", markup)  # pictures within the page are no text
    check_characters(len(markup), source.name)
    soup = BeautifulSoup(markup, "lxml")
    title = clean(soup.title.get_text()) if soup.title else ""
    links = _find_links(soup, source.url)
    reduce_to_content(soup)
    builder = DocumentBuilder()
    _Walker(builder).walk(soup.body or soup)
    return builder.build(
        media_type=MediaType.HTML, extraction=Extraction.HTML, title=title, links=links
    )


def _find_links(soup: BeautifulSoup, url: str) -> tuple[Link, ...]:
    """Every link that leads to another address, absolute where the page's own is known."""
    base = soup.find("base", href=True)
    root = _join(url, str(base["href"])) if base else url
    links = []
    for tag in soup(["a", "area"], href=True):
        written = str(tag["href"]).strip()
        href = urldefrag(_join(root, written)).url
        if href and not written.lower().startswith(_LEADS_NOWHERE):
            links.append(Link(href=href, text=_link_text(tag)))
    return tuple(links)


def _join(base: str, href: str) -> str:
    try:
        urlsplit(href)
        return urljoin(base, href)
    except ValueError:  # such as `http://[` typed by hand: it leads nowhere
        return ""


def _link_text(tag: Tag) -> str:
    """What a reader sees of a link or is told of it: its words, else those of its picture."""
    picture = tag.find("img", alt=True)
    candidates = (
        tag.get_text(" "),
        str(tag.get("aria-label", "")),
        str(tag.get("title", "")),
        str(picture["alt"]) if picture else "",
    )
    return next((words for text in candidates if (words := clean(text))), "")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text of an element is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0  # of lists
    verbatim: bool = False  # line breaks of the source count


class _Walker:
    """Walks the elements of a page and adds a block for each run of text within a line."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._pieces: list[str] = []

    def walk(self, root: Tag) -> None:
        """Add the blocks of `root`; without recursion, as pages may be nested to any depth."""
        around = [(root, iter(root.children), _Context())]
        while around:
            tag, children, context = around[-1]
            child = next(children, None)
            if child is None:
                if tag.name not in _INLINE:
                    self._flush(context)
                around.pop()
            elif isinstance(child, Tag) and child.name == "br":
                self._pieces.append(_BREAK)
            elif isinstance(child, Tag):
                if child.name not in _INLINE:
                    self._flush(context)
                    context = _context_of(child, context)
                around.append((child, iter(child.children), context))
            elif type(child) in {NavigableString, CData}:  # comments are strings, too
                line_break = _BREAK if context.verbatim else " "
                self._pieces.append(re.sub(r"[\r\n\v]+", line_break, str(child)))

    def _flush(self, context: _Context) -> None:
        """Add what was collected: one block for each of the lines that <br> has made of it."""
        lines = [clean(line) for line in "".join(self._pieces).split(_BREAK)]
        self._pieces.clear()
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
            self._builder.add(text, context.kind, context.level)


def _context_of(tag: Tag, context: _Context) -> _Context:
    """What the text of a block element is, within that of its parent."""
    if level := _heading_level(tag):
        return replace(context, kind=BlockKind.HEADING, level=level)
    if tag.name in {"ul", "ol", "menu"}:
        return replace(context, depth=context.depth + 1)
    if tag.name == "li":
        return replace(context, kind=BlockKind.LIST_ITEM, level=max(context.depth, 1))
    if tag.name in {"td", "th"} and not _is_layout(tag):
        return replace(context, kind=BlockKind.TABLE_CELL, level=0)
    if tag.name in {"pre", "listing"}:
        return replace(context, verbatim=True)
    return context


def _heading_level(tag: Tag) -> int:
    if tag.name == "summary":
        return 3
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level", ""))
        return min(max(int(level), 1), 6) if level.isdecimal() else 2
    return HEADINGS.get(tag.name, 0)


def _is_layout(cell: Tag) -> bool:
    """Whether a table cell only gives its content a place on the page."""
    table = cell.find_parent("table")
    if table is not None and table.get("role") in {"presentation", "none"}:
        return True
    blocks = cell.find_all(["p", "ul", "ol", "table", *HEADINGS])
    return len(blocks) > 1 or any(block.name in {"table", *HEADINGS} for block in blocks)
