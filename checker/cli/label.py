"""`checker label`: labels for sentences that were split elsewhere."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from pathlib import Path

import click

from checker.analysis import Analyser, load_model
from checker.cli.outputs import write_output
from checker.errors import SourceError
from checker.model import Label
from checker.rulebook import load_rulebook
from checker.settings import Settings

_COLUMNS = ("statement_id", "sentence")


@click.command()
@click.argument("table", type=click.Path(path_type=Path), metavar="INPUT.csv")
@click.option("--output", type=click.Path(path_type=Path), required=True, metavar="OUT.csv")
@click.option("--threshold-free", is_flag=True, help="Write the scores only, choose no labels.")
@click.pass_obj
def label(settings: Settings, *, table: Path, output: Path, threshold_free: bool) -> None:
    """Label the sentences of INPUT.csv (columns statement_id, sentence; statements together).

    OUT.csv has the same rows in the same order, a score from 0 to 1 for each label, the labels
    chosen, and the modality. Example: checker label sentences.csv --output labels.csv
    """
    analyser = Analyser(load_rulebook(settings.rules_dir), load_model(settings.corpus_dir))
    chosen = [] if threshold_free else ["labels"]
    try:
        with table.open(encoding="utf-8-sig", newline="") as source:
            rows = list(_rows(table, source))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{table}: {error}. A CSV file in UTF-8 is expected.") from error
    lines = StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow([*_COLUMNS, *(item.value for item in Label), *chosen, "modality"])
    for row in _labelled(rows, analyser):
        writer.writerow(row if not threshold_free else [*row[:-2], row[-1]])
    write_output(lines.getvalue().encode(), output)


def _rows(table: Path, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    reader = csv.DictReader(lines)
    missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise SourceError(f"{table}: has no column {' and no column '.join(missing)}.")
    for row in reader:
        yield row["statement_id"] or "", row["sentence"] or ""


def _labelled(rows: Iterable[tuple[str, str]], analyser: Analyser) -> Iterator[list[str]]:
    for statement_id, group in groupby(rows, key=lambda row: row[0]):
        texts = [text for _, text in group]
        for text, found in zip(texts, analyser.label(texts), strict=True):
            scores = [f"{found.scores.get(item, 0.0):.4f}" for item in Label]
            labels = "|".join(item.value for item in found.labels)
            yield [statement_id, text, *scores, labels, found.modality.value]
