"""An assessment as one self-contained HTML page: opens anywhere, prints well, fetches nothing."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from checker.model import Assessment, Document
from checker.report import explaining, wording
from checker.report.caveats import caveats
from checker.report.details import details, made_with
from checker.report.proof import make_proof
from checker.report.text import DISCLAIMER


def assessment_html(document: Document, assessment: Assessment) -> str:
    """The two results and the text of the statement with the quotations marked in it.

    Where the assessment holds the reasons of its evidence, they are told too.
    """
    environment = Environment(
        loader=PackageLoader("checker.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    proof = make_proof(document, assessment)
    return environment.get_template("assessment.html").render(
        assessment=assessment,
        caveats=caveats(assessment.source),
        blocks=list(zip(document.blocks, proof.segments, strict=True)),
        groups=proof.groups,
        explained=any(piece.reasons for area in assessment.areas for piece in area.evidence),
        wording=wording,
        explaining=explaining,
        details=details,
        made_with=made_with,
        disclaimer=DISCLAIMER,
    )
