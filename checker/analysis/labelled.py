"""Sentences with what they disclose: the value that the analysis passes from step to step."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.analysis.matching import RuleHit
from checker.analysis.sentences import Sentence
from checker.model import Evidence, Label, Modality
from checker.rulebook import Strength


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
        scores: Of each of these labels, 0 to 1; a label that is missing scores 0.
        modality: Whether the step it tells of was taken, is planned, or is denied.
        hits: The rules that hit it, of whatever kind.
        sources: What gave the labels: `rule:<id>@<version>`.
        strength: How much it says: a mention, something specific, or something measured.
    """

    sentence: Sentence
    labels: tuple[Label, ...]
    scores: Mapping[Label, float]
    modality: Modality
    hits: tuple[RuleHit, ...]
    sources: tuple[str, ...]
    strength: Strength

    def evidence(self) -> Evidence:
        """The whole sentence as a quotation."""
        return Evidence(
            quote=self.sentence.text,
            start=self.sentence.start,
            end=self.sentence.end,
            page=self.sentence.page,
            labels=self.labels,
            modality=self.modality,
            source=self.sources,
            confidence=max(self.scores.values(), default=1.0),
        )
