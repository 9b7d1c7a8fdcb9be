"""`checker missing`: who has no current statement, with proof of search."""

import sys
from pathlib import Path

import click

from checker.cli.outputs import write_output
from checker.errors import SourceError
from checker.report import missing_csv, missing_json, missing_xlsx
from checker.settings import Settings
from checker.store import OverviewRepository, SearchRepository, make_session_factory, reading


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "json"]), default="csv")
@click.option("--output", type=click.Path(path_type=Path), help="Write here instead of stdout.")
@click.pass_obj
def missing(settings: Settings, *, form: str, output: Path | None) -> None:
    """List the organisations for which no current statement was found, and where was searched.

    Example: checker missing --format xlsx --output missing.xlsx
    """
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise SourceError("A workbook is not for the terminal. Name a file with --output.")
    with reading(make_session_factory(settings.database_url)) as session:
        rows = SearchRepository(session).missing()
        overview = OverviewRepository(session).get()
    if form == "xlsx":
        content = missing_xlsx(rows)
    else:
        content = (missing_csv(rows) if form == "csv" else missing_json(rows)).encode()
    write_output(content, output)
    waiting = overview.organisations - overview.searched
    if waiting:
        click.echo(
            f"{waiting} organisations have not been searched yet: `checker crawl`.", err=True
        )
