"""How well statements are judged: measured on labelled statements, held by corpus/baseline.json."""

from checker.evaluation.baseline import (
    Baseline,
    baseline_json,
    load_baseline,
    raised,
    shortfalls,
)
from checker.evaluation.figures import Figure, Figures
from checker.evaluation.measuring import measure_project, measure_shared
from checker.evaluation.page import Measured, figures_text, quality_page
from checker.evaluation.pinned import figures_of

__all__ = [
    "Baseline",
    "Figure",
    "Figures",
    "Measured",
    "baseline_json",
    "figures_of",
    "figures_text",
    "load_baseline",
    "measure_project",
    "measure_shared",
    "quality_page",
    "raised",
    "shortfalls",
]
