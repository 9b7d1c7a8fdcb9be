"""Says which floors are not held, for the commands that have any."""

import sys
from pathlib import Path

import click


def report_floors(problems: list[str], floors: Path) -> None:
    """Ends with exit code 1 where there is a problem with the figures that `floors` holds."""
    for problem in problems:
        click.echo(f"checker: {problem}", err=True)
    if problems:
        click.echo(
            "checker: floors only rise. Mend what got worse; to give up a figure for another, "
            f"lower its floor in corpus/{floors.name} by hand, and say why in the commit.",
            err=True,
        )
        sys.exit(1)
    click.echo("checker: every floor is held.", err=True)
