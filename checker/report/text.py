"""An assessment as plain text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from checker.model import Advice, AreaFinding, Assessment
from checker.report import wording
from checker.report.caveats import caveats
from checker.report.details import details, made_with
from checker.report.explaining import HOW_TO_READ, found_by, found_by_model, reason_in_words
from checker.report.proof import AnyFinding, Quote, QuoteGroup, quote_groups

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
    yield from _heading(assessment)
    yield ""
    yield "PUBLISHING DUTIES"
    for duty in assessment.requirements:
        verdict = wording.REQUIREMENT_VERDICTS[duty.verdict]
        yield f"  {wording.REQUIREMENTS[duty.id]}: {verdict}  [{duty.citation}]"
        yield from _wrapped(duty.reason, "    ")
        known = "; ".join(f"{words}: {value}" for words, value in details(duty.detail))
        yield from _wrapped(known, "    ")
        yield from _proof(duty, explain=explain)
    yield ""
    yield "CONTENT"
    for area in assessment.areas:
        verdict = wording.AREA_VERDICTS[area.verdict]
        yield f"  {wording.AREAS[area.id]}: {verdict}  [{area.citation}]"
        yield from _wrapped(area.reason, "    ")
        yield from _proof(area, explain=explain)
    if assessment.findings:
        yield ""
        yield "FOR A REVIEWER'S EYE"
        for finding in assessment.findings:
            cited = f"  [{finding.citation}]" if finding.citation else ""
            yield from _wrapped(f"{finding.title}{cited}", "  ")
            yield from _wrapped(finding.reason, "    ")
            yield from _proof(finding, explain=explain)
    yield ""
    if explain:
        yield from _wrapped(HOW_TO_READ, "")
        yield ""
    yield from _wrapped(DISCLAIMER, "")
    yield f"Made with {made_with(assessment.versions)}; sha256 {assessment.source.sha256[:12]}."


def _heading(assessment: Assessment) -> Iterator[str]:
    source, statement = assessment.source, assessment.statement
    yield f"{source.name} ({wording.EXTRACTIONS[source.extraction]}, {source.pages} page(s))"
    if not statement.is_statement:
        yield "  THIS DOES NOT READ AS A MODERN SLAVERY STATEMENT."
    for caveat in caveats(source):
        yield from _wrapped(caveat, "  ")
    yield from _wrapped(statement.reason, "  ")
    if statement.organisations:
        yield from _wrapped("Organisations: " + "; ".join(statement.organisations), "  ")


def _proof(finding: AnyFinding, *, explain: bool) -> Iterator[str]:
    for group in quote_groups(finding):
        yield from _group(group, explain=explain)
    if isinstance(finding, AreaFinding) and finding.change:
        yield from _wrapped(f"{wording.CHANGE}: {finding.change}", "    ")
    yield from _questions(finding.advice)


def _group(group: QuoteGroup, *, explain: bool) -> Iterator[str]:
    if group.heading:
        yield f"    {group.heading}{':' if group.quotes else f': {wording.NONE_FOUND}'}"
    shown = group.quotes if explain else group.quotes[:_QUOTES]
    for quote in shown:
        yield from _quotation(quote, apart=bool(group.heading))
        if explain:
            yield from _explanation(quote)
        elif model := found_by_model(quote.evidence):
            yield f"      found by {model}"
    if len(group.quotes) > len(shown):
        yield f"    … and {len(group.quotes) - len(shown)} more (--explain shows all)"


def _quotation(quote: Quote, *, apart: bool) -> list[str]:
    piece = quote.evidence
    page = f"page {piece.page}: " if piece.page else ""
    heads = f"{' · '.join(piece.heads)}: " if piece.heads else ""
    not_done = "" if apart else wording.NOT_DONE.get(quote.modality, "")
    said = f" ({not_done.lower()})" if not_done else ""
    return _wrapped(f"{page}{heads}“{' '.join(piece.quote.split())}”{said}", "    > ")


def _explanation(quote: Quote) -> Iterator[str]:
    known = (f"found by {names}" if (names := found_by(quote.evidence)) else "", quote.sure)
    yield from _wrapped("; ".join(filter(None, known)), "      ")
    for reason in quote.evidence.reasons:
        yield from _wrapped(reason_in_words(reason), "      ")


def _questions(advice: Iterable[Advice]) -> Iterator[str]:
    for question in advice:
        yield from _wrapped(f"{question.text} [{question.citation}]", "    ? ")


def _wrapped(text: str, indent: str) -> list[str]:
    later = " " * len(indent)
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=later)
