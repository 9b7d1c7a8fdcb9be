"""An assessment as plain text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from checker.model import Advice, Assessment, Evidence, Modality
from checker.report import wording
from checker.report.details import details

_WIDTH = 96
_QUOTES = 3

DISCLAIMER = (
    "A machine's reading, not yet confirmed by a person, and not legal advice. Section 54(5) says "
    "that a statement may cover the six areas; approval, signature and publication are duties."
)


def assessment_text(assessment: Assessment, *, explain: bool = False) -> str:
    """The two results with their quotations; `explain` shows every quotation and what found it."""
    return "\n".join(_lines(assessment, explain=explain)) + "\n"


def _lines(assessment: Assessment, *, explain: bool) -> Iterator[str]:
    source, statement = assessment.source, assessment.statement
    yield f"{source.name} ({wording.EXTRACTIONS[source.extraction]}, {source.pages} page(s))"
    if not statement.is_statement:
        yield "  THIS DOES NOT READ AS A MODERN SLAVERY STATEMENT."
    yield from _wrapped(statement.reason, "  ")
    if statement.organisations:
        yield from _wrapped("Organisations: " + "; ".join(statement.organisations), "  ")
    yield ""
    yield "PUBLISHING DUTIES"
    for duty in assessment.requirements:
        verdict = wording.REQUIREMENT_VERDICTS[duty.verdict]
        yield f"  {wording.REQUIREMENTS[duty.id]}: {verdict}  [{duty.citation}]"
        yield from _wrapped(duty.reason, "    ")
        known = "; ".join(f"{words}: {value}" for words, value in details(duty.detail))
        yield from _wrapped(known, "    ")
        yield from _proof(duty.evidence, duty.advice, explain=explain)
    yield ""
    yield "CONTENT"
    for area in assessment.areas:
        verdict = wording.AREA_VERDICTS[area.verdict]
        yield f"  {wording.AREAS[area.id]}: {verdict}  [{area.citation}]"
        yield from _wrapped(area.reason, "    ")
        yield from _proof(area.evidence, area.advice, explain=explain)
    if assessment.findings:
        yield ""
        yield "FOR A REVIEWER'S EYE"
        for finding in assessment.findings:
            cited = f"  [{finding.citation}]" if finding.citation else ""
            yield from _wrapped(f"{finding.title}{cited}", "  ")
            yield from _wrapped(finding.reason, "    ")
            yield from _proof(finding.evidence, finding.advice, explain=explain)
    yield ""
    yield from _wrapped(DISCLAIMER, "")
    versions = assessment.versions
    yield f"checker {versions.checker}, rules {versions.rules[:12]}, sha256 {source.sha256[:12]}"


def _proof(
    evidence: Sequence[Evidence], advice: Iterable[Advice], *, explain: bool
) -> Iterator[str]:
    shown = evidence if explain else evidence[:_QUOTES]
    for item in shown:
        page = f"page {item.page}: " if item.page else ""
        planned = " (planned)" if item.modality is Modality.PLANNED else ""
        yield from _wrapped(f"{page}“{' '.join(item.quote.split())}”{planned}", "    > ")
        if explain:
            found_by = f"found by {', '.join(item.source)}; " if item.source else ""
            yield f"      {found_by}confidence {item.confidence:.2f}"
    if len(evidence) > len(shown):
        yield f"    … and {len(evidence) - len(shown)} more (--explain shows all)"
    for question in advice:
        yield from _wrapped(f"{question.text} [{question.citation}]", "    ? ")


def _wrapped(text: str, indent: str) -> list[str]:
    later = " " * len(indent)
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=later)
