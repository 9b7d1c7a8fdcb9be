"""Sentences that stand in the statements of unrelated organisations too."""

from collections.abc import Iterable, Sequence

from checker.analysis.labelled import LabelledSentence
from checker.analysis.similarity import Wording, is_counted, share_of
from checker.model import Finding, Label
from checker.rulebook import FindingScoring

_FORMAL = frozenset({Label.APPROVAL, Label.SIGNATURE, Label.PERIOD})


def find_common_wording(
    labelled: Sequence[LabelledSentence], known: Wording, scoring: FindingScoring
) -> Finding | None:
    """A finding where the share of `known` sentences is `scoring.least` or more.

    Headings, short lines, the legal preamble and the sign-off are left out of the count.
    """
    counted = [each for each in labelled if _says_something(each, scoring.leave_out)]
    found = [each.sentence for each in counted if known.has(each.sentence.text)]
    if not found or len(found) < scoring.least * len(counted):
        return None
    quotations = (sentence.quotation for sentence in found)
    figure = f"{share_of(len(found), len(counted))}."
    return scoring.finding("common_wording", quotations, figure=figure)


def _says_something(each: LabelledSentence, leave_out: Iterable[str]) -> bool:
    """Whether a sentence is neither preamble nor sign-off."""
    if not is_counted(each.sentence) or not _FORMAL.isdisjoint(each.labels):
        return False
    rules = {hit.rule.id for hit in each.hits}
    return rules.isdisjoint(leave_out)
