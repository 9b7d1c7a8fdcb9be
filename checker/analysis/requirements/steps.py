"""Whether the statement tells of steps taken, or says that none were (section 54(4))."""

from collections.abc import Sequence

from checker.analysis.labelled import STEPS, LabelledSentence
from checker.analysis.requirements.reading import Judgement, Reading, evidence_of
from checker.model import Evidence, Modality, Requirement, RequirementVerdict

_MAX_QUOTED = 5  # steps; every one is quoted again under its area
_CONTRADICTION = 3  # specific steps told of by a statement that says it took none


def judge_steps(labelled: Sequence[LabelledSentence], reading: Reading) -> Judgement:
    """Steps taken, or the statement that none were: either answers the Act."""
    told = [
        (index, hits[0])
        for index in range(len(labelled))
        if (hits := reading.of_requirement(index, Requirement.STEPS))
    ]
    none = [(index, hit) for index, hit in told if hit.rule.no_steps]
    taken = [each for each in labelled if _is_step(each)]
    if none:
        return _no_steps(
            tuple(evidence_of(labelled[index], hit.rule.ref) for index, hit in none), len(taken)
        )
    planned = any(each.modality is Modality.PLANNED and each.labels for each in labelled)
    if not (told or taken):
        return Judgement(
            verdict=RequirementVerdict.UNCLEAR if planned else RequirementVerdict.NOT_STATED,
            reason="It tells of plans, and of no step that was taken."
            if planned
            else "It tells of no step that was taken, and does not say that none were.",
            detail={"no_steps": "no"},
        )
    evidence = [evidence_of(labelled[index], hit.rule.ref) for index, hit in told]
    evidence += [each.evidence() for each in taken[:_MAX_QUOTED]]
    return Judgement(
        verdict=RequirementVerdict.STATED if taken else RequirementVerdict.UNCLEAR,
        reason=_reason(len(taken)) if taken else _announced(planned=planned),
        detail={"no_steps": "no"},
        evidence=tuple(evidence),
    )


def _is_step(labelled: LabelledSentence) -> bool:
    return (
        labelled.modality is Modality.TAKEN
        and labelled.strength != "mention"
        and not STEPS.isdisjoint(labelled.labels)
    )


def _no_steps(evidence: tuple[Evidence, ...], taken: int) -> Judgement:
    if taken < _CONTRADICTION:
        return Judgement(
            verdict=RequirementVerdict.STATED,
            reason="It states that no steps were taken, which the Act allows: valid, but no steps.",
            detail={"no_steps": "yes"},
            evidence=evidence,
        )
    return Judgement(
        verdict=RequirementVerdict.STATED,
        reason=f"It says that no steps were taken, yet {taken} sentences tell of specific steps.",
        detail={"no_steps": "unclear"},
        evidence=evidence,
    )


def _announced(*, planned: bool) -> str:
    if planned:
        return "It says that it tells of steps taken, and what it tells of is only planned."
    return "It says that it tells of steps taken, and no sentence tells of a specific one."


def _reason(taken: int) -> str:
    sentences = "1 sentence" if taken == 1 else f"{taken} sentences"
    more = f", of which {_MAX_QUOTED} are quoted here" if taken > _MAX_QUOTED else ""
    return f"It tells of steps taken: {sentences} with something specific{more}."
