"""The links of a web page, the documents that it embeds included."""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from bs4 import Tag

from checker.extract.cleaning import clean
from checker.model import Link

_LEADS_NOWHERE = ("#", "javascript:", "data:", "about:", "blob:")
_EMBEDDING = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_DOCUMENTS = (".pdf", ".docx", ".doc")


def find_base(tags: Iterable[Tag], url: str) -> str:
    """The address that the links of a page at `url` start from."""
    written = (str(tag["href"]) for tag in tags if tag.name == "base" and tag.has_attr("href"))
    return _join(url, next(written, ""))


def find_links(tags: Iterable[Tag], base: str) -> tuple[Link, ...]:
    """Every link that leads to another address, absolute where the page's own is known.

    A document that is shown within the page is a link, too, also where a viewer shows it.
    """
    links = []
    for tag in tags:
        if tag.name in _EMBEDDING:
            links += [Link(href=href, text=_name(tag, href)) for href in _shown(tag, base)]
        elif tag.name in {"a", "area"} and (href := _address(tag, "href", base)):
            links.append(Link(href=href, text=_link_text(tag)))
    return tuple(links)


def find_shown_documents(tags: Iterable[Tag], base: str) -> set[str]:
    """Addresses of the PDF and Word files that the page shows within itself."""
    shown = (_shown(tag, base) for tag in tags if tag.name in _EMBEDDING)
    return {href for hrefs in shown for href in hrefs if _is_document(href)}


def find_linked_documents(tags: Iterable[Tag], base: str) -> set[str]:
    """Addresses of the PDF and Word files that are linked."""
    hrefs = (_address(tag, "href", base) for tag in tags if tag.name == "a")
    return {href for href in hrefs if _is_document(href)}


def _address(tag: Tag, attribute: str, base: str) -> str:
    written = str(tag.get(attribute) or "").strip()
    if written.lower().startswith(_LEADS_NOWHERE):
        return ""
    return urldefrag(_join(base, written)).url if written else ""


def _shown(tag: Tag, base: str) -> Iterator[str]:
    """The address of what a tag embeds: of the document itself where a viewer shows it."""
    address = _address(tag, _EMBEDDING[tag.name], base)
    if not address:
        return
    query = parse_qsl(urlsplit(address).query)
    documents = [value for _, value in query if _is_document(value)]
    yield from (_join(address, value) for value in documents)
    if not documents:
        yield address


def _is_document(href: str) -> bool:
    try:
        return urlsplit(href).path.lower().endswith(_DOCUMENTS)
    except ValueError:
        return False


def _join(base: str, href: str) -> str:
    try:
        urlsplit(href)
        return urljoin(base, href)
    except ValueError:  # such as `http://[` typed by hand: it leads nowhere
        return ""


def _name(tag: Tag, href: str) -> str:
    """What an embedded document is called: its title, else the words shown in its stead."""
    candidates = (str(tag.get("title") or ""), str(tag.get("aria-label") or ""), tag.get_text(" "))
    file = urlsplit(href).path.rpartition("/")[2]
    return next((words for text in candidates if (words := clean(text))), file)


def _link_text(tag: Tag) -> str:
    """What a reader sees of a link or is told of it: its words, else those of its picture."""
    said = clean(tag.get_text(" "))
    if said:
        return said
    candidates = [str(tag.get("aria-label", "")), str(tag.get("title", ""))]
    candidates += [str(picture["alt"]) for picture in tag.find_all("img", alt=True, limit=1)]
    return next((words for text in candidates if (words := clean(text))), "")
