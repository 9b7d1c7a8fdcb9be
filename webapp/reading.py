"""An assessed document as a reader sees it: duties, areas, and the text with evidence marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from checker.model import Assessment, Block, BlockKind, Document, RequirementFinding
from checker.report.highlight import Segment
from checker.report.proof import QuoteGroup, make_proof


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
class Reading:
    """What a statement page or a self-check shows.

    Attributes:
        assessment: Two results, never one grade.
        duties: The publishing duties, the homepage link last.
        groups: The quotations of each finding, by its id.
        passages: The text.
        paged: Whether the document has more than one page.
    """

    assessment: Assessment | None
    duties: tuple[RequirementFinding, ...]
    groups: Mapping[str, tuple[QuoteGroup, ...]]
    passages: tuple[Passage, ...]
    paged: bool


def make_reading(
    document: Document, assessment: Assessment | None, *, homepage_link: RequirementFinding
) -> Reading:
    """`document` with the evidence of `assessment` marked in it."""
    proof = make_proof(document, assessment)
    duties = assessment.requirements if assessment else ()
    return Reading(
        assessment=assessment,
        duties=(*duties, homepage_link),
        groups=proof.groups,
        passages=tuple(_passages(document, proof.segments)),
        paged=len(document.pages) > 1,
    )


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
