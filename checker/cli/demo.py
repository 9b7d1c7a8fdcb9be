"""`checker demo`: the main job on the example county."""

from dataclasses import replace
from datetime import date

import click

from checker.cli.crawl import run_search
from checker.cli.serve import run_server
from checker.county import add_register
from checker.demo import ExampleWeb
from checker.settings import CrawlSettings, Settings
from checker.store import make_session_factory, upgrade

# The example county stays in the autumn that its statements were written for.
EXAMPLE_DAY = date(2026, 11, 21)
EXAMPLE_DATABASE = "sqlite:///var/example.sqlite3"


@click.command()
@click.option("--database", default=EXAMPLE_DATABASE, show_default=True, metavar="URL")
@click.option("--serve/--no-serve", default=True, help="Serve the pages afterwards.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 5054.")
@click.pass_obj
def demo(settings: Settings, *, database: str, serve: bool, port: int | None) -> None:
    """Run the main job on an invented county, then serve the pages.

    The organisations, their websites and their statements are fictional; they are served on this
    machine by a small proxy, and kept in a database of their own. Example: checker demo
    """
    upgrade(database)
    session_factory = make_session_factory(database)
    register = add_register(
        settings.corpus_dir / "register" / "example.csv",
        corpus_dir=settings.corpus_dir,
        session_factory=session_factory,
    )
    with ExampleWeb(settings.corpus_dir / "sites") as web:
        quick = CrawlSettings(proxy=web.url, delay=0.0, timeout=3.0, max_seconds=10.0)
        run_search(
            register.records, replace(settings, crawl=quick), session_factory, today=EXAMPLE_DAY
        )
    if serve:
        run_server(database, port or settings.port)
