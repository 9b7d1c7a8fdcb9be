"""Whether the body that the Act names approved the statement (section 54(6))."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.requirements.dates import find_first_day
from checker.analysis.requirements.kinds import find_kind
from checker.analysis.requirements.reading import (
    Judgement,
    Reading,
    RequirementHit,
    evidence_of,
)
from checker.analysis.requirements.signature_lines import read_signature_line
from checker.model import Label, Requirement, RequirementVerdict
from checker.rulebook import BodyRule

_CONFIDENCE = 0.9
_BODY_AFTER = re.compile(
    r"\b(?:approv|adopt|ratif|authoris|sign)\w*(?: off)?(?:,? \w+){0,12}?"
    r" (?:by|of|from|at a meeting of)"
    r":?\s+(?:the |our |its |a )?(?P<body>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BODY_BEFORE = re.compile(
    r"^(?:.*[,;.]\s)?(?:the |our |its )?(?P<body>.+?),?\s+"
    r"(?:(?:has|have|had|all|both|formally|duly|each|also|fully)\s+)*(?:approv|adopt|ratif)",
    re.IGNORECASE | re.DOTALL,
)
_BODY_ENDS = re.compile(
    r"[,;:(]|\.(?:\s|$)|\s(?:on|at|in|as|and (?:is|was|will|signed|has|by|published)|who|which"
    r"|pursuant|effective|for and|for the|during|dated)\b|\s\d|\s-\s|\s–",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Approval:
    index: int
    hit: RequirementHit
    day: date | None

    @property
    def is_stated(self) -> bool:
        return self.hit.rule.verdict is RequirementVerdict.STATED


def approval_marks(reading: Reading) -> Iterator[Mark]:
    """The sentences that say that the right body approved this statement."""
    for approval in _find_approvals(reading):
        if approval.is_stated:
            yield Mark(
                index=approval.index,
                label=Label.APPROVAL,
                source=approval.hit.rule.ref,
                confidence=_CONFIDENCE,
            )


def judge_approval(labelled: Sequence[LabelledSentence], reading: Reading) -> Judgement:
    """Which body approved the statement, and when; anything less is unclear, and says why."""
    approvals = _find_approvals(reading)
    kind = find_kind(reading)
    detail = {
        "body": None,
        "date": None,
        "organisation": kind.kind if kind else "",
        "approver_by_law": (kind.approver or None) if kind else None,
    }
    if not approvals:
        return _nothing_said(kind, detail)
    best = max(approvals, key=lambda each: (each.is_stated, each.day is not None, -each.index))
    body = _body(reading, best) if best.is_stated else None
    reason = f"Approved by: {body}." if body else f"{best.hit.rule.title}."
    return Judgement(
        verdict=best.hit.rule.verdict,
        reason=reason,
        detail={**detail, "body": body, "date": best.day.isoformat() if best.day else None},
        evidence=tuple(
            evidence_of(labelled[each.index], each.hit.rule.ref)
            for each in approvals
            if each.is_stated == best.is_stated
        ),
    )


def _nothing_said(kind: BodyRule | None, detail: dict[str, str | None]) -> Judgement:
    """Not stated; but the Act asks a partnership that is no LLP for a signature alone."""
    if kind and not kind.approver:
        return Judgement(
            verdict=RequirementVerdict.NOT_APPLICABLE,
            reason=f"The Act asks a {kind.kind} for the signature of {kind.signatory}, "
            "not for an approval.",
            detail=detail,
        )
    return Judgement(
        verdict=RequirementVerdict.NOT_STATED,
        reason="No words say that a board, members or an equivalent body approved it.",
        detail=detail,
    )


def _find_approvals(reading: Reading) -> tuple[_Approval, ...]:
    found = []
    for sentence in reading.sentences:
        hits = reading.of_requirement(sentence.index, Requirement.APPROVAL)
        if hits:
            texts = [sentence.text[hits[0].start :], *_date_below(reading, sentence.index)]
            day = find_first_day(texts)
            found.append(_Approval(index=sentence.index, hit=hits[0], day=day))
    return tuple(found)


def _date_below(reading: Reading, index: int) -> list[str]:
    """The next line, where it holds nothing but a date."""
    below = index + 1
    if below < len(reading.sentences) and read_signature_line(reading, below).is_date:
        return [reading.sentences[below].text]
    return []


def _body(reading: Reading, approval: _Approval) -> str | None:
    """The approving body as published, such as `Board of Directors of Broadland Bakers Limited`."""
    text = reading.sentences[approval.index].text
    if approval.hit.rule.after:
        above = approval.index - 1
        named = reading.of_requirement(above, Requirement.APPROVAL, within="before")[0]
        words = reading.sentences[above].text[named.start : named.end]
        return re.sub(r"^\W*(?:the|our)\s", "", words, flags=re.IGNORECASE)
    match = _BODY_AFTER.search(text, approval.hit.start) or _BODY_BEFORE.search(text)
    if match is None:
        return None
    words = _BODY_ENDS.split(match["body"], maxsplit=1)[0]
    return " ".join(words.split()).strip(" .'’") or None
