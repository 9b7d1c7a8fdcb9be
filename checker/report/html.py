"""An assessment as one self-contained HTML page: opens anywhere, prints well, fetches nothing."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from checker.model import Assessment, Document
from checker.report import wording
from checker.report.details import details
from checker.report.highlight import Highlight, find_segments
from checker.report.text import DISCLAIMER


def assessment_html(document: Document, assessment: Assessment) -> str:
    """The two results and the text of the statement with the quotations marked in it."""
    environment = Environment(
        loader=PackageLoader("checker.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    spans = [(block.start, block.end) for block in document.blocks]
    segments = find_segments(document.text, spans, _highlights(assessment))
    return environment.get_template("assessment.html").render(
        assessment=assessment,
        blocks=list(zip(document.blocks, segments, strict=True)),
        wording=wording,
        details=details,
        disclaimer=DISCLAIMER,
    )


def _highlights(assessment: Assessment) -> list[Highlight]:
    findings = [
        (f.id.value, wording.REQUIREMENTS[f.id], f.evidence) for f in assessment.requirements
    ]
    findings += [(f.id.value, wording.AREAS[f.id], f.evidence) for f in assessment.areas]
    return [
        Highlight(
            id=f"{name}-{number}",
            finding=name,
            start=item.start,
            end=item.end,
            label=label,
            modality=item.modality,
        )
        for name, label, evidence in findings
        for number, item in enumerate(evidence, start=1)
    ]
