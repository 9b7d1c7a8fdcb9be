"""Where the labelled statements are, for the commands that learn from them or measure on them."""

from pathlib import Path

import click

from checker.errors import UserError

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="CHECKER_DATA",
    metavar="DIR",
    help="The labelled statements: a folder with aims/ and statements/. Default: ../shared/data.",
)


def beside(corpus_dir: Path) -> Path:
    """The folder ../shared/data beside the project, whether it is there or not."""
    return corpus_dir.resolve().parent.parent / "shared" / "data"


def needed_beside(corpus_dir: Path) -> Path:
    """The folder ../shared/data beside the project.

    Raises:
        UserError: It is not on this machine.
    """
    folder = beside(corpus_dir)
    if not folder.is_dir():
        raise UserError(
            f"{folder}: the labelled statements are not on this machine. They are no part of the "
            "project: name their folder with --data or CHECKER_DATA."
        )
    return folder
