"""What it discloses: `Document` to `Assessment`."""

from checker.analysis.analyser import Analyser
from checker.analysis.combining import COMMON_WORDING, PIPELINE, WEIGHTS, TrainedModel, load_model
from checker.analysis.examples import failing_examples
from checker.analysis.organisations import names as names_organisation

__all__ = [
    "COMMON_WORDING",
    "PIPELINE",
    "WEIGHTS",
    "Analyser",
    "TrainedModel",
    "failing_examples",
    "load_model",
    "names_organisation",
]
