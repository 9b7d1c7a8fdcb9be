"""The part of a web page that is its content: what is left without the site around it.

When in doubt a part stays: a sentence too many does less harm than a lost sign-off block. So
nothing goes for its position alone, and nothing that holds most of the page's prose goes at all.
"""

from bs4 import Tag

from checker.extract.html.furniture import is_field, is_furniture
from checker.extract.html.hidden import find_unseen
from checker.extract.html.parts import find_site_parts
from checker.extract.html.survey import Survey
from checker.extract.html.tree import walk

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


def find_surroundings(body: Tag) -> set[int]:
    """The nodes, by `id`, that are no content of the page: what is in them is not, either."""
    gone: set[int] = set()
    whole = Survey(body, gone)
    gone |= {id(tag) for tag in whole.tags if tag.name in _NEVER_TEXT}
    gone |= {id(tag) for tag in find_unseen(whole)}
    for tag in walk(body, gone):
        if is_furniture(tag, whole):
            _remove_but_title(tag, whole, gone)
    survey = Survey(body, gone)
    for group in find_site_parts(survey):
        for tag in group:
            _remove_but_title(tag, survey, gone)
    for tag in survey.tags:
        if tag.name in _FIELDS and is_field(tag, survey):
            _remove_but_title(tag, survey, gone)
    survey = Survey(body, gone)
    mains = (tag for tag in survey.tags if tag.name == "main" or tag.get("role") == "main")
    main = next(mains, None)
    if main and survey.prose_share(main) >= _MOST:
        _clear_around(main, survey, whole, gone, most_links=0)
    else:
        _clear_around(_densest(survey), survey, whole, gone, most_links=1 / 3)
    return gone


def _remove_but_title(tag: Tag, survey: Survey, gone: set[int]) -> None:
    """Remove site furniture; a page title in it, unlike a logo, has no link or picture."""
    title = tag.find("h1") if survey.holds(tag, "h1") else None
    if title is None or title.find(["a", "img"]):
        gone.add(id(tag))
        return
    kept = title
    while kept is not tag and kept.parent:
        gone |= {id(node) for node in kept.parent.contents if node is not kept}
        kept = kept.parent


def _densest(survey: Survey) -> Tag:
    """The innermost element that holds nearly all prose of the page."""
    element = survey.body
    while True:
        inner = (tag for tag in element.contents if isinstance(tag, Tag))
        dense = next((tag for tag in inner if survey.prose_share(tag) >= _NEARLY_ALL), None)
        if dense is None or dense.name not in _CONTAINERS:
            return element
        element = dense


def _clear_around(
    element: Tag, survey: Survey, whole: Survey, gone: set[int], *, most_links: float
) -> None:
    """Remove what stands around `element` and has a larger share of links, or a form.

    Where nothing in it may be a statement's, any link is too many, also one that was removed with
    what the site had there.
    """
    while element is not survey.body and element.parent:
        for other in element.parent.contents:
            if other is element or not isinstance(other, Tag) or not survey.length(other):
                continue
            if survey.is_protected(other):
                goes = survey.link_share(other) > most_links
            else:
                goes = whole.link_share(other) > 0
            if goes or survey.holds(other, "form"):
                gone.add(id(other))
        element = element.parent
