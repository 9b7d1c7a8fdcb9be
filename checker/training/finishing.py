"""Puts a finished training into corpus/: the pipeline, what the folds said, and the weights."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
import srsly

from checker.analysis import COMMON_WORDING, PIPELINE, WEIGHTS, Analyser, word_weights
from checker.analysis.classifier import FACTORY, SentenceClassifier
from checker.analysis.word_weights import WordWeights
from checker.pipeline import StatementPipeline
from checker.training.common import common_wording
from checker.training.gold import AuditedStatement, load_text
from checker.training.recorded import RECORDED, Row, load_recorded, save_recorded
from checker.training.targets import COLUMNS
from checker.training.trainer import WHOLE, Trainer
from checker.training.weighing import columns_of, fit_weights
from checker.training.word_fitting import fit_words


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
    documents = [*_labelled_texts(trainer), *_full_texts(audits, rules)]
    save_recorded(recorded, trainer.config, COLUMNS, _out_of_fold(trainer, documents))
    halves = load_recorded(recorded)
    uk = (each for each in trainer.statements if each.is_uk)
    columns = [column for each in uk for column in columns_of(each, rules, halves)]
    weights = {name: each.model_dump() for name, each in fit_weights(columns).items()}
    srsly.write_json(corpus_dir / WEIGHTS, weights)
    common_wording(trainer.statements).save(corpus_dir / COMMON_WORDING)
    _write_pipeline(trainer, corpus_dir / PIPELINE)


def _write_pipeline(trainer: Trainer, folder: Path) -> None:
    """The transformer and the word weights that learnt from everything, as one spaCy pipeline."""
    nlp = spacy.load(trainer.path(WHOLE))
    component = nlp.add_pipe(word_weights.FACTORY, first=True)
    assert isinstance(component, WordWeights)
    fit_words(component, trainer.learning(WHOLE), trainer.config.words)
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)


def _labelled_texts(trainer: Trainer) -> Iterator[tuple[str, list[str]]]:
    """Organisation and sentences of each labelled UK statement."""
    for each in trainer.statements:
        if each.is_uk:
            yield each.organisation, [sentence.text for sentence in each.sentences]


def _full_texts(
    audits: Sequence[AuditedStatement], rules: Analyser
) -> Iterator[tuple[str, list[str]]]:
    """Organisation and sentences of each statement, as the analysis splits them."""
    pipeline = StatementPipeline(rules)
    for audit in audits:
        document = pipeline.read(load_text(audit))
        yield audit.organisation, [each.text for each in rules.sentences(document)]


def _out_of_fold(trainer: Trainer, documents: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Row]:
    """Each of `documents`, read by what never saw its organisation."""
    for part in trainer.parts:
        if part == WHOLE:
            continue
        transformer = spacy.load(trainer.path(part)).get_pipe(FACTORY)
        assert isinstance(transformer, SentenceClassifier)
        words = WordWeights()
        fit_words(words, trainer.learning(part), trainer.config.words)
        for organisation, texts in documents:
            if trainer.measured_by(organisation) == part:
                yield Row(texts, transformer.logits(texts), words.logits(texts))
