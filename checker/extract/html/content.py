"""The stretch of a page that holds its statement: what stands in it, whatever it says, stays."""

import re
from collections.abc import Container

from bs4 import Tag

from checker.extract.html.survey import Survey

# Elements that hold parts of a page, and those that hold nothing but text.
_CONTAINERS = frozenset(
    "main article section div center form table tbody tr td details fieldset".split()
)
_TEXTS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre table tr blockquote details".split())
_NEARLY_ALL = 0.8  # of what a page says on the subject


class Content:
    """Where that stretch is.

    Of the element that holds nearly all that is said on the subject, these are the parts from the
    first to the last that says any of it, with the text before and after that is built like them.
    Pages that say nothing on it are taken by all their prose.
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        parts = _parts(_innermost(survey), survey)
        places = [place for place, part in enumerate(parts) if survey.share_of_subject(part)]
        first, last = (places[0], places[-1]) if places else (0, -1)
        shapes = {
            _shape(bare) for part in parts[first : last + 1] for bare in (part, self._bare(part))
        }
        while first > 0 and self._is_text(parts[first - 1], shapes):
            first -= 1
        while 0 <= last < len(parts) - 1 and self._is_text(parts[last + 1], shapes):
            last += 1
        self._start, self._end = survey.stretch(parts[first : last + 1])

    def _is_text(self, part: Tag, shapes: Container[object]) -> bool:
        """Whether a part is nothing but text, or has one of these shapes and leads nowhere."""
        if part.name in _TEXTS:
            return True
        is_alike = _shape(part) in shapes or _shape(self._bare(part)) in shapes
        return is_alike and not self._survey.count_works(part)

    def _bare(self, part: Tag) -> Tag:
        """`part` without the elements that only wrap another one."""
        while part.name not in _TEXTS:
            inner = _parts(part, self._survey)
            if len(inner) != 1 or self._survey.length(inner[0]) != self._survey.length(part):
                break
            part = inner[0]
        return part

    def holds(self, tag: Tag) -> bool:
        """Whether `tag` stands within the stretch."""
        start, end = self._survey.stretch([tag])
        return self._start <= start and end <= self._end


def _innermost(survey: Survey) -> Tag:
    """The innermost element of parts that holds nearly all that is said on the subject."""
    element = survey.body
    while True:
        inner = [part for part in _parts(element, survey) if part.name in _CONTAINERS]
        dense = (part for part in inner if survey.share_of_subject(part) >= _NEARLY_ALL)
        found = next(dense, None)
        if found is None or not any(
            part.name in _CONTAINERS | _TEXTS for part in _parts(found, survey)
        ):
            return element
        element = found


def _parts(element: Tag, survey: Survey) -> list[Tag]:
    return [tag for tag in element.contents if isinstance(tag, Tag) and survey.length(tag)]


def _shape(part: Tag) -> tuple[str, frozenset[str]]:
    """Element and classes of a part, without those that are made up or counted for it alone."""
    if part.name in _TEXTS:
        return part.name, frozenset()
    names = (name for name in part.get_attribute_list("class") if name)
    return part.name, frozenset(name for name in names if not re.search(r"\d", name))
