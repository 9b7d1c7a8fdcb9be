"""The links of a web page: where they point, their words, and where on the page they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag

from checker.crawl.addresses import clean_url, url_extension, url_key
from checker.crawl.answer import Answer

_MAX_PAGE = 3_000_000  # bytes; what is beyond is data, not links
_MAX_LINKS = 10_000
_MAX_CONTEXT = 200  # characters of the block around a link; more is prose about something else
_ADDRESS_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "embed": "src",
    "frame": "src",
    "iframe": "src",
    "object": "data",
    "option": "value",
}
_EMBEDDED = {"embed", "frame", "iframe", "object"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "legend", "dt"}
_BLOCKS = ["li", "tr", "p", "dd", "figure"]
_SCRIPTED = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['"]([^'"]+)"""
)
_NOT_FOR_US = re.compile(rb"(?is)<noscript\b.*?</noscript\s*>|<!--.*?-->")
_REFRESH = re.compile(rb"""(?is)<meta\b[^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>""")
_REFRESH_TO = re.compile(
    rb"""(?is)content\s*=\s*["']?\s*(\d{1,4})[^>]*?url\s*=\s*['"]?\s*([^"'>]+)"""
)
_MAX_REFRESH = 10  # seconds; a page that reloads later is not on its way elsewhere


class Position(StrEnum):
    """Where on a page a link stands."""

    HEADER = "header"
    MENU = "menu"
    FOOTER = "footer"
    BODY = "body"


