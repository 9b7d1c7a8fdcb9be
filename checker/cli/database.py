"""`checker db`: prepares the database."""

import click

from checker.settings import Settings
from checker.store import upgrade


@click.group()
def db() -> None:
    """Prepare the database."""


@db.command("upgrade")
@click.pass_obj
def upgrade_database(settings: Settings) -> None:
    """Make the database, or bring it up to this version.

    Example: checker db upgrade
    """
    upgrade(settings.database_url)
    click.echo("The database is up to date.", err=True)
