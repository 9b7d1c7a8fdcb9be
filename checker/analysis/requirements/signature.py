"""Whether the statement is signed, by whom, and whether that is a director (section 54(6))."""

from collections.abc import Iterable, Iterator, Sequence

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.requirements.dates import find_first_day
from checker.analysis.requirements.kinds import find_kind
from checker.analysis.requirements.reading import Judgement, Reading, evidence_of
from checker.analysis.requirements.sign_off import Signatory, find_signatories
from checker.model import Label, RequirementVerdict
from checker.rulebook import BodyRule

_CONFIDENCE = 0.9
_IMAGE = "A signature that is an image cannot be seen in the text: check by eye."


def signature_marks(signatories: Iterable[Signatory]) -> Iterator[Mark]:
    """Every line that holds a name, a title or the signing words of a signature."""
    for signatory in signatories:
        for index in signatory.lines:
            yield Mark(
                index=index, label=Label.SIGNATURE, source=signatory.source, confidence=_CONFIDENCE
            )


def judge_signature(labelled: Sequence[LabelledSentence], reading: Reading) -> Judgement:
    """Who signs, and whether the title shows a director; a bare title or name leaves it open."""
    signatories = find_signatories(reading)
    if not signatories:
        return Judgement(
            verdict=RequirementVerdict.NOT_STATED,
            reason=f"No name with a title and no signing words were found. {_IMAGE}",
            detail={"signatory": None, "role": None, "is_director": "unclear", "date": None},
        )
    signatory = max(signatories, key=_rank)
    day = find_first_day(labelled[index].sentence.text for index in signatory.block)
    return Judgement(
        verdict=signatory.verdict,
        reason=_reason(signatory, find_kind(reading)),
        detail={
            "signatory": signatory.name or None,
            "role": signatory.role or None,
            "is_director": signatory.is_director,
            "date": day.isoformat() if day else None,
        },
        evidence=tuple(evidence_of(labelled[index], signatory.source) for index in signatory.lines),
    )


def _rank(signatory: Signatory) -> tuple[bool, bool, bool, float]:
    return (
        signatory.verdict is RequirementVerdict.STATED,
        signatory.is_director == "yes",
        bool(signatory.name),
        signatory.weight,
    )


def _reason(signatory: Signatory, kind: BodyRule | None) -> str:
    who = ", ".join(part for part in (signatory.name, signatory.role) if part)
    if not who:
        return f"Signing words were found, without a name or a title. {_IMAGE}"
    if not signatory.name and not signatory.signing:
        return f"A title stands at the end ({who}), without a name. {_IMAGE}"
    if signatory.is_director == "yes":
        return f"Signed by {who}."
    asked = f"The Act asks for {kind.signatory if kind else 'a director or equivalent'}."
    if not signatory.role:
        return f"Signed by {who}; no title says whether that is a director. {asked}"
    if signatory.is_director == "no":
        return f"Signed by {who}, which is not the title of a director. {asked}"
    return f"Signed by {who}, a title that need not be a director's. {asked}"
