"""The sentences of a document with the rules that hit them, as the publishing duties ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from checker.analysis.labelled import LabelledSentence
from checker.analysis.matching import RuleHit
from checker.analysis.sentences import Sentence
from checker.model import Evidence, Requirement, RequirementVerdict
from checker.rulebook import RequirementRule

_ORDER = (RequirementVerdict.STATED, RequirementVerdict.UNCLEAR, RequirementVerdict.NOT_STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementHit:
    """A hit of a rule of rules/requirements/; `start` and `end` are the deciding words."""

    rule: RequirementRule
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Sentences in order, and the hits of each."""

    sentences: Sequence[Sentence]
    hits: Sequence[tuple[RuleHit, ...]]

    @classmethod
    def of(cls, labelled: Sequence[LabelledSentence]) -> "Reading":
        """The reading that `labelled` was made from."""
        return cls(
            sentences=[each.sentence for each in labelled], hits=[each.hits for each in labelled]
        )

    def of_requirement(
        self,
        index: int,
        requirement: Requirement,
        *,
        within: Literal["anywhere", "sign_off", "before"] = "anywhere",
    ) -> tuple[RequirementHit, ...]:
        """The hits on sentence `index` that speak of `requirement`, the strongest verdict first.

        A rule that comes after another hits only where that one hits the sentence before.
        """
        found = [
            RequirementHit(rule=hit.rule, start=hit.start, end=hit.end)
            for hit in self.hits[index]
            if isinstance(hit.rule, RequirementRule)
            and hit.rule.requirement is requirement
            and hit.rule.within == within
            and (not hit.rule.after or self._hits_before(index, hit.rule.after))
        ]
        return tuple(sorted(found, key=lambda hit: _ORDER.index(hit.rule.verdict)))

    def _hits_before(self, index: int, rule_id: str) -> bool:
        return index > 0 and any(hit.rule.id == rule_id for hit in self.hits[index - 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a statement says of one publishing duty, with the reason in plain words."""

    verdict: RequirementVerdict
    reason: str
    detail: Mapping[str, str | None] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


def evidence_of(labelled: LabelledSentence, source: str) -> Evidence:
    """The sentence as a quotation that `source` found, whether or not it labels the sentence."""
    evidence = labelled.evidence()
    return replace(evidence, source=tuple(dict.fromkeys((source, *evidence.source))))
