"""`checker evaluate extraction`: how faithfully documents are read, measured."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.floors import report_floors
from checker.cli.labelled_data import DATA, needed_beside
from checker.cli.outputs import write_output
from checker.errors import UserError
from checker.evaluation import baseline_json, load_baseline, raised, shortfalls
from checker.evaluation.fidelity import (
    FORMS,
    SCAN,
    Form,
    extraction_page,
    faults_text,
    fidelity_text,
    figures_of,
    floors_of,
    measure_project,
    measure_real,
    measure_with_others,
)
from checker.settings import Settings

_CHOSEN = click.option(
    "--form", "names", multiple=True, type=click.Choice(list(FORMS)), help="Measure only this form."
)


@click.command()
@DATA
@_CHOSEN
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Take only N of the texts.")
@click.option("--show", is_flag=True, help="Show the sentences that are lost and added.")
@click.option("--gate", is_flag=True, help="Fail where a figure falls below its floor.")
@click.option("--update", is_flag=True, help="Write the page and raise the floors.")
@click.pass_obj
def extraction(  # noqa: PLR0913 - the options of the interface
    settings: Settings,
    *,
    data: Path | None,
    names: tuple[str, ...],
    sample: int | None,
    show: bool,
    gate: bool,
    update: bool,
) -> None:
    """Measure how faithfully documents are read, in every form that they are published in.

    With --gate on the few statements of the project itself, else on real texts.
    Example: checker evaluate extraction --form pdf_one_column --sample 5 --show
    """
    if gate + update + show > 1:
        raise UserError("--gate, --update and --show exclude each other: choose one.")
    if names and (gate or update):
        raise UserError("--gate and --update measure every form: leave --form out.")
    forms = _readable([FORMS[name] for name in names or FORMS])
    if gate:
        _hold(settings.corpus_dir, forms)
        return
    folder = data or needed_beside(settings.corpus_dir)
    if update:
        _update(settings.corpus_dir, folder, forms, sample)
    elif show:
        for result in measure_real(folder, forms, sample):
            click.echo(fidelity_text([result]))
            click.echo(faults_text(result))
    else:
        click.echo(fidelity_text(measure_with_others(folder, forms, sample).results))


def _readable(forms: Sequence[Form]) -> list[Form]:
    """The forms that can be read on this machine."""
    if shutil.which("tesseract") or all(form.name != SCAN for form in forms):
        return list(forms)
    click.echo("checker: Tesseract is not installed: the scan is left out.", err=True)
    return [form for form in forms if form.name != SCAN]


def _hold(corpus_dir: Path, forms: Sequence[Form]) -> None:
    results = measure_project(corpus_dir, forms)
    click.echo(fidelity_text(results))
    floors = corpus_dir / "extraction_baseline.json"
    baseline = floors_of(load_baseline(floors), forms)
    report_floors(list(shortfalls(baseline, figures_of(results))), floors)


def _update(corpus_dir: Path, folder: Path, forms: Sequence[Form], sample: int | None) -> None:
    if len(forms) < len(FORMS):
        raise UserError("--update needs every form: install Tesseract and run it again.")
    results = measure_project(corpus_dir, forms)
    measured = measure_with_others(folder, forms, sample)
    click.echo(fidelity_text(measured.results))
    floors = corpus_dir / "extraction_baseline.json"
    baseline = raised(load_baseline(floors), figures_of(results))
    write_output(baseline_json(baseline).encode(), floors)
    page = corpus_dir.parent / "docs" / "reference" / "extraction.md"
    write_output(extraction_page(measured, results).encode(), page)
    report_floors(list(shortfalls(baseline, figures_of(results))), floors)
