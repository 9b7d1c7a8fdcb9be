"""The proof of each finding: its quotations, what was done apart from what is only planned."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model import (
    AreaFinding,
    AreaVerdict,
    Assessment,
    Document,
    Evidence,
    Finding,
    Modality,
    Requirement,
    RequirementFinding,
)
from checker.report import wording
from checker.report.explaining import how_sure
from checker.report.highlight import Highlight, Segment, find_segments

AnyFinding = RequirementFinding | AreaFinding | Finding

_DONE = (Modality.TAKEN, Modality.UNCLEAR)
_NOT_STEPS = {Requirement.APPROVAL, Requirement.SIGNATURE, Requirement.PERIOD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Evidence as a reader sees it.

    Attributes:
        evidence: The words, and what found them.
        modality: Unclear where the finding is not about a step, whatever the words themselves say.
        anchor: Of the marked words in the text; empty where they are not marked there.
        sure: How sure it is, in words; of areas only: of others it is not measured.
    """

    evidence: Evidence
    modality: Modality
    anchor: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """Quotations that are told in the same way, the strongest first.

    Attributes:
        heading: How they are told; empty where the finding is not about steps.
        done: Whether they can count as steps: a plan and a denial never do.
        quotes: None only where a column is there to say that nothing belongs into it.
    """

    heading: str
    done: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The evidence of an assessment, and where it stands in the text.

    Attributes:
        segments: Of each block of the document, cut where evidence begins and ends.
        groups: The quotations of each finding, by its id.
    """

    segments: tuple[tuple[Segment, ...], ...]
    groups: Mapping[str, tuple[QuoteGroup, ...]]


def make_proof(document: Document, assessment: Assessment | None) -> Proof:
    """The proof of `assessment`, marked in `document`."""
    findings = _findings(assessment) if assessment else ()
    spans = [(block.start, block.end) for block in document.blocks]
    segments = find_segments(document.text, spans, list(_highlights(findings)))
    marked = {h.id for line in segments for segment in line for h in segment.begins}
    return Proof(
        segments=segments,
        groups={finding.id: quote_groups(finding, marked=marked) for finding in findings},
    )


def quote_groups(finding: AnyFinding, *, marked: Container[str] = ()) -> tuple[QuoteGroup, ...]:
    """The quotations of `finding`: of an area, plans and denials apart from what was done.

    Where an area has only plans and denials, the group of what was done is there and empty.
    """
    quotes = tuple(_quotes(finding, marked))
    if not quotes:
        return ()
    if not isinstance(finding, AreaFinding):
        return (QuoteGroup(heading="", done=True, quotes=quotes),)
    return (*_done(finding, quotes), *_not_done(quotes))


def _done(area: AreaFinding, quotes: Sequence[Quote]) -> Iterator[QuoteGroup]:
    told: dict[str, tuple[Quote, ...]] = {}
    for modality in _DONE:
        if found := _of(quotes, modality):
            heading = _heading(area, modality)
            told[heading] = told.get(heading, ()) + found
    for heading, found in (told or {wording.STEPS_TAKEN: ()}).items():
        yield QuoteGroup(heading=heading, done=True, quotes=found)


def _not_done(quotes: Sequence[Quote]) -> Iterator[QuoteGroup]:
    for modality, heading in wording.NOT_DONE.items():
        if found := _of(quotes, modality):
            yield QuoteGroup(heading=heading, done=False, quotes=found)


def _findings(assessment: Assessment) -> tuple[AnyFinding, ...]:
    return (*assessment.requirements, *assessment.areas, *assessment.findings)


def _heading(area: AreaFinding, modality: Modality) -> str:
    """A sentence that tells of no step never stands under a heading that says so."""
    if modality is Modality.UNCLEAR or area.verdict is AreaVerdict.MENTIONED:
        return wording.NO_STEP_TOLD
    return wording.DONE_IN_AREA.get(area.id, wording.STEPS_TAKEN)


def _of(quotes: Iterable[Quote], modality: Modality) -> tuple[Quote, ...]:
    return tuple(quote for quote in quotes if quote.modality is modality)


def _quotes(finding: AnyFinding, marked: Container[str]) -> Iterator[Quote]:
    for number, piece in enumerate(finding.evidence, start=1):
        anchor = _anchor(finding, number)
        yield Quote(
            evidence=piece,
            modality=_modality(finding, piece),
            anchor=anchor if anchor in marked else "",
            sure=how_sure(piece.confidence) if isinstance(finding, AreaFinding) else "",
        )


def _modality(finding: AnyFinding, piece: Evidence) -> Modality:
    return Modality.UNCLEAR if finding.id in _NOT_STEPS else piece.modality


def _highlights(findings: Iterable[AnyFinding]) -> Iterator[Highlight]:
    for finding in findings:
        for number, piece in enumerate(finding.evidence, start=1):
            yield Highlight(
                id=_anchor(finding, number),
                finding=f"finding-{finding.id}",
                start=piece.start,
                end=piece.end,
                label=_label(finding),
                modality=_modality(finding, piece),
            )


def _anchor(finding: AnyFinding, number: int) -> str:
    return f"{finding.id}-{number}"


def _label(finding: AnyFinding) -> str:
    """What a mark in the text is evidence of."""
    if isinstance(finding, AreaFinding):
        return wording.AREAS_IN_BRIEF[finding.id]
    if isinstance(finding, RequirementFinding):
        return wording.REQUIREMENTS[finding.id]
    return finding.title
