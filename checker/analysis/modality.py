"""Whether the step that a sentence tells of was taken, is planned, or is denied."""

from collections.abc import Iterable

from checker.analysis.matching import RuleHit
from checker.analysis.sentences import Sentence
from checker.model import BlockKind, Modality
from checker.rulebook import ModalityRule

# A denial outweighs a plan ("we have not yet trained staff but will"), and so does a step that a
# rule sees was taken ("we trained the day shift and will train the night shift"); a plan outweighs
# a wish.
_PRECEDENCE = (Modality.NEGATED, Modality.TAKEN, Modality.PLANNED, Modality.UNCLEAR)


def modality_of(sentence: Sentence, hits: Iterable[RuleHit]) -> Modality:
    """Modality of `sentence` by the rules of rules/modality/ among `hits`.

    A sentence that none of them hits tells of what is or was done. A heading tells of nothing.
    """
    if sentence.kind is BlockKind.HEADING:
        return Modality.UNCLEAR
    found = (hit.rule.modality for hit in hits if isinstance(hit.rule, ModalityRule))
    return min(found, key=_PRECEDENCE.index, default=Modality.TAKEN)
