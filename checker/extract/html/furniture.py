"""The parts of a web page whose element, role, class or id says that they belong to the site."""

import re

from bs4 import Tag

from checker.extract.html.survey import Survey, opens_a_panel

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_DIVISIONS = {"main", "article", "section"}
_SITE_ROLES = {"navigation", "search", "dialog", "alertdialog"}
_EDGE_ROLES = {"banner", "contentinfo"}
# Words in the class or id of site furniture, and of the banners that ask for consent.
_FURNITURE = frozenset(
    """
    nav navbar navigation menu submenu megamenu offcanvas breadcrumb breadcrumbs masthead topbar
    toolbar share sharing newsletter subscribe pagination pager skip search searchform popup modal
    """.split()
)
# Words in the class or id of what may go as long as nothing in it may be a statement's.
_OFTEN_FURNITURE = frozenset(
    """
    cta promo teaser teasers advert byline author comments comment respond feedback rating
    copyright colophon signup mailing footer prefooter contact recommended language languages
    sidebar aside rail related social meta toast lang print hero jumbotron eyebrow slider carousel
    testimonial testimonials
    """.split()
)
_CONSENT = ("cookie", "consent", "gdpr", "ccpa", "onetrust", "cybot")  # or what begins so
_NEARLY_ALL = 0.8  # of the prose of a page
_MOST = 0.5  # of the text of a part
_LITTLE = 200  # characters of prose, as a sidebar may hold
_TEASER = 400  # characters of prose, as a teaser may hold


def is_furniture(tag: Tag, survey: Survey) -> bool:
    """Whether `tag` is marked up as a part of the site around the content."""
    words = _words_of(tag)
    return _asks_consent(tag, words, survey) or (
        survey.may_go(tag) and (_is_site_element(tag, survey) or _is_named_so(tag, words, survey))
    )


def _asks_consent(tag: Tag, words: set[str], survey: Survey) -> bool:
    """Whether a tag, with these words in its class and id, asks for consent; at any length.

    Such a class may also stand on the wrapper of the whole page.
    """
    return (
        any(word.startswith(_CONSENT) for word in words)
        and survey.prose_share(tag) < _NEARLY_ALL
        and not survey.holds(tag, "main", "article", "h1", "nav")
    )


def _is_site_element(tag: Tag, survey: Survey) -> bool:
    """Whether the element or its role is one that sites have around their content."""
    if tag.name == "nav" or tag.get("role") in _SITE_ROLES:
        return True
    if tag.name == "aside" or tag.get("role") == "complementary":
        return not survey.is_protected(tag)
    if tag.name in {"header", "footer"} or tag.get("role") in _EDGE_ROLES:
        # Those of an article may hold its title and its sign-off.
        if survey.is_protected(tag) and not survey.link_share(tag):
            return False
        if not any(around.name in _DIVISIONS for around in tag.parents):
            return True
        return survey.holds(tag, "a") and not survey.is_protected(tag)
    return False


def is_field(tag: Tag, survey: Survey) -> bool:
    """Whether `tag` is a form or button for visitors; old sites have a form around the page."""
    if tag.name == "button":
        return not (is_in_heading(tag) or opens_a_panel(tag))
    if tag.name != "form" or not survey.may_go(tag):
        return False
    return not survey.is_protected(tag)


def is_in_heading(tag: Tag) -> bool:
    """Whether `tag` stands within a heading, or within what unfolds a part of the text."""
    return any(around.name in HEADINGS or around.name == "summary" for around in tag.parents)


def _is_named_so(tag: Tag, words: set[str], survey: Survey) -> bool:
    """Whether a tag, with these words in its class and id, is part of the site."""
    prose = survey.prose(tag)
    if words & {"header", "footer"} and prose < _LITTLE and survey.holds(tag, "a"):
        return not survey.is_protected(tag)
    if words & _FURNITURE and (prose < _LITTLE or survey.link_share(tag) >= _MOST):
        return True
    if not words & (_FURNITURE | _OFTEN_FURNITURE) or survey.is_protected(tag):
        return False
    return prose < _TEASER or survey.is_at_edge(tag)


def _words_of(tag: Tag) -> set[str]:
    if not tag.attrs:
        return set()
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    spelt = re.sub(r"([a-z])([A-Z])", r"\1 \2", " ".join(name for name in names if name))
    return set(re.split(r"[^a-z]+", spelt.casefold()))
