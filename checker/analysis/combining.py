"""Combines what the rules and the classifier say of a sentence into one calibrated score a label.

For each label a logistic regression of two numbers: the logit of the classifier and the score of
the rules. Its weights and the threshold of each label were fitted on classifiers that had not seen
the organisation (`checker train`); docs/explanation/analysis.md gives the reasons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
import srsly
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from checker.analysis.classifier import load_classifier
from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import strength_for
from checker.analysis.similarity import Wording
from checker.errors import CorpusError
from checker.model import BlockKind, Label, LabelReason, Modality

PIPELINE, WEIGHTS, COMMON_WORDING = "pipeline", "combination.json", "common_wording.bin"
"""What a training makes, in corpus/."""
_DOUBTS = (Modality.NEGATED, Modality.PLANNED)  # what outweighs what


class Weights(BaseModel):
    """Of one label: `score = 1 / (1 + exp(-(intercept + model * logit + rules * score)))`.

    Attributes:
        intercept: What is left where both say nothing.
        model: Of the classifier's logit.
        rules: Of the rules' score, 0 to 1.
        threshold: The least score with which a sentence gets the label.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    intercept: float
    model: float
    rules: float
    threshold: float

    def score(self, logit: float, rules: float) -> float:
        """How likely the label is, 0 to 1."""
        return float(1 / (1 + np.exp(-(self.intercept + self.model * logit + self.rules * rules))))


class Classifier(Protocol):
    """What gives the sentences of a document their logits."""

    @property
    def version(self) -> str:
        """What an assessment calls it."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What the columns of `logits` mean."""

    def logits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Of the sentences of one document, given in order; shape (sentences, labels)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedModel:
    """What was learnt from labelled statements: the classifier, and how it joins the rules.

    Attributes:
        classifier: Reads the sentences.
        weights: Of each label, and of `planned` and `negated`.
        common_wording: What unrelated organisations' statements share.
    """

    classifier: Classifier
    weights: Mapping[str, Weights]
    common_wording: Wording

    @property
    def version(self) -> str:
        """What an assessment calls it: `s54@1`."""
        return self.classifier.version

    def combine(self, labelled: Sequence[LabelledSentence]) -> tuple[LabelledSentence, ...]:
        """The sentences of one document as the rules labelled them, with the model's say."""
        logits = self.classifier.logits([each.sentence.text for each in labelled])
        columns = self.classifier.labels
        return tuple(
            self._combined(each, dict(zip(columns, map(float, row), strict=True)))
            for each, row in zip(labelled, logits, strict=True)
        )

    def reason(self, each: LabelledSentence, label: Label) -> LabelReason:
        """What a sentence's score for `label` is made of; `words` is left empty."""
        weights = self.weights[label]
        return LabelReason(
            label=label,
            score=each.scores[label],
            threshold=weights.threshold,
            rules=round(weights.rules * each.by_rules.get(label, 0.0), 2),
            model=round(weights.model * each.logits[label], 2),
        )

    def _combined(self, each: LabelledSentence, logits: Mapping[str, float]) -> LabelledSentence:
        if each.sentence.kind is BlockKind.HEADING:
            return each  # a heading announces, it discloses nothing
        scores = {
            label: round(self.weights[label].score(logits[label], each.scores.get(label, 0.0)), 4)
            for label in Label
        }
        labels = tuple(label for label in Label if scores[label] >= self.weights[label].threshold)
        return replace(
            each,
            labels=labels,
            scores=scores,
            votes={label: self._votes(each, label, logits[label]) for label in labels},
            by_rules=each.scores,
            logits=logits,
            modality=self._modality(each, logits),
            strength=strength_for(each.hits, labels),
        )

    def _votes(self, each: LabelledSentence, label: Label, logit: float) -> tuple[str, ...]:
        """The rules, and the model where it leans towards the label or is alone with it."""
        rules = each.votes.get(label, ())
        return rules if rules and logit < 0 else (*rules, f"model:{self.version}")

    def _modality(self, each: LabelledSentence, logits: Mapping[str, float]) -> Modality:
        """The rules' modality, unless a plan or a denial is surer or less sure than they say."""
        for modality in _DOUBTS:
            weights = self.weights[modality]
            if weights.score(logits[modality], each.modality is modality) >= weights.threshold:
                return modality
        return Modality.TAKEN if each.modality in _DOUBTS else each.modality


def load_model(corpus_dir: Path) -> TrainedModel:
    """The trained model of the folder `corpus`.

    Raises:
        CorpusError: The pipeline or its weights are missing or damaged.
    """
    path = corpus_dir / WEIGHTS
    try:
        found = {name: Weights(**each) for name, each in srsly.read_json(path).items()}
    except (OSError, ValueError, ValidationError, TypeError) as error:
        raise CorpusError(f"{path}: {error}. `checker train` makes it.") from error
    return TrainedModel(
        classifier=load_classifier(corpus_dir / PIPELINE),
        weights=found,
        common_wording=Wording.load(corpus_dir / COMMON_WORDING),
    )
