"""The publishing duties that can be read from the statement itself: section 54(1), (4) and (6).

That it is published, and linked from the homepage (section 54(7)), only the crawl can tell.
"""

from collections.abc import Callable, Mapping, Sequence

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.matching import RuleHit
from checker.analysis.requirements.approval import approval_marks, judge_approval
from checker.analysis.requirements.period import judge_period, period_marks
from checker.analysis.requirements.reading import Judgement, Reading
from checker.analysis.requirements.sign_off import find_signatories
from checker.analysis.requirements.signature import judge_signature, signature_marks
from checker.analysis.requirements.steps import judge_steps
from checker.analysis.sentences import Sentence
from checker.model import Advice, Requirement, RequirementFinding
from checker.rulebook import RequirementAdvice, Scoring

_JUDGES: Mapping[Requirement, Callable[[Sequence[LabelledSentence], Reading], Judgement]] = {
    Requirement.STEPS: judge_steps,
    Requirement.APPROVAL: judge_approval,
    Requirement.SIGNATURE: judge_signature,
    Requirement.PERIOD: judge_period,
}


def find_marks(
    sentences: Sequence[Sentence], hits: Sequence[tuple[RuleHit, ...]]
) -> tuple[Mark, ...]:
    """Which sentences are the approval, the signature and the period of a statement.

    Args:
        sentences: Of one document, in order.
        hits: The rules that hit each of them.
    """
    reading = Reading(sentences=sentences, hits=hits)
    signatories = find_signatories(reading)
    return (
        *approval_marks(reading),
        *signature_marks(signatories),
        *period_marks(reading, signatories),
    )


def requirement_findings(
    labelled: Sequence[LabelledSentence], scoring: Scoring
) -> tuple[RequirementFinding, ...]:
    """Steps, approval, signature and period: what the statement says of each, with its proof."""
    reading = Reading.of(labelled)
    return tuple(
        _finding(requirement, judge(labelled, reading), scoring)
        for requirement, judge in _JUDGES.items()
    )


def _finding(
    requirement: Requirement, judgement: Judgement, scoring: Scoring
) -> RequirementFinding:
    duty = scoring.requirements[requirement]
    return RequirementFinding(
        id=requirement,
        verdict=judgement.verdict,
        force=duty.force,
        citation=duty.citation,
        reason=judgement.reason,
        detail=dict(judgement.detail),
        evidence=judgement.evidence,
        advice=tuple(
            Advice(id=advice.id, text=advice.text, citation=advice.citation)
            for advice in duty.advice
            if _is_open(advice, judgement)
        ),
    )


def _is_open(advice: RequirementAdvice, judgement: Judgement) -> bool:
    """Whether the statement leaves this question open."""
    if judgement.verdict not in advice.when or judgement.detail.get(advice.without):
        return False
    if advice.given and not judgement.detail.get(advice.given):
        return False
    return all(judgement.detail.get(key) in values for key, values in advice.where.items())
