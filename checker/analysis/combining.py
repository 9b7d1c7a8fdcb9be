"""Combines the rules and the trained model into one calibrated score for each label.

For each label a logistic regression of three numbers: the logits of the two halves of the trained
model and the score of the rules. Its weights and the threshold of each label were fitted on
halves that had not seen the organisation (`checker train`); docs/explanation/analysis.md tells why.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import strength_for
from checker.analysis.reader import Reader
from checker.analysis.similarity import Wording
from checker.analysis.trained_pipeline import load_pipeline
from checker.errors import CorpusError
from checker.model import Label, LabelReason, Modality

PIPELINE, WEIGHTS, COMMON_WORDING = "pipeline", "combination.json", "common_wording.bin"
"""What a training makes, in corpus/."""
_DOUBTS = (Modality.PLANNED, Modality.NEGATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logits:
    """What the two halves of the model say of one label of one sentence, before 0 to 1."""

    transformer: float
    words: float


class Weights(BaseModel):
    """Of one label: the log-odds of its score are the intercept and three weighted opinions.

    Attributes:
        intercept: What is left where nobody says anything.
        transformer: Of the transformer's logit.
        words: Of the logit of the word weights.
        rules: Of the rules' score, 0 to 1.
        threshold: The least score with which a sentence gets the label.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    intercept: float
    transformer: float
    words: float
    rules: float
    threshold: float

    def of_model(self, logits: Logits) -> float:
        """What the model adds to the log-odds."""
        return self.transformer * logits.transformer + self.words * logits.words

    def score(self, logits: Logits, rules: float) -> float:
        """How likely the label is, 0 to 1."""
        odds = self.intercept + self.of_model(logits) + self.rules * rules
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedModel:
    """What was learnt from labelled statements, and how it joins the rules.

    Attributes:
        version: What its evidence names: `s54@1`.
        digest: Of all its files: two models with one version differ here.
        transformer: Reads sentences among their neighbours.
        words: Knows what single words are worth.
        weights: Of each label and of `planned`.
        common_wording: What unrelated organisations' statements share.
    """

    version: str
    digest: str
    transformer: Reader
    words: Reader
    weights: Mapping[str, Weights]
    common_wording: Wording

    @property
    def release(self) -> str:
        """What an assessment was made with: `s54@1+` and the start of the digest."""
        return f"{self.version}+{self.digest[:8]}"

    def logits(self, texts: Sequence[str]) -> list[dict[str, Logits]]:
        """What the model says of each sentence of one document, by label."""
        columns = self.transformer.labels
        return [
            {
                name: Logits(transformer=float(one), words=float(other))
                for name, one, other in zip(columns, ones, others, strict=True)
            }
            for ones, others in zip(
                self.transformer.logits(texts), self.words.logits(texts), strict=True
            )
        ]

    def combine(self, labelled: Sequence[LabelledSentence]) -> tuple[LabelledSentence, ...]:
        """The sentences of one document as the rules labelled them, with the model's say."""
        logits = self.logits([each.sentence.reading for each in labelled])
        return tuple(map(self._combined, labelled, logits))

    def reason(self, each: LabelledSentence, label: Label) -> LabelReason:
        """What a sentence's score for `label` is made of; `words` is left empty."""
        weights = self.weights[label]
        return LabelReason(
            label=label,
            score=each.scores[label],
            threshold=weights.threshold,
            start=round(weights.intercept, 2),
            rules=round(weights.rules * each.by_rules.get(label, 0.0), 2),
            model=round(each.by_model[label], 2),
        )

    def _combined(self, each: LabelledSentence, logits: Mapping[str, Logits]) -> LabelledSentence:
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
            by_model={label: self.weights[label].of_model(logits[label]) for label in Label},
            modality=self._modality(each, logits),
            strength=strength_for(each.hits, labels),
        )

    def _votes(self, each: LabelledSentence, label: Label, logits: Logits) -> tuple[str, ...]:
        """The rules, and the model where it speaks for the label or is alone with it."""
        rules = each.votes.get(label, ())
        if rules and self.weights[label].of_model(logits) <= 0:
            return rules
        return (*rules, f"model:{self.version}")

    def _modality(self, each: LabelledSentence, logits: Mapping[str, Logits]) -> Modality:
        """The rules' modality, unless the model sees a plan where they see none.

        It cannot make a step of what a rule takes for a plan, for plans never count as steps; and a
        denial is left to the rules, for the labelled statements hold too few to learn it from.
        """
        weights = self.weights[Modality.PLANNED]
        if each.modality not in _DOUBTS and (
            weights.score(logits[Modality.PLANNED], rules=0.0) >= weights.threshold
        ):
            return Modality.PLANNED
        return each.modality


def load_model(corpus_dir: Path) -> TrainedModel:
    """The trained model of the folder `corpus`.

    Raises:
        CorpusError: A part of it is missing or damaged.
    """
    path = corpus_dir / WEIGHTS
    try:
        found = {name: Weights(**each) for name, each in json.loads(path.read_text()).items()}
    except (OSError, ValueError, TypeError) as error:
        raise CorpusError(f"{path}: {error}. `checker train` makes it.") from error
    classifier, words = load_pipeline(corpus_dir / PIPELINE)
    return TrainedModel(
        version=classifier.version,
        digest=_digest(
            path, corpus_dir / COMMON_WORDING, *sorted((corpus_dir / PIPELINE).rglob("*.*"))
        ),
        transformer=classifier,
        words=words,
        weights=found,
        common_wording=Wording.load(corpus_dir / COMMON_WORDING),
    )


def _digest(*paths: Path) -> str:
    """Hexadecimal SHA-256 of the files, one after the other."""
    found = sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()
