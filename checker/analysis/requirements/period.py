"""Which financial year the statement covers (section 54(1)); what is not said stays unknown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.requirements.dates import find_dates
from checker.analysis.requirements.financial_year import Period, breaks_off, find_periods
from checker.analysis.requirements.reading import (
    Judgement,
    Reading,
    RequirementHit,
    evidence_of,
)
from checker.analysis.requirements.sign_off import Signatory
from checker.analysis.requirements.year_end import find_year_end
from checker.analysis.sentences import OPENING
from checker.model import Label, Requirement, RequirementVerdict

_CONFIDENCE = 0.85
_EQUAL = 3  # parts of a claim's rank; claims that share them are equally strong
_DATE_LINE = 40  # characters of the line after a broken one in which a date stands


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A sentence that says, or seems to say, which period the statement covers.

    Attributes:
        index: Of the sentence.
        last: Of the next one, where a broken line leaves the last day to it; else `index`.
        hit: The rule that found it.
        period: What it names.
    """

    index: int
    last: int
    hit: RequirementHit
    period: Period

    @property
    def source(self) -> str:
        """The rule that found it."""
        return self.hit.rule.ref

    @property
    def rank(self) -> tuple[bool, bool, float, bool, int]:
        """Orders claims: dates before a label, sentence before title, then the weight of the rule.

        Of equally strong ones the first is believed.
        """
        stated = self.hit.rule.verdict is RequirementVerdict.STATED
        return (
            stated and self.period.end is not None,
            stated,
            self.hit.rule.weight,
            not self.period.label.isdigit(),
            -self.index,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Completed:
    """A period, the sentences that prove it, and whether its days were told apart from its year."""

    period: Period
    proof: tuple[int, ...]
    derived: bool


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
            *(() if find_periods(sentence.text) else _of_another(reading, index)),
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
    rivals = _rivals(claim, claims)
    if any(_differ(a.period, b.period) for a, b in combinations(rivals, 2)):
        return Judgement(
            verdict=RequirementVerdict.UNCLEAR,
            reason="It names several years; no words say which of them it covers.",
            detail={"start": None, "end": None, "label": None},
            evidence=tuple(
                evidence_of(labelled[index], source)
                for index, source in {each.index: each.source for each in rivals}.items()
            ),
        )
    return _judgement(labelled, claim, _completed(claim, reading))


def _judgement(
    labelled: Sequence[LabelledSentence], claim: _Claim, completed: _Completed
) -> Judgement:
    period = completed.period
    stated = claim.hit.rule.verdict is RequirementVerdict.STATED or period.end is not None
    return Judgement(
        verdict=RequirementVerdict.STATED if stated else RequirementVerdict.UNCLEAR,
        reason=_reason(completed, stated=stated),
        detail={
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
            "label": period.label,
        },
        evidence=tuple(evidence_of(labelled[index], claim.source) for index in completed.proof),
    )


def _find_claims(reading: Reading) -> tuple[_Claim, ...]:
    claims = []
    for index in range(len(reading.sentences)):
        hits = [
            hit
            for hit in reading.of_requirement(index, Requirement.PERIOD)
            if hit.rule.verdict is RequirementVerdict.STATED
            or (hit.rule.verdict is RequirementVerdict.UNCLEAR and index < OPENING)
        ]
        if hits:
            lines = _lines(reading, index)
            others = _of_another(reading, index)
            periods = [
                period
                for period in find_periods("\n".join(lines))
                if not any(other.start <= period.at < other.end for other in others)
            ]
            last = index + len(lines) - 1
            claims += [
                _Claim(index=index, last=last, hit=hit, period=period)
                for hit in hits
                for period in periods[:1]
            ]
    return tuple(claims)


def _rivals(claim: _Claim, claims: Iterable[_Claim]) -> list[_Claim]:
    """The claims as strong as `claim`, which is one of them; the opening outdoes what follows."""
    return [
        each
        for each in claims
        if each.rank[:_EQUAL] == claim.rank[:_EQUAL]
        and (each.index < OPENING or claim.index >= OPENING)
    ]


def _differ(one: Period, other: Period) -> bool:
    """Whether they are not the same year; a year may be named by the one that it ends in."""
    if one.end and other.end:
        return one.end != other.end
    return one.years[-1] != other.years[-1]


def _lines(reading: Reading, index: int) -> tuple[str, ...]:
    """The sentence, and the next one where a broken line leaves the last day to it."""
    following = reading.sentences[index + 1 : index + 2]
    text = reading.sentences[index].text
    if following and breaks_off(text):
        return text, following[0].text[:_DATE_LINE]
    return (text,)


def _completed(claim: _Claim, reading: Reading) -> _Completed:
    """The period of `claim`, with its days where a year end that is said elsewhere gives them."""
    if claim.period.end is None:
        for sentence in reading.sentences:
            year_end = find_year_end(sentence.text)
            if year_end:
                period = year_end.complete(claim.period)
                if period.end is None:
                    break
                proof = tuple(dict.fromkeys((claim.index, sentence.index)))
                return _Completed(period=period, proof=proof, derived=True)
    lines = tuple(range(claim.index, claim.last + 1))
    return _Completed(period=claim.period, proof=lines, derived=False)


def _of_another(reading: Reading, index: int) -> tuple[RequirementHit, ...]:
    """The words of a sentence that speak of another day or year than the period covered."""
    hits = reading.of_requirement(index, Requirement.PERIOD)
    return tuple(hit for hit in hits if hit.rule.verdict is RequirementVerdict.NOT_STATED)


def _reason(completed: _Completed, *, stated: bool) -> str:
    period = completed.period
    if period.end:
        source = ", by the year end that it gives elsewhere" if completed.derived else ""
        return f"It covers the period to {period.end.day} {period.end:%B %Y}{source}."
    if stated:
        return f"It names the year ({period.label}) but not the day on which it ends."
    return f"A title names a year ({period.label}); no sentence says that it is the year covered."