_LANDMARKS = {
    "footer": Position.FOOTER,
    "foot": Position.FOOTER,
    "contentinfo": Position.FOOTER,
    "colophon": Position.FOOTER,
    "bottom": Position.FOOTER,
    "nav": Position.MENU,
    "navbar": Position.MENU,
    "navigation": Position.MENU,
    "menu": Position.MENU,
    "menubar": Position.MENU,
    "submenu": Position.MENU,
    "dropdown": Position.MENU,
    "header": Position.HEADER,
    "banner": Position.HEADER,
    "masthead": Position.HEADER,
    "topbar": Position.HEADER,
}
_PART_OF_CONTENT = {"accordion", "card", "entry", "modal", "panel", "post", "table"}
_BY_RANK = (Position.FOOTER, Position.MENU, Position.HEADER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """One link of a page.

    Attributes:
        url: Absolute address, without fragment.
        text: Its words: text, label, title, and description of its image.
        context: Words around it that may say what it leads to: list item, row, heading.
        position: Where on the page it stands.
        embedded: Whether the page shows it as a part of itself.
    """

    url: str
    text: str
    context: str = ""
    position: Position = Position.BODY
    embedded: bool = False


def find_links(page: Answer) -> tuple[PageLink, ...]:
    """The links of a web page to http(s) addresses, in order; none when it is no web page."""
    if not page.is_html:
        return ()
    markup = re.sub(rb"^[\s\xef\xbb\xbf]*<\?xml[^>]*>", b"", page.content[:_MAX_PAGE])
    soup = BeautifulSoup(markup, "lxml", from_encoding=page.charset or None)
    base_tag = soup.find("base", href=True)
    base = clean_url(str(base_tag["href"]), page.final_url) if base_tag else None
    heading = soup.title.get_text(" ", strip=True) if soup.title else ""
    surroundings = _Surroundings()
    found: list[PageLink] = []
    for tag in soup.find_all(_is_heading_or_link):
        if tag.name in _HEADINGS:
            heading = tag.get_text(" ", strip=True)
            continue
        for href in _addresses(tag):
            url = clean_url(href, base or page.final_url)
            if url:
                found.append(_link(tag, url, heading, surroundings))
        if len(found) >= _MAX_LINKS:
            break
    return tuple(found)


def find_refresh(page: Answer) -> str | None:
    """The address that a web page sends its visitor on to at once; None when it does not."""
    head = _NOT_FOR_US.sub(b"", page.content[:20_000])
    tag = _REFRESH.search(head) if page.is_html else None
    to = _REFRESH_TO.search(tag.group()) if tag else None
    if to is None or int(to.group(1)) > _MAX_REFRESH:
        return None
    url = clean_url(to.group(2).decode("utf-8", "replace"), page.final_url)
    return None if url is None or url_key(url) == url_key(page.final_url) else url


def _is_heading_or_link(tag: Tag) -> bool:
    return (
        tag.name in _HEADINGS
        or tag.name in _ADDRESS_ATTRIBUTES
        or tag.has_attr("data-href")
        or tag.has_attr("onclick")
    )


def _addresses(tag: Tag) -> Iterator[str]:
    attribute = _ADDRESS_ATTRIBUTES.get(tag.name, "")
    own = str(tag.get(attribute) or "") if attribute else ""
    if tag.name == "option" and not own.startswith(("/", "http:", "https:")):
        own = ""
    if own and not own.startswith("#"):
        yield own
        if tag.name in _EMBEDDED:
            yield from _shown_by_viewer(own)
        return
    if scripted := _SCRIPTED.search(str(tag.get("onclick") or "")):
        yield scripted.group(1)
    if tag.has_attr("data-href"):
        yield str(tag["data-href"])


def _shown_by_viewer(address: str) -> Iterator[str]:
    """The document that an embedded viewer was told to show, such as `viewer.html?file=…`."""
    try:
        query = parse_qsl(urlsplit(address).query)
    except ValueError:
        return
    yield from (value for _, value in query if url_extension(value) in {"pdf", "docx", "doc"})


def _link(tag: Tag, url: str, heading: str, surroundings: "_Surroundings") -> PageLink:
    position = surroundings.position_of(tag)
    context = ""
    if position is Position.BODY:
        context = f"{heading} {surroundings.words_around(tag)}".strip()
    return PageLink(
        url=url,
        text=_text(tag),
        context=context,
        position=position,
        embedded=tag.name in _EMBEDDED,
    )


def _text(tag: Tag) -> str:
    words = [tag.get_text(" ", strip=True), *_attributes(tag)]
    for inner in tag.find_all(["img", "svg", "span"]):
        words += _attributes(inner)
    unique = dict.fromkeys(" ".join(word.split()) for word in words)
    return " ".join(word for word in unique if word)


def _attributes(tag: Tag) -> list[str]:
    return [str(tag.get(name) or "") for name in ("aria-label", "title", "alt")]


class _Surroundings:
    """What holds the links of one page: each part is looked at once, however many it holds.

    Kept by identity: the hash of a tag is that of all its markup.
    """

    def __init__(self) -> None:
        self._landmarks: dict[int, set[Position]] = {}
        self._words: dict[int, str] = {}

    def position_of(self, tag: Tag) -> Position:
        """By the parts of the page that hold it: a menu in the footer counts as footer."""
        found: set[Position] = set()
        for parent in tag.parents:
            if parent.name in {"body", "html", "[document]"}:
                break
            if parent.name == "article":  # has a header and a footer of its own
                found -= {Position.HEADER, Position.FOOTER}
                continue
            if id(parent) not in self._landmarks:
                self._landmarks[id(parent)] = _landmarks(parent)
            found |= self._landmarks[id(parent)]
        return next((position for position in _BY_RANK if position in found), Position.BODY)

    def words_around(self, tag: Tag) -> str:
        """Of the list item, row or paragraph that holds it; empty where that is long prose."""
        block = tag.find_parent(_BLOCKS)
        if block is None:
            return ""
        if id(block) not in self._words:
            words = block.get_text(" ", strip=True)
            self._words[id(block)] = words if len(words) <= _MAX_CONTEXT else ""
        return self._words[id(block)]


def _landmarks(tag: Tag) -> set[Position]:
    if tag.name in _LANDMARKS:
        return {_LANDMARKS[tag.name]}
    names = [*tag.get_attribute_list("class"), tag.get("id"), tag.get("role")]
    joined = " ".join(str(name) for name in names if name)
    words = set(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", joined).lower()))
    found = {_LANDMARKS[word] for word in words & _LANDMARKS.keys()}
    if not found or words & _PART_OF_CONTENT:
        return set()
    # A wrapper of the whole page may be called `sticky-footer` or `has-menu`.
    contents = ["main", "article", "footer", *(["h1"] if Position.FOOTER in found else [])]
    return set() if tag.find(contents) else found
