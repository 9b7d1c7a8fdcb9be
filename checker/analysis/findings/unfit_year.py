"""Plans for a year that is past: sentences left over from an earlier statement."""

import re
from collections.abc import Sequence
from datetime import date

from checker.analysis.labelled import LabelledSentence
from checker.model import Finding, Modality
from checker.rulebook import FindingScoring

_OF_AN_ACT = re.compile(r"\b(?:Act|MSA)\W{0,3}(?:of )?20\d\d", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def find_unfit_year(
    labelled: Sequence[LabelledSentence], period_start: date | None, scoring: FindingScoring
) -> Finding | None:
    """A finding where every year that a plan names lies before the one of `period_start`."""
    if not period_start:
        return None
    found = [each for each in labelled if _is_past(each, period_start.year)]
    if not found:
        return None
    return scoring.finding("unfit_year", (each.evidence() for each in found))


def _is_past(each: LabelledSentence, year: int) -> bool:
    if each.modality is not Modality.PLANNED:
        return False
    years = [int(found) for found in _YEAR.findall(_OF_AN_ACT.sub("", each.sentence.text))]
    return bool(years) and max(years) < year
