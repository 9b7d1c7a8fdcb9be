"""`checker register`: who is searched for."""

import sys
from pathlib import Path

import click

from checker.cli.issues import echo_issues
from checker.county import import_register
from checker.settings import Settings


@click.group()
def register() -> None:
    """Say which organisations are searched for."""


@register.command("import")
@click.option("--spreadsheet", type=click.Path(path_type=Path), required=True, metavar="FILE.csv")
@click.pass_obj
def import_(settings: Settings, *, spreadsheet: Path) -> None:
    """Add the organisations of a file; importing it again changes nothing.

    Columns: name, website; optional company_number, postcode, parent, statement_url, sector.
    Example: checker register import --spreadsheet corpus/register/norfolk.csv
    """
    result = import_register(spreadsheet, settings)
    change = result.change
    click.echo(
        f"{change.added} added, {change.updated} changed, {change.unchanged} as before.", err=True
    )
    if echo_issues(result.issues):
        sys.exit(1)
