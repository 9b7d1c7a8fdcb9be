"""Sentences with what they disclose: the value that the analysis passes from step to step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker.analysis.matching import RuleHit
from checker.analysis.sentences import Sentence
from checker.model import Evidence, Label, Modality
from checker.rulebook import Strength

MEASURES = frozenset(
    {
        Label.POLICIES,
        Label.DUE_DILIGENCE,
        Label.RISK_MANAGEMENT,
        Label.TRAINING,
        Label.GRIEVANCE,
        Label.COLLABORATION,
        Label.OTHER_MEASURE,
    }
)
"""The labels that AIMS has one criterion for: mitigation."""
STEPS = MEASURES | {Label.REMEDIATION, Label.EFFECTIVENESS}
"""Labels of sentences that tell of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a sentence is for a publishing duty.

    Attributes:
        index: The sentence's position in its document.
        label: Approval, signature or period.
        source: What found it: `rule:<id>@<version>`.
        confidence: 0 to 1.
    """

    index: int
    label: Label
    source: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """A sentence, what it discloses, and what says so.

    Attributes:
        sentence: The sentence with its context.
        labels: What it discloses, in the order of `Label`.
        scores: How likely each label is, 0 to 1; a label that is missing scores 0.
        modality: Whether the step it tells of was taken, is planned, or is denied.
        hits: The rules that hit it, of whatever kind.
        votes: What gave each of the labels: `rule:<id>@<version>`, `model:<name>@<version>`.
        strength: How much it says: a mention, something specific, or something measured.
        by_rules: The scores by the rules alone, where a model was asked too.
        by_model: What the model adds to the log-odds of each score; empty without one.
    """

    sentence: Sentence
    labels: tuple[Label, ...]
    scores: Mapping[Label, float]
    modality: Modality
    hits: tuple[RuleHit, ...]
    votes: Mapping[Label, tuple[str, ...]]
    strength: Strength
    by_rules: Mapping[Label, float] = field(default_factory=dict)
    by_model: Mapping[Label, float] = field(default_factory=dict)

    def sources_of(self, labels: Iterable[Label]) -> tuple[str, ...]:
        """What gave it any of `labels`."""
        return tuple(dict.fromkeys(one for label in labels for one in self.votes[label]))

    def has_rule_for(self, labels: Iterable[Label]) -> bool:
        """Whether a rule, and not the model alone, gave it any of `labels`."""
        return any(source.startswith("rule:") for source in self.sources_of(labels))

    def evidence(self, labels: Iterable[Label] | None = None) -> Evidence:
        """The whole sentence as a quotation.

        Args:
            labels: Where given, its source and confidence are those of these labels only.
        """
        asked = self.labels if labels is None else tuple(labels)
        return replace(
            self.sentence.quotation,
            labels=self.labels,
            modality=self.modality,
            source=self.sources_of(asked),
            confidence=max((self.scores[label] for label in asked), default=1.0),
        )
