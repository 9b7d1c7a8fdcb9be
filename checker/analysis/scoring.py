"""Area verdicts: from labelled sentences to none, mentioned, described or evidenced.

What a verdict needs is data (`least` in rules/scoring.yml). Only what was done counts for more than
a mention: a plan, a wish and a denial are shown as evidence, each with its modality. A heading, of
which only the model can make evidence, is a mention at most.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import strength_for
from checker.model import (
    Advice,
    AreaFinding,
    AreaVerdict,
    ContentArea,
    Evidence,
    Modality,
)
from checker.rulebook import AreaScoring, Scoring, Strength

_STRENGTHS: tuple[Strength, ...] = ("mention", "specific", "measured")
_PROOF = "a figure, a date, a named tool or a result"
_SAYS: dict[Strength, tuple[str, str]] = {
    "mention": ("touch", "on it"),
    "specific": ("tell", "of something specific that was done"),
    "measured": ("give", f"{_PROOF} of what was done"),
}
_MODALITIES = (Modality.TAKEN, Modality.UNCLEAR, Modality.PLANNED, Modality.NEGATED)
_VERDICTS = tuple(AreaVerdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Disclosure:
    """What one sentence gives to one area."""

    labelled: LabelledSentence
    strength: Strength
    evidence: Evidence

    @property
    def rank(self) -> tuple[int, int, float, int]:
        """Sorts the strongest evidence first; of equals the one that stands first."""
        return (
            _MODALITIES.index(self.labelled.modality),
            -_STRENGTHS.index(self.strength),
            -self.evidence.confidence,
            self.labelled.sentence.index,
        )


def area_findings(
    labelled: Sequence[LabelledSentence], scoring: Scoring
) -> tuple[AreaFinding, ...]:
    """The finding for each of the six areas, in the order of the Act."""
    return tuple(
        _area_finding(area, scoring.areas[area], labelled, scoring) for area in ContentArea
    )


def _area_finding(
    area: ContentArea, rubric: AreaScoring, labelled: Iterable[LabelledSentence], scoring: Scoring
) -> AreaFinding:
    found = sorted(_disclosures(labelled, rubric, scoring), key=lambda disclosure: disclosure.rank)
    counts = _count(found)
    least = {**scoring.least, **rubric.least}
    verdict = _verdict(counts, least)
    return AreaFinding(
        id=area,
        verdict=verdict,
        force=rubric.force,
        citation=rubric.citation,
        reason=_reason(counts, found),
        change=" ".join(_change(counts, least, verdict)),
        evidence=tuple(each.evidence for each in found),
        advice=tuple(_advice(rubric, verdict, found)),
    )


def _advice(
    rubric: AreaScoring, verdict: AreaVerdict, found: Iterable[_Disclosure]
) -> Iterator[Advice]:
    """The questions that this statement leaves open."""
    taken = {
        label
        for each in found
        if each.labelled.modality is Modality.TAKEN
        for label in each.labelled.labels
    }
    for advice in rubric.advice:
        below = advice.until and _VERDICTS.index(verdict) < _VERDICTS.index(advice.until)
        if below or (advice.without and advice.without not in taken):
            yield Advice(id=advice.id, text=advice.text, citation=advice.citation)


def _disclosures(
    labelled: Iterable[LabelledSentence], rubric: AreaScoring, scoring: Scoring
) -> Iterable[_Disclosure]:
    sure_from = scoring.model_specific if rubric.model_specific is None else rubric.model_specific
    for each in labelled:
        labels = tuple(label for label in rubric.labels if label in each.labels)
        if labels:
            evidence = each.evidence(labels)
            sure = evidence.confidence >= sure_from and not each.has_rule_for(labels)
            strength = strength_for(each.hits, labels, at_least="specific" if sure else "mention")
            yield _Disclosure(labelled=each, strength=strength, evidence=evidence)


def _count(found: Iterable[_Disclosure]) -> Counter[Strength]:
    """Sentences by strength: what was not done is a mention at most, a denial not even that."""
    counts: Counter[Strength] = Counter()
    for each in found:
        if each.labelled.modality is Modality.TAKEN:
            counts[each.strength] += 1
        elif each.labelled.modality is not Modality.NEGATED:
            counts["mention"] += 1
    return counts


def _verdict(
    counts: Counter[Strength], least: Mapping[AreaVerdict, Mapping[Strength, int]]
) -> AreaVerdict:
    """The highest verdict that the counts suffice for."""
    reached = [
        verdict
        for verdict, numbers in least.items()
        if all(_at_least(counts, strength) >= number for strength, number in numbers.items())
    ]
    return max(reached, key=_VERDICTS.index, default=AreaVerdict.NONE)


def _at_least(counts: Counter[Strength], strength: Strength) -> int:
    return sum(counts[each] for each in _STRENGTHS[_STRENGTHS.index(strength) :])


def _change(
    counts: Counter[Strength],
    least: Mapping[AreaVerdict, Mapping[Strength, int]],
    verdict: AreaVerdict,
) -> Iterator[str]:
    """What would raise the verdict, and what it would fall without."""
    more = "" if verdict is AreaVerdict.NONE else "more "
    for higher in _VERDICTS[_VERDICTS.index(verdict) + 1 :][:1]:
        lacks = {each: n - _at_least(counts, each) for each, n in least[higher].items()}
        wanted = " and ".join(
            f"{n} {more}sentence{'s' if n > 1 else ''} that {_says(n, each)}"
            for each, n in lacks.items()
            if n > 0
        )
        yield f"{higher.capitalize()} needs {wanted}."
    for each, n in least.get(verdict, {}).items():
        if _at_least(counts, each) == n:
            one = "the one sentence" if n == 1 else f"any of the {n} sentences"
            yield f"Without {one} that {_says(n, each)}, the verdict would be lower."


def _says(number: int, strength: Strength) -> str:
    """`tells of something specific that was done`, or `tell`, as the number asks."""
    verb, rest = _SAYS[strength]
    return f"{_verb(number, verb)} {rest}"


def _reason(counts: Counter[Strength], found: Sequence[_Disclosure]) -> str:
    """Why this verdict, in plain words."""
    if not found:
        return "Nothing on this was found in this statement."
    by_modality = Counter(each.labelled.modality for each in found)
    parts = []
    if _at_least(counts, "specific"):
        parts.append(_specific(counts["measured"], counts["specific"]))
    elif touching := by_modality[Modality.TAKEN] + by_modality[Modality.UNCLEAR]:
        without = "without telling of a step" if touching == 1 else "none tells of a step"
        parts.append(f"{_sentences(touching, 'touch')} on it, {without}")
    for modality, verb, words in (
        (Modality.PLANNED, "tell", "of what is planned, which does not count as a step taken"),
        (Modality.NEGATED, "say", "that it was not done"),
    ):
        if by_modality[modality]:
            parts.append(f"{_sentences(by_modality[modality], verb)} {words}")
    return f"{'; '.join(parts)}."


def _specific(measured: int, others: int) -> str:
    """How many sentences tell of a step, and how much they tell."""
    if not measured:
        none = "without" if others == 1 else "none gives"
        link = ", " if others == 1 else "; "
        return f"{_sentences(others, 'tell')} something specific{link}{none} {_PROOF}"
    told = f"{_sentences(measured, 'give')} {_PROOF}"
    if not others:
        return told
    return f"{told}; {others} more {'tells' if others == 1 else 'tell'} something specific"


def _sentences(number: int, verb: str) -> str:
    """`1 sentence tells`, `2 sentences tell`."""
    return f"{number} sentence{'s' if number > 1 else ''} {_verb(number, verb)}"


def _verb(number: int, verb: str) -> str:
    """`tells` of one, `tell` of several."""
    if number > 1:
        return verb
    return f"{verb}{'es' if verb.endswith('ch') else 's'}"
