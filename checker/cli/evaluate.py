"""`checker evaluate`: how well statements are judged, measured."""

import sys
from pathlib import Path

import click

from checker.analysis import Analyser, load_model
from checker.cli.outputs import write_output
from checker.errors import UserError
from checker.evaluation import (
    Measured,
    baseline_json,
    figures_of,
    figures_text,
    load_baseline,
    measure_project,
    measure_shared,
    quality_page,
    raised,
    shortfalls,
)
from checker.rulebook import load_rulebook
from checker.settings import Settings


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="CHECKER_DATA",
    metavar="DIR",
    help="The labelled statements: a folder with aims/ and statements/. Default: ../shared/data.",
)
@click.option("--gate", is_flag=True, help="Fail where a figure falls below its floor.")
@click.option("--update", is_flag=True, help="Write the quality page and raise the floors.")
@click.pass_obj
def evaluate(settings: Settings, *, data: Path | None, gate: bool, update: bool) -> None:
    """Measure how well statements are judged.

    With --gate, where the labelled statements are absent, only what the project itself holds is
    measured. Example: checker evaluate --gate
    """
    if gate and update:
        raise UserError("--gate compares with the floors, --update raises them: choose one.")
    folder = data or _beside(settings.corpus_dir, needed=not gate)
    rulebook = load_rulebook(settings.rules_dir)
    model = load_model(settings.corpus_dir)
    shared = measure_shared(folder, settings.corpus_dir, rulebook) if folder else None
    project = measure_project(settings.corpus_dir, rulebook, Analyser(rulebook, model))
    figures = figures_of(project, shared)
    click.echo(figures_text(figures))
    if shared and shared.unrecorded:
        click.echo(
            f"checker: {shared.unrecorded} sentences are split differently since the model was "
            "trained; they were judged by the rules alone. `checker train` records them anew.",
            err=True,
        )
    floors = settings.corpus_dir / "baseline.json"
    baseline = load_baseline(floors)
    if update and shared:
        baseline = raised(baseline, figures)
        page = Measured(
            rules=rulebook.digest,
            model=model.release,
            project=project,
            shared=shared,
            figures=figures,
        )
        write_output(baseline_json(baseline).encode(), floors)
        write_output(quality_page(page).encode(), _page_path(settings.corpus_dir))
    if gate or update:
        _report(list(shortfalls(baseline, figures)))


def _report(problems: list[str]) -> None:
    """Ends with exit code 1 where there is a problem."""
    for problem in problems:
        click.echo(f"checker: {problem}", err=True)
    if problems:
        click.echo(
            "checker: floors only rise. Mend what got worse; to give up a figure for another, "
            "lower its floor in corpus/baseline.json by hand, and say why in the commit.",
            err=True,
        )
        sys.exit(1)
    click.echo("checker: every floor is held.", err=True)


def _beside(corpus_dir: Path, *, needed: bool) -> Path | None:
    """The folder ../shared/data beside the project; None where it is absent."""
    folder = corpus_dir.resolve().parent.parent / "shared" / "data"
    if folder.is_dir():
        return folder
    if needed:
        raise UserError(
            f"{folder}: the labelled statements are not on this machine. They are no part of the "
            "project: name their folder with --data or CHECKER_DATA."
        )
    click.echo(
        f"checker: {folder} is not on this machine: only what the project itself holds is "
        "measured.",
        err=True,
    )
    return None


def _page_path(corpus_dir: Path) -> Path:
    return corpus_dir.parent / "docs" / "reference" / "quality.md"
