"""The pages of a statement: how surely each was read, and where on them its quotations stand."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from checker.model import (
    AreaFinding,
    AreaVerdict,
    Box,
    Document,
    Evidence,
    Finding,
    RequirementFinding,
    RequirementVerdict,
    Source,
    SourceDocument,
)

_F = TypeVar("_F", RequirementFinding, AreaFinding, Finding)
_MAY_STAND_THERE = "It may stand on a page that was not read."
_PLACES = 4  # decimals: less than a tenth of a point of an A4 page


def source_as_read(document: Document, source: SourceDocument) -> Source:
    """`source` with how it was read; the confidence is that of all recognised characters."""
    recognised = [page for page in document.pages if page.confidence]
    characters = sum(page.end - page.start for page in recognised)
    sure = sum((page.confidence or 0.0) * (page.end - page.start) for page in recognised)
    return Source(
        name=source.name,
        media_type=document.media_type,
        sha256=source.sha256,
        pages=len(document.pages),
        characters=len(document.text),
        extraction=document.extraction,
        pages_not_read=tuple(page.number for page in document.pages if page.confidence == 0),
        pages_recognised=tuple(page.number for page in recognised),
        recognition_confidence=round(sure / characters, _PLACES) if characters else None,
    )


def leave_open(
    requirements: Iterable[RequirementFinding], areas: Iterable[AreaFinding]
) -> tuple[tuple[RequirementFinding, ...], tuple[AreaFinding, ...]]:
    """The findings on a statement with pages that were not read: what was not found may be there.

    A duty that is not stated becomes unclear; an area stays not found, and its reason says so.
    """
    return (
        tuple(
            replace(
                finding,
                verdict=RequirementVerdict.UNCLEAR,
                reason=f"{finding.reason} {_MAY_STAND_THERE}",
            )
            if finding.verdict is RequirementVerdict.NOT_STATED
            else finding
            for finding in requirements
        ),
        tuple(
            replace(finding, reason=f"{finding.reason} {_MAY_STAND_THERE}")
            if finding.verdict is AreaVerdict.NONE
            else finding
            for finding in areas
        ),
    )


def with_boxes(findings: Iterable[_F], document: Document) -> tuple[_F, ...]:
    """`findings` whose evidence knows where on the pages of `document` it stands."""
    return tuple(
        replace(finding, evidence=tuple(_with_boxes(piece, document) for piece in finding.evidence))
        for finding in findings
    )


def _with_boxes(piece: Evidence, document: Document) -> Evidence:
    boxes = document.boxes(piece.start, piece.end)
    return replace(piece, boxes=tuple(map(_rounded, boxes)))


def _rounded(box: Box) -> Box:
    return Box(
        page=box.page,
        left=round(box.left, _PLACES),
        top=round(box.top, _PLACES),
        right=round(box.right, _PLACES),
        bottom=round(box.bottom, _PLACES),
    )
