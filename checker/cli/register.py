"""`checker register`: who is searched for."""

import sys
from pathlib import Path

import click

from checker.cli.issues import echo_issues
from checker.county import add_register
from checker.settings import Settings
from checker.store import make_session_factory, upgrade


@click.group()
def register() -> None:
    """Say which organisations are searched for."""


@register.command("import")
@click.option("--spreadsheet", type=click.Path(path_type=Path), required=True, metavar="FILE.csv")
@click.pass_obj
def import_register(settings: Settings, *, spreadsheet: Path) -> None:
    """Add the organisations of a file; importing it again changes nothing.

    Columns: name, website; optional company_number, postcode, parent, statement_url, sector.
    Example: checker register import --spreadsheet corpus/register/norfolk.csv
    """
    upgrade(settings.database_url)
    report = add_register(
        spreadsheet,
        corpus_dir=settings.corpus_dir,
        session_factory=make_session_factory(settings.database_url),
    )
    change = report.change
    click.echo(
        f"{change.added} added, {change.updated} changed, {change.unchanged} as before.", err=True
    )
    if echo_issues(report.issues):
        sys.exit(1)
