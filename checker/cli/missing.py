"""`checker missing`: who has no current statement, with proof of search."""

import sys
from pathlib import Path

import click

from checker.report import missing_csv, missing_json, missing_xlsx
from checker.settings import Settings
from checker.store import SearchRepository, make_session_factory, reading


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "json"]), default="csv")
@click.option("--output", type=click.Path(path_type=Path), help="Write here instead of stdout.")
@click.pass_obj
def missing(settings: Settings, *, form: str, output: Path | None) -> None:
    """List the organisations for which no current statement was found, and where was searched.

    Example: checker missing --format xlsx --output missing.xlsx
    """
    with reading(make_session_factory(settings.database_url)) as session:
        rows = SearchRepository(session).missing()
    if form == "xlsx":
        content = missing_xlsx(rows)
    else:
        content = (missing_csv(rows) if form == "csv" else missing_json(rows)).encode()
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        click.echo(f"{len(rows)} organisations written to {output}.", err=True)
