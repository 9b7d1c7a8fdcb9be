"""How faithfully statements are read in every form that they are published in."""

from checker.evaluation.fidelity.forms import FORMS, SCAN, Form
from checker.evaluation.fidelity.measuring import (
    Compared,
    Fidelity,
    measure_project,
    measure_real,
    measure_with_others,
)
from checker.evaluation.fidelity.page import extraction_page, faults_text, fidelity_text
from checker.evaluation.fidelity.pinned import figures_of, floors_of

__all__ = [
    "FORMS",
    "SCAN",
    "Compared",
    "Fidelity",
    "Form",
    "extraction_page",
    "faults_text",
    "fidelity_text",
    "figures_of",
    "floors_of",
    "measure_project",
    "measure_real",
    "measure_with_others",
]
