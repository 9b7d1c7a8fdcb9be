"""An assessed document as a reader sees it: duties, areas, and the text with evidence marked."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from checker.model import (
    Assessment,
    Block,
    BlockKind,
    Document,
    Evidence,
    Modality,
    Requirement,
    RequirementFinding,
)
from checker.report import wording
from checker.report.highlight import Highlight, Segment, find_segments

_NOT_STEPS = {Requirement.APPROVAL, Requirement.SIGNATURE, Requirement.PERIOD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The segments of one block; `level` of a heading on this page, or depth in a list."""

    level: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Blocks of one kind in a row, such as a list; `page` where they begin a page."""

    kind: BlockKind
    page: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Evidence with the anchor of its place in the text; empty where it is not marked there.

    `modality` is unclear where the finding is not about a step, whatever the words themselves say.
    """

    evidence: Evidence
    anchor: str
    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a statement page or a self-check shows.

    Attributes:
        assessment: Two results, never one grade.
        duties: The publishing duties, the homepage link last.
        quotes: The evidence of each finding, by its id.
        passages: The text.
        paged: Whether the document has more than one page.
    """

    assessment: Assessment | None
    duties: tuple[RequirementFinding, ...]
    quotes: Mapping[str, tuple[Quote, ...]]
    passages: tuple[Passage, ...]
    paged: bool


def make_reading(
    document: Document, assessment: Assessment | None, *, homepage_link: RequirementFinding
) -> Reading:
    """`document` with the evidence of `assessment` marked in it."""
    findings = tuple(_findings(assessment)) if assessment else ()
    spans = [(block.start, block.end) for block in document.blocks]
    segments = find_segments(document.text, spans, list(_highlights(findings)))
    marked = {h.id for line in segments for segment in line for h in segment.begins}
    duties = assessment.requirements if assessment else ()
    return Reading(
        assessment=assessment,
        duties=(*duties, homepage_link),
        quotes={name: tuple(_quotes(name, proof, marked)) for name, _, proof in findings},
        passages=tuple(_passages(document, segments)),
        paged=len(document.pages) > 1,
    )


class _Finding(NamedTuple):
    name: str
    label: str
    evidence: tuple[Evidence, ...]


def _findings(assessment: Assessment) -> Iterator[_Finding]:
    for duty in assessment.requirements:
        yield _Finding(duty.id, wording.REQUIREMENTS[duty.id], duty.evidence)
    for area in assessment.areas:
        yield _Finding(area.id, wording.AREAS_IN_BRIEF[area.id], area.evidence)
    for finding in assessment.findings:
        yield _Finding(finding.id, finding.title, finding.evidence)


def _anchor(name: str, number: int) -> str:
    return f"{name}-{number}"


def _highlights(findings: Iterable[_Finding]) -> Iterator[Highlight]:
    for name, label, evidence in findings:
        for number, piece in enumerate(evidence, start=1):
            yield Highlight(
                id=_anchor(name, number),
                finding=f"finding-{name}",
                start=piece.start,
                end=piece.end,
                label=label,
                modality=_modality(name, piece),
            )


def _quotes(name: str, evidence: tuple[Evidence, ...], marked: Container[str]) -> Iterator[Quote]:
    for number, piece in enumerate(evidence, start=1):
        anchor = _anchor(name, number)
        yield Quote(
            evidence=piece,
            anchor=anchor if anchor in marked else "",
            modality=_modality(name, piece),
        )


def _modality(name: str, piece: Evidence) -> Modality:
    return Modality.UNCLEAR if name in _NOT_STEPS else piece.modality


def _passages(document: Document, segments: tuple[tuple[Segment, ...], ...]) -> Iterator[Passage]:
    rows = zip(document.blocks, _levels(document.blocks), segments, strict=True)
    current = document.pages[0].number if len(document.pages) == 1 else 0
    for (page, kind), run in groupby(rows, key=lambda row: _place(document, row[0])):
        yield Passage(
            kind=kind,
            page=page if page != current else None,
            lines=tuple(Line(level=level, segments=parts) for _, level, parts in run),
        )
        current = page


def _place(document: Document, block: Block) -> tuple[int, BlockKind]:
    return document.page_of(block.start), block.kind


def _levels(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Heading levels under this page's own, never skipping one on the way down."""
    previous = 2
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            previous = min(max(block.level, 1) + 2, previous + 1, 6)
            yield previous
        else:
            yield block.level
