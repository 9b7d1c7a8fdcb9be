"""What it discloses: `Document` to `Assessment`."""

from checker.analysis.analyser import Analyser
from checker.analysis.examples import failing_examples
from checker.analysis.organisations import names as names_organisation

__all__ = ["Analyser", "failing_examples", "names_organisation"]
