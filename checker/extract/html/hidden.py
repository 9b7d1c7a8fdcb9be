"""What a page holds and does not show: labels for screen readers, icons, second copies of a text.

Text that waits behind a tab or an accordion is content, and stays.
"""

import re
from collections.abc import Iterable, Iterator

from bs4 import Tag

from checker.extract.html.survey import Survey

_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader\w*|element-invisible|assistive-text)"
)
_ICON = re.compile(r"(?:^|\s)(?:material-(?:icons|symbols)\S*|fa[bsrl]?|icon|glyphicon)(?:\s|$)")
# Words in the class of what is shown on some screens only.
_SOME_SCREENS = frozenset(
    "hidden hide visible none mobile desktop tablet phone cloned clone duplicate".split()
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME = 30  # characters: a longer text is no name of an icon
_LABEL = 200  # characters: a longer text is none
_COPY = 40  # characters: a shorter text may well be said twice
_MOST_COPIES = 300  # looked for on a page


def find_unseen(survey: Survey) -> Iterator[Tag]:
    """What nobody reads there, or reads elsewhere on the page."""
    sometimes: list[Tag] = []
    for tag in survey.tags:
        if not tag.attrs:
            continue
        if _is_spoken_label(tag, survey) or _is_icon(tag, survey):
            yield tag
        elif _is_shown_sometimes(tag):
            sometimes.append(tag)
    yield from _copies(sometimes[:_MOST_COPIES], survey)


def _copies(tags: Iterable[Tag], survey: Survey) -> Iterator[Tag]:
    """All but one of the copies of a text, of which a visitor sees one or the other."""
    page = survey.text.replace(" ", "")
    copies: set[int] = set()
    for tag in tags:
        text = survey.text_of(tag).replace(" ", "")
        if len(text) < _COPY or page.count(text) < 2:
            continue
        if copies.isdisjoint(map(id, tag.parents)):
            page = page.replace(text, "", 1)
            copies.add(id(tag))
            yield tag


def _is_spoken_label(tag: Tag, survey: Survey) -> bool:
    """Whether a tag only tells those who listen to the page where they are."""
    names = " ".join(name for name in tag.get_attribute_list("class") if name)
    return bool(_SPOKEN.search(names)) and tag.name != "h1" and survey.length(tag) < _LABEL


def _is_icon(tag: Tag, survey: Survey) -> bool:
    """Whether the text of a tag is a picture: the name of one in a font of icons, or a mark."""
    if tag.name not in {"i", "span", "em"} or not 0 < survey.length(tag) <= _NAME:
        return False
    names = " ".join(name for name in tag.get_attribute_list("class") if name)
    text = survey.text_of(tag)
    if tag.get("aria-hidden") == "true":
        return "_" in text or not any(c.isalnum() for c in text) or bool(_ICON.search(names))
    return bool(_ICON.search(names)) and " " not in text


def _is_shown_sometimes(tag: Tag) -> bool:
    names = " ".join(name for name in tag.get_attribute_list("class") if name)
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or not _SOME_SCREENS.isdisjoint(re.split(r"[^a-z]+", names.casefold()))
        or bool(_UNSEEN.search(str(tag.get("style") or "")))
    )
