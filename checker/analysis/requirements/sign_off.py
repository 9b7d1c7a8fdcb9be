"""Finds who signs a statement.

A title that stands with a name is no signature by itself: staff, authors and contacts have titles
too. What stands around it decides: signing words, a date, the closing words of the statement, the
end of the document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.analysis.requirements.reading import Reading, RequirementHit
from checker.analysis.requirements.signature_lines import SignatureLine, read_signature_line
from checker.model import RequirementVerdict
from checker.rulebook import RequirementRule

_LEAST_WEIGHT = 3.0
_FOREWORD = re.compile(
    r"^\W{0,9}(?:introduction|foreword|message|welcome|contact|author|statement (?:by|from)|by)\b",
    re.IGNORECASE,
)
_NEAR_END = 8  # sentences from the end
_BLOCK = 6  # lines above and below that may belong to one block
_CLOSING = 3  # sentences above a block that may close the statement
_LEAST_WORDS = 6  # of such a sentence; a title of so few words opens it


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
        verdict = self.title.rule.verdict if self.title else RequirementVerdict.UNCLEAR
        return {RequirementVerdict.STATED: "yes", RequirementVerdict.NOT_STATED: "no"}.get(
            verdict, "unclear"
        )

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
            above = index - 2 if index > 1 and lines[index - 1].is_form else index - 1
            places = (index, index + 1) if line.is_running else (index, above, index + 1)
            name_at = _first_name(lines, places, named)
            named |= {index} if name_at is None else {index, name_at}
            yield name_at, index


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
    block = _block(lines, own[0], own[-1])
    signing_at = [at for at in block if lines[at].signing]
    name = lines[name_at].person if name_at is not None else ""
    title = lines[title_at].title if title_at is not None else None
    weight = _weight_of_title(title) if name else 0.5
    weight += 2.5 if signing_at else 0.0
    weight += 1.0 if any(lines[at].has_date for at in block) else 0.0
    weight += 1.5 if _follows_closing_words(reading, block.start) else 0.0
    weight += 1.0 if block.stop > len(lines) - _NEAR_END else 0.0
    weight -= 2.0 if _FOREWORD.match(reading.sentences[own[0]].text) else 0.0
    return Signatory(
        name=name,
        role=lines[title_at].role if title_at is not None else "",
        title=title,
        signing=lines[signing_at[0]].signing if signing_at else None,
        lines=tuple(sorted({*own, *signing_at})),
        block=block,
        weight=weight,
    )


def _weight_of_title(title: RequirementHit | None) -> float:
    """With a name: a director signs, an adviser may merely be whom to contact."""
    if title is None:
        return 0.5
    return 1.0 if title.rule.verdict is RequirementVerdict.NOT_STATED else 2.0


def _block(lines: Sequence[SignatureLine], first: int, last: int) -> range:
    """The block around these lines: as far as the lines above and below may stand in one."""
    top, bottom = first, last
    while top > max(0, first - _BLOCK) and lines[top - 1].is_part:
        top -= 1
    while bottom < min(len(lines) - 1, last + _BLOCK) and lines[bottom + 1].is_part:
        bottom += 1
    return range(top, bottom + 1)


def _follows_closing_words(reading: Reading, first: int) -> bool:
    """Whether a sentence shortly above speaks of the statement itself, as its last words do."""
    return any(
        isinstance(hit.rule, RequirementRule) and hit.rule.within == "anywhere"
        for index in range(max(0, first - _CLOSING), first)
        if len(reading.sentences[index].text.split()) >= _LEAST_WORDS
        for hit in reading.hits[index]
    )
