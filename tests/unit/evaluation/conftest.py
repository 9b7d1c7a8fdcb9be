"""Labelled statements for tests: invented, and judged by a labeller that is told what to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from checker.model import Label, Modality
from checker.training import GoldSentence, GoldStatement


@dataclass(frozen=True, kw_only=True)
class Said:
    """A prediction."""

    labels: frozenset[Label] = frozenset()
    scores: Mapping[Label, float] = field(default_factory=dict)
    modality: Modality = Modality.TAKEN


@dataclass(frozen=True, kw_only=True)
class Told:
    """A labeller that says what it is told of each statement."""

    name: str = "told"
    answers: Mapping[str, Sequence[Said]]

    def label(self, statement: GoldStatement) -> Sequence[Said]:
        return self.answers[statement.id]


@pytest.fixture
def statement():
    def make(name: str, *labels: str, collection: str = "aims_uk", **flags: bool) -> GoldStatement:
        """Every one of `labels` is a sentence: names of labels with spaces between them."""
        given = [frozenset(Label(each) for each in words.split()) for words in labels]
        measures = {"training", "policies", "due_diligence", "grievance"}
        return GoldStatement(
            id=name,
            organisation=name,
            collection=collection,
            sentences=tuple(
                GoldSentence(
                    text=f"Sentence {number}.",
                    labels=each,
                    mitigation=bool(measures & each),
                    planned=flags.get("planned", False),
                    negated=flags.get("negated", False),
                )
                for number, each in enumerate(given)
            ),
            known=frozenset(Label),
            has_modality=collection == "project",
        )

    return make


@pytest.fixture
def said():
    def make(labels: str = "", modality: str = "taken", score: float = 1.0) -> Said:
        chosen = frozenset(Label(name) for name in labels.split())
        return Said(labels=chosen, scores=dict.fromkeys(chosen, score), modality=Modality(modality))

    return make


@pytest.fixture
def told():
    return Told
