"""The part of a web page that is its content: what is left without the site around it.

When in doubt a part stays: a sentence too many does less harm than a lost sign-off block. So
nothing goes for its position alone, and nothing that holds most of the page's prose goes at all.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Self

from bs4 import BeautifulSoup, Tag

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_NEVER_TEXT = (
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas"),
    *("audio", "video", "select", "input", "textarea", "datalist", "dialog"),
)
_CONTAINERS = {"main", "article", "section", "div", "td", "tr", "tbody", "table", "center", "form"}
_SITE_ROLES = {"navigation", "search", "dialog", "alertdialog", "complementary"}
_EDGE_ROLES = {"banner", "contentinfo"}
# Words in the class or id of site furniture, and of the banners that ask for consent.
_FURNITURE = frozenset(
    """
    nav navbar navigation menu submenu megamenu offcanvas breadcrumb breadcrumbs sidebar
    masthead topbar toolbar share sharing social newsletter subscribe related pagination pager
    skip search searchform popup modal
    """.split()
)
_CONSENT = frozenset("cookie cookies consent gdpr ccpa onetrust cybot cookiebot".split())
_MOST = 0.5  # of the prose of a page
_NEARLY_ALL = 0.8  # of the prose of a page
_LITTLE = 200  # characters of prose, as a sidebar may hold


def reduce_to_content(soup: BeautifulSoup) -> None:
    """Take everything out of `soup` that is not content of the page."""
    body = soup.body or soup
    for tag in soup(_NEVER_TEXT):
        tag.extract()
    lengths = _Lengths.of(body)
    for tag in body(True):
        share = lengths.prose_share(tag, body)
        words = _words_of(tag)
        if (share < _NEARLY_ALL and words & _CONSENT and _is_banner(tag)) or (
            share < _MOST and _is_furniture(tag, words, lengths)
        ):
            _remove_but_title(tag)
    lengths = _Lengths.of(body)
    main = body.find("main") or body.find(role="main")
    if main and lengths.prose_share(main, body) >= _MOST:
        _clear_around(main, body, lengths, most_links=0.0)
    else:
        _clear_around(_densest(body, lengths), body, lengths, most_links=1 / 3)


@dataclass(frozen=True, slots=True)
class _Lengths:
    """Length of all text in each tag, and of its prose, which is not in links; by `id`."""

    text: Counter[int]
    prose: Counter[int]

    @classmethod
    def of(cls, body: Tag) -> Self:
        text: Counter[int] = Counter()
        prose: Counter[int] = Counter()
        for node in reversed([*body.descendants]):
            own = 0 if isinstance(node, Tag) else len(str(node).strip())
            text[id(node.parent)] += own + text[id(node)]
            if not isinstance(node, Tag) or node.name != "a":
                prose[id(node.parent)] += own + prose[id(node)]
        return cls(text, prose)

    def prose_share(self, tag: Tag, whole: Tag) -> float:
        """How much of the prose of `whole` is in `tag`: 0 to 1."""
        return self.prose[id(tag)] / max(self.prose[id(whole)], 1)

    def link_share(self, tag: Tag) -> float:
        """How much of the text of `tag` is links: 0 to 1."""
        return 1 - self.prose[id(tag)] / max(self.text[id(tag)], 1)


def _is_banner(tag: Tag) -> bool:
    """Whether a tag whose class or id is about consent asks for it; its words may be many.

    Such a class may also stand on the wrapper of the whole page.
    """
    return not tag.find(["main", "article", "h1", "nav"])


def _is_furniture(tag: Tag, words: set[str], lengths: _Lengths) -> bool:
    """Whether a tag, with these words in its class and id, is part of the site."""
    if tag.name in {"nav", "aside", "form"} or tag.get("role") in _SITE_ROLES:
        return True
    if tag.name == "button":
        return not tag.find_parent([*HEADINGS, "summary"])
    if tag.name in {"header", "footer"} or tag.get("role") in _EDGE_ROLES:
        # Those of an article may hold its title and its sign-off.
        return bool(tag.find("a")) or not tag.find_parent(["main", "article", "section"])
    has_little_prose = lengths.prose[id(tag)] < _LITTLE
    if words & {"header", "footer"}:
        return has_little_prose and bool(tag.find("a"))
    return bool(words & _FURNITURE) and (has_little_prose or lengths.link_share(tag) >= _MOST)


def _words_of(tag: Tag) -> set[str]:
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    spelt = re.sub(r"([a-z])([A-Z])", r"\1 \2", " ".join(name for name in names if name))
    return set(re.split(r"[^a-z]+", spelt.casefold()))


def _remove_but_title(tag: Tag) -> None:
    """Remove site furniture; a page title in it, unlike a logo, has no link or picture."""
    title = tag.find("h1")
    if title and not title.find(["a", "img"]):
        tag.replace_with(title)
    else:
        tag.extract()


def _densest(body: Tag, lengths: _Lengths) -> Tag:
    """The innermost element that holds nearly all prose of the page."""
    element = body
    while True:
        inner = element.find_all(_CONTAINERS, recursive=False)
        shares = ((tag, lengths.prose_share(tag, body)) for tag in inner)
        dense = next((tag for tag, share in shares if share >= _NEARLY_ALL), None)
        if dense is None:
            return element
        element = dense


def _clear_around(element: Tag, body: Tag, lengths: _Lengths, *, most_links: float) -> None:
    """Remove what stands around `element` and has a larger share of links, or a form."""
    while element is not body and element.parent:
        for other in element.parent.find_all(True, recursive=False):
            if other is element:
                continue
            if lengths.link_share(other) > most_links or other.find("form"):
                _remove_but_title(other)
        element = element.parent
