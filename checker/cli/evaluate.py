"""`checker evaluate`: how well statements are judged, and documents read, measured."""

from pathlib import Path

import click
from click.core import ParameterSource

from checker.analysis import Analyser, load_model
from checker.cli.evaluate_extraction import extraction
from checker.cli.floors import report_floors
from checker.cli.labelled_data import DATA, beside, needed_beside
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


@click.group(invoke_without_command=True)
@DATA
@click.option("--gate", is_flag=True, help="Fail where a figure falls below its floor.")
@click.option("--update", is_flag=True, help="Write the quality page and raise the floors.")
@click.pass_context
def evaluate(ctx: click.Context, *, data: Path | None, gate: bool, update: bool) -> None:
    """Measure how well statements are judged.

    With --gate, where the labelled statements are absent, only what the project itself holds is
    measured. Example: checker evaluate --gate
    """
    if ctx.invoked_subcommand is None:
        _evaluate_judgements(ctx.obj, data=data, gate=gate, update=update)
    elif any(ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in ctx.params):
        raise UserError(f"Write the options behind the word {ctx.invoked_subcommand!r}.")


evaluate.add_command(extraction)


def _evaluate_judgements(
    settings: Settings, *, data: Path | None, gate: bool, update: bool
) -> None:
    if gate and update:
        raise UserError("--gate compares with the floors, --update raises them: choose one.")
    find = _beside_if_there if gate else needed_beside
    folder = data or find(settings.corpus_dir)
    rulebook = load_rulebook(settings.rules_dir)
    model = load_model(settings.corpus_dir)
    shared = measure_shared(folder, settings.corpus_dir, rulebook, model) if folder else None
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
        report_floors(list(shortfalls(baseline, figures)), floors)


def _beside_if_there(corpus_dir: Path) -> Path | None:
    """The folder ../shared/data beside the project; None, and said so, where it is absent."""
    folder = beside(corpus_dir)
    if folder.is_dir():
        return folder
    click.echo(
        f"checker: {folder} is not on this machine: only what the project itself holds is "
        "measured.",
        err=True,
    )
    return None


def _page_path(corpus_dir: Path) -> Path:
    return corpus_dir.parent / "docs" / "reference" / "quality.md"
