"""`checker train`: the trained pipeline of corpus/, made from the labelled sentences."""

from pathlib import Path

import click

from checker.analysis import Analyser
from checker.cli.labelled_data import DATA, needed_beside
from checker.errors import SettingsError
from checker.rulebook import load_rulebook
from checker.settings import Settings
from checker.training import load_audits, load_gold
from checker.training.config import load_training_config


@click.command()
@DATA
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    default=Path("var/training"),
    show_default=True,
    help="Where the parts are kept; those that are done are not trained again.",
)
@click.option("--part", "wanted", multiple=True, help="Train only this part: fold-0 … or whole.")
@click.pass_obj
def train(settings: Settings, *, data: Path | None, work: Path, wanted: tuple[str, ...]) -> None:
    """Train the pipeline of corpus/ as corpus/training.yml says: half an hour a part on one core.

    With --part, processes can share the parts; the last command, without it, puts them together.
    Example: checker train --part fold-0 & checker train --part fold-1
    """
    try:
        from checker.training.finishing import finish  # noqa: PLC0415 - torch is an extra
        from checker.training.trainer import Trainer  # noqa: PLC0415
    except ImportError as error:
        message = f"{error}. Install the extra: pip install 'section54-checker[train]'."
        raise SettingsError(message) from error
    folder = data or needed_beside(settings.corpus_dir)
    trainer = Trainer(
        config=load_training_config(settings.corpus_dir / "training.yml"),
        statements=load_gold(folder),
        folder=work,
        report=lambda line: click.echo(line, err=True),
    )
    for part in wanted or trainer.parts:
        if part not in trainer.parts:
            raise click.BadParameter(f"{part} is none of {', '.join(trainer.parts)}")
        if not trainer.is_done(part):
            trainer.train(part)
    if not wanted:
        rules = Analyser(load_rulebook(settings.rules_dir))
        finish(trainer, load_audits(folder), rules, settings.corpus_dir)
