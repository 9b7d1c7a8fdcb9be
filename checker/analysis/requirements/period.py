"""Which financial year the statement covers (section 54(1)); what is not said stays unknown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.requirements.dates import find_dates
from checker.analysis.requirements.financial_year import (
    Period,
    YearEnd,
    find_periods,
    find_year_end,
)
from checker.analysis.requirements.reading import (
    Judgement,
    Reading,
    RequirementHit,
    evidence_of,
)
from checker.analysis.requirements.sign_off import Signatory
from checker.analysis.sentences import OPENING
from checker.model import Label, Requirement, RequirementVerdict

_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A sentence that says, or seems to say, which period the statement covers."""

    index: int
    hit: RequirementHit
    period: Period

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """Orders claims: sentence before title, dates before a label, the first before the last."""
        stated = self.hit.rule.verdict is RequirementVerdict.STATED
        return (
            stated and self.period.end is not None,
            stated,
            not self.period.label.isdigit(),
            -self.index,
        )


def period_marks(reading: Reading, signatories: Iterable[Signatory]) -> Iterator[Mark]:
    """Sentences that give the period, or the date of approval, signature or publication."""
    sources = {claim.index: claim.hit.rule.ref for claim in _find_claims(reading)}
    for signatory in signatories:
        for index in signatory.block:
            if find_dates(reading.sentences[index].text):
                sources.setdefault(index, signatory.source)
    for index, sentence in enumerate(reading.sentences):
        hits = (
            *reading.of_requirement(index, Requirement.PUBLICATION),
            *reading.of_requirement(index, Requirement.APPROVAL),
            *(hit for hit in reading.of_requirement(index, Requirement.PERIOD) if _is_date(hit)),
        )
        if hits and find_dates(sentence.text):
            sources.setdefault(index, hits[0].rule.ref)
    for index, source in sources.items():
        yield Mark(index=index, label=Label.PERIOD, source=source, confidence=_CONFIDENCE)


def judge_period(labelled: Sequence[LabelledSentence], reading: Reading) -> Judgement:
    """The financial year that the statement says it covers."""
    claims = _find_claims(reading)
    if not claims:
        return Judgement(
            verdict=RequirementVerdict.NOT_STATED,
            reason="No words say which financial year it covers.",
            detail={"start": None, "end": None, "label": None},
        )
    claim = max(claims, key=lambda each: each.rank)
    period = _completed(claim.period, reading)
    stated = claim.hit.rule.verdict is RequirementVerdict.STATED or period.end is not None
    return Judgement(
        verdict=RequirementVerdict.STATED if stated else RequirementVerdict.UNCLEAR,
        reason=_reason(period, stated=stated),
        detail={
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
            "label": period.label,
        },
        evidence=(evidence_of(labelled[claim.index], claim.hit.rule.ref),),
    )


def _find_claims(reading: Reading) -> tuple[_Claim, ...]:
    claims = []
    for sentence in reading.sentences:
        hits = reading.of_requirement(sentence.index, Requirement.PERIOD)
        if not hits or _is_date(hits[0]):
            continue
        stated = hits[0].rule.verdict is RequirementVerdict.STATED
        periods = find_periods(sentence.text)
        if periods and (stated or sentence.index < OPENING):
            claims.append(_Claim(index=sentence.index, hit=hits[0], period=periods[0]))
    return tuple(claims)


def _is_date(hit: RequirementHit) -> bool:
    """Whether it is a date of something else, which does not say which period is covered."""
    return hit.rule.verdict is RequirementVerdict.NOT_STATED


def _completed(period: Period, reading: Reading) -> Period:
    """`period` with its days, where a year end that is said elsewhere gives them."""
    if period.end is not None:
        return period
    year_ends = (find_year_end(sentence.text) for sentence in reading.sentences)
    year_end: YearEnd | None = next((each for each in year_ends if each), None)
    return year_end.complete(period) if year_end else period


def _reason(period: Period, *, stated: bool) -> str:
    if period.end:
        return f"It covers the period to {period.end.day} {period.end:%B %Y}."
    if stated:
        return f"It names the year ({period.label}) but not the day on which it ends."
    return f"A title names a year ({period.label}); no sentence says that it is the year covered."
