"""Finds who signs a statement.

A title that stands with a name is no signature by itself: staff, authors and contacts have titles
too. What stands around it decides: signing words, a date, the closing words of the statement, the
end of the document.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checker.analysis.requirements.reading import Reading, RequirementHit
from checker.analysis.requirements.signature_lines import SignatureLine, read_signature_line
from checker.model import Requirement, RequirementVerdict
from checker.rulebook import RequirementRule

_LEAST_WEIGHT = 3.0
_NAME_OR_TITLE = 0.5  # weight of one without the other
_NEAR_END = 8  # sentences from the end, menus and footers included
_NEAR_LAST_WORDS = 2  # full sentences from the end
_BLOCK = 6  # lines above and below that may belong to one block
_CLOSING = 3  # sentences above a block that may close the statement
_LEAST_WORDS = 6  # of a full sentence; a title of so few words opens it


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who may have signed.

    Attributes:
        name: As published; empty where only a title stands there.
        role: The title, as published; empty where only a name stands there.
        title: The rule that knows the title.
        signing: The rule that knows the signing words of the block.
        lines: The sentences that hold the name, the title and the signing words, in order.
        block: The sentences of the whole signature block, dates included.
        weight: How much speaks for a signature; least for one is 3.
    """

    name: str
    role: str
    title: RequirementHit | None
    signing: RequirementHit | None
    lines: tuple[int, ...]
    block: range
    weight: float

    @property
    def is_director(self) -> str:
        """Whether the title is that of a director or equivalent: yes, no or unclear."""
        return self.title.rule.is_director if self.title else "unclear"

    @property
    def verdict(self) -> RequirementVerdict:
        """What the title makes of it; a title alone, or a name alone, leaves it open."""
        if self.title and (self.name or self.signing):
            return self.title.rule.verdict
        return RequirementVerdict.UNCLEAR

    @property
    def source(self) -> str:
        """The rule that found the title, or the signing words where no title stands there."""
        hit = self.title or self.signing
        return hit.rule.ref if hit else ""


def find_signatories(reading: Reading) -> tuple[Signatory, ...]:
    """Those who sign the statement, in the order in which they stand there."""
    lines = [read_signature_line(reading, index) for index in range(len(reading.sentences))]
    named: set[int] = set()
    titled = [_signatory(reading, lines, *pair) for pair in _titled(lines, named)]
    found = [signatory for signatory in titled if signatory.weight >= _LEAST_WEIGHT]
    signed = {index for signatory in found for index in signatory.block}
    found += [_signatory(reading, lines, at, None) for at in _untitled(lines, named, signed)]
    return tuple(sorted(found, key=lambda signatory: signatory.lines))


def _titled(lines: Sequence[SignatureLine], named: set[int]) -> Iterator[tuple[int | None, int]]:
    """Positions of each title and of the name that belongs to it; `named` collects them."""
    for index, line in enumerate(lines):
        if line.title:
            name_at = _first_name(lines, _places_of_name(lines, index), named)
            named |= {index} if name_at is None else {index, name_at}
            yield name_at, index


def _places_of_name(lines: Sequence[SignatureLine], index: int) -> tuple[int, ...]:
    """Where the name that belongs to the title in line `index` may stand, the likeliest first."""
    if lines[index].is_running:
        return index, index + 1
    titles = _run(lines, index, lambda line: bool(line.title and not line.person))
    names = _run(lines, titles.start - 1, lambda line: bool(line.person and not line.title))
    if len(titles) > 1 and titles.start > 1 and names.stop == titles.start:
        # Columns of a table: the names first, then the titles in the same order.
        return (index - min(len(titles), len(names)),)
    is_label = index > 1 and lines[index - 1].is_form and not lines[index - 1].person
    return index, index - 2 if is_label else index - 1, index + 1


def _run(
    lines: Sequence[SignatureLine], index: int, belongs: Callable[[SignatureLine], bool]
) -> range:
    """The lines around `index` that all belong; empty where that one does not."""
    first = stop = index
    while first > 0 and belongs(lines[first - 1]):
        first -= 1
    while 0 <= stop < len(lines) and belongs(lines[stop]):
        stop += 1
    return range(first, stop) if stop > index else range(index, index)


def _untitled(lines: Sequence[SignatureLine], named: set[int], signed: set[int]) -> Iterator[int]:
    """Positions of names, or of the bare words, where signing words stand without a title."""
    for index, line in enumerate(lines):
        if line.signing and index not in signed and index not in named:
            name_at = _first_name(lines, range(index, index + _CLOSING), named)
            yield index if name_at is None else name_at


def _first_name(
    lines: Sequence[SignatureLine], places: Iterable[int], named: set[int]
) -> int | None:
    return next(
        (at for at in places if 0 <= at < len(lines) and lines[at].person and at not in named), None
    )


def _signatory(
    reading: Reading, lines: Sequence[SignatureLine], name_at: int | None, title_at: int | None
) -> Signatory:
    own = sorted({at for at in (name_at, title_at) if at is not None})
    own = [*([own[0] - 1] if lines[own[0]].is_cut else []), *own]
    block = _block(lines, own[0], own[-1])
    signing_at = [at for at in block if lines[at].signing]
    name = lines[name_at].person if name_at is not None else ""
    title = lines[title_at].title if title_at is not None else None
    signing = lines[signing_at[0]].signing if signing_at else None
    weight = title.rule.weight if name and title else _NAME_OR_TITLE
    weight += signing.rule.weight if signing else 0.0
    weight += 1.0 if any(lines[at].has_date for at in block) else 0.0
    above = block.start + lines[block.start].is_inset
    weight += 1.5 if _follows_closing_words(reading, above) else 0.0
    weight += 1.0 if _is_near_end(reading, block.stop) else 0.0
    weight += sum(min(0.0, hit.rule.weight) for hit in _of_signature(reading, own[0]))
    return Signatory(
        name=name,
        role=lines[title_at].role if title_at is not None else "",
        title=title,
        signing=signing,
        lines=tuple(sorted({*own, *signing_at})),
        block=block,
        weight=weight,
    )


def _of_signature(reading: Reading, index: int) -> tuple[RequirementHit, ...]:
    return reading.of_requirement(index, Requirement.SIGNATURE)


def _block(lines: Sequence[SignatureLine], first: int, last: int) -> range:
    """The block around these lines: as far as the lines above and below may stand in one."""
    top, bottom = first, last
    while top > max(0, first - _BLOCK) and lines[top - 1].is_part:
        top -= 1
    while bottom < min(len(lines) - 1, last + _BLOCK) and lines[bottom + 1].is_part:
        bottom += 1
    return range(top, bottom + 1)


def _is_near_end(reading: Reading, stop: int) -> bool:
    below = reading.sentences[stop:]
    full = (sentence for sentence in below if len(sentence.text.split()) >= _LEAST_WORDS)
    few = len(list(islice(full, _NEAR_LAST_WORDS + 1))) <= _NEAR_LAST_WORDS
    return few or len(below) < _NEAR_END


def _follows_closing_words(reading: Reading, first: int) -> bool:
    """Whether a sentence shortly above speaks of the statement itself, as its last words do."""
    return any(
        isinstance(hit.rule, RequirementRule)
        and hit.rule.within == "anywhere"
        and hit.rule.weight >= 0
        for index in range(max(0, first - _CLOSING), first)
        if len(reading.sentences[index].text.split()) >= _LEAST_WORDS
        for hit in reading.hits[index]
    )
