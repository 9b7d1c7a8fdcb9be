"""Whether the tags of a PDF can be believed, and what follows from them for a page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checker.extract.elements import FURNITURE, Element, Role
from checker.extract.lines import is_finished, list_mark
from checker.extract.pdf.fragments import Fragment

_LONG = 2_000  # characters: an element with more holds several paragraphs
_MOST = 0.5  # of the text
_CUT = 0.1  # of the elements may break off within a sentence: some end with their page
_FEW = 2
_NEARLY_ALL = 0.8  # of the text of a page
_MARGIN = 0.08  # of the height of a page


def are_sound(pages: Sequence[Sequence[Fragment]]) -> bool:
    """Whether the tags of a document, if it has any, are on most of its text and agree with it.

    They do not where programs have guessed them: a page, or a line, for a paragraph.
    """
    length = sum(_length(fragments) for fragments in pages)
    lengths: Counter[Element] = Counter()
    for fragments in pages:
        for fragment in fragments:
            if fragment.element and fragment.element != FURNITURE:
                lengths[fragment.element] += len(fragment.text)
    blocks = {each: count for each, count in lengths.items() if each.is_block}
    too_long = sum(count for count in blocks.values() if count > _LONG)
    headings = sum(count for each, count in blocks.items() if each.role is Role.HEADING)
    cuts = sum(_cuts(fragments) for fragments in pages)
    return not lengths or (
        sum(lengths.values()) > _MOST * length
        and max(too_long, headings) < _MOST * length
        and cuts <= max(_FEW, _CUT * len(blocks))
    )


def are_drawn_in_order(fragments: Sequence[Fragment]) -> bool:
    """Whether most of a page is tagged, and drawn in the order of its tags."""
    tagged = [fragment for fragment in fragments if _block(fragment)]
    numbers = [_block(fragment) for fragment in tagged]
    return numbers == sorted(numbers) and _length(tagged) > _MOST * _length(fragments)


def follow_tags(fragments: Sequence[Fragment], height: float) -> list[Fragment]:
    """The fragments of a page with all that one element holds together, where it begins."""
    held: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        if number := _block(fragment):
            held.setdefault(number, []).append(fragment._replace(apart=False))
    ordered: list[Fragment] = []
    for fragment in _with_furniture(fragments, height):
        if number := _block(fragment):
            ordered += held.pop(number, ())
        else:
            ordered.append(fragment)
    return ordered


def _block(fragment: Fragment) -> int:
    """Number of the element that holds nothing but a fragment's paragraph; 0 for none."""
    element = fragment.element
    return element.number if element and element.is_block else 0


def _with_furniture(fragments: Sequence[Fragment], height: float) -> Iterator[Fragment]:
    """The fragments, and which of those without a tag belong to the paper.

    These are artifacts above and below all tagged text, and anything else in the margin there,
    where most of the page is tagged: signatures may have been put on a page after its tags.
    What is larger than all tagged text may be a title.
    """
    tagged = [fragment for fragment in fragments if _block(fragment)]
    top = min((fragment.top for fragment in tagged), default=0.0)
    bottom = max((fragment.bottom for fragment in tagged), default=height)
    largest = max((fragment.size for fragment in tagged), default=0.0)
    is_tagged = _length(tagged) > _NEARLY_ALL * _length(fragments)
    for fragment in fragments:
        outside = fragment.bottom <= top or fragment.top >= bottom
        outside &= fragment.size <= largest
        near = min(fragment.bottom, height - fragment.top) < _MARGIN * height
        if fragment.element == FURNITURE:
            yield fragment if outside else fragment._replace(element=None)
        elif fragment.element is None and outside and near and is_tagged:
            yield fragment._replace(element=FURNITURE)
        else:
            yield fragment


def _length(fragments: Iterable[Fragment]) -> int:
    return sum(len(fragment.text) for fragment in fragments)


def _cuts(fragments: Iterable[Fragment]) -> int:
    """How often a sentence goes on in another paragraph than it began in."""
    return sum(
        _is_text(before)
        and _is_text(fragment)
        and before.element != fragment.element
        and before.size == fragment.size
        and not is_finished(before.text)
        and fragment.text[0].islower()
        and not list_mark(fragment.text)
        for before, fragment in pairwise(fragments)
    )


def _is_text(fragment: Fragment) -> bool:
    return bool(fragment.element and fragment.element.role is Role.PARAGRAPH)
