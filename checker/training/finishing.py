"""Puts a finished training into corpus/: the pipeline, what the folds said, the weights."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import srsly

from checker.analysis import COMMON_WORDING, PIPELINE, WEIGHTS, Analyser
from checker.pipeline import StatementPipeline
from checker.training.common import common_wording
from checker.training.gold import AuditedStatement, load_text
from checker.training.recorded import RECORDED, load_recorded, save_recorded
from checker.training.targets import COLUMNS
from checker.training.trainer import WHOLE, Trainer
from checker.training.weighing import columns_of, fit_weights


def finish(
    trainer: Trainer, audits: Sequence[AuditedStatement], rules: Analyser, corpus_dir: Path
) -> None:
    """Writes what was trained to corpus/.

    Args:
        trainer: Every part of it is done.
        audits: Statements whose full text is assessed when the model is measured.
        rules: Judges by the rules alone.
        corpus_dir: The project's corpus/.
    """
    recorded = corpus_dir / RECORDED
    texts = list(_full_texts(audits, rules))
    save_recorded(recorded, trainer.config, COLUMNS, trainer.out_of_fold(texts))
    classifier = load_recorded(recorded)
    uk = (each for each in trainer.statements if each.is_uk)
    columns = [column for each in uk for column in columns_of(each, rules, classifier)]
    weights = fit_weights(columns)
    srsly.write_json(
        corpus_dir / WEIGHTS, {name: each.model_dump() for name, each in weights.items()}
    )
    common_wording(trainer.statements).save(corpus_dir / COMMON_WORDING)
    shutil.rmtree(corpus_dir / PIPELINE, ignore_errors=True)
    shutil.copytree(trainer.path(WHOLE), corpus_dir / PIPELINE)


def _full_texts(
    audits: Sequence[AuditedStatement], rules: Analyser
) -> Iterator[tuple[str, list[str]]]:
    """Organisation and sentences of each statement, as the analysis splits them."""
    pipeline = StatementPipeline(rules)
    for audit in audits:
        document = pipeline.read(load_text(audit))
        yield audit.organisation, [each.text for each in rules.sentences(document)]
