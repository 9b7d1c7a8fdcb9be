"""The part of a web page that is its content: what is left without the site around it.

When in doubt a part stays: a sentence too many does less harm than a lost sign-off block. So
nothing goes for its position alone, and nothing that holds most of the page's prose goes at all.
"""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from checker.extract.html_furniture import is_field, is_furniture
from checker.extract.html_hidden import remove_unseen
from checker.extract.html_parts import find_site_parts
from checker.extract.html_survey import Survey

_NEVER_TEXT = frozenset(
    """
    script style noscript template svg iframe object canvas audio video select textarea datalist
    dialog
    """.split()
)
_FIELDS = {"form", "button"}
_CONTAINERS = {"main", "article", "section", "div", "td", "tr", "tbody", "table", "center", "form"}
_MOST = 0.5  # of the prose of a page
_NEARLY_ALL = 0.8  # of the prose of a page


def reduce_to_content(soup: BeautifulSoup) -> None:
    """Take everything out of `soup` that is not content of the page."""
    body = soup.body or soup
    for tag in [tag for tag in soup(True) if tag.name in _NEVER_TEXT]:
        tag.extract()
    whole = Survey(body)
    remove_unseen(body, whole)
    for tag in _outermost(body):
        if is_furniture(tag, whole):
            _remove_but_title(tag)
    survey = Survey(body)
    for group in find_site_parts(body, survey):
        for tag in group:
            _remove_but_title(tag)
    for tag in [tag for tag in survey.tags if tag.name in _FIELDS]:
        if is_field(tag, survey):
            _remove_but_title(tag)
    survey = Survey(body)
    main = body.find("main") or body.find(role="main")
    if main and survey.prose_share(main) >= _MOST:
        _clear_around(main, body, survey, whole)
    else:
        _clear_around(_densest(body, survey), body, survey, whole, most_links=1 / 3)


def _outermost(body: Tag) -> Iterator[Tag]:
    """Every element of the page, those within one that was removed meanwhile left out."""
    waiting = [body]
    while waiting:
        tag = waiting.pop()
        for child in [child for child in tag.contents if isinstance(child, Tag)]:
            yield child
            if child.parent is tag:
                waiting.append(child)


def _remove_but_title(tag: Tag) -> None:
    """Remove site furniture; a page title in it, unlike a logo, has no link or picture."""
    title = tag.find("h1")
    if title and not title.find(["a", "img"]):
        tag.replace_with(title)
    else:
        tag.extract()


def _densest(body: Tag, survey: Survey) -> Tag:
    """The innermost element that holds nearly all prose of the page."""
    element = body
    while True:
        inner = (tag for tag in element.contents if isinstance(tag, Tag))
        dense = next((tag for tag in inner if survey.prose_share(tag) >= _NEARLY_ALL), None)
        if dense is None or dense.name not in _CONTAINERS:
            return element
        element = dense


def _clear_around(
    element: Tag, body: Tag, survey: Survey, whole: Survey, *, most_links: float = 0.0
) -> None:
    """Remove what stands around `element` and has a larger share of links, or a form.

    Where nothing in it may be a statement's, any link is too many, also one that was removed with
    what the site had there.
    """
    while element is not body and element.parent:
        for other in element.parent.find_all(True, recursive=False):
            if other is element:
                continue
            if survey.is_protected(other):
                goes = survey.link_share(other) > most_links
            else:
                goes = whole.link_share(other) > 0
            if goes or other.find("form"):
                _remove_but_title(other)
        element = element.parent
