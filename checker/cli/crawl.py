"""`checker crawl` and `checker assess`: the county."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from sqlalchemy.orm import Session, sessionmaker

from checker.analysis import Analyser, load_model
from checker.cli.issues import echo_issues
from checker.cli.outputs import write_output
from checker.cli.progress import counting, searching
from checker.county import SearchTools, add_register, assess_county, search_county
from checker.crawl import LinkScorer, PoliteSession
from checker.errors import RegisterError
from checker.model import Issue
from checker.pipeline import StatementPipeline
from checker.report import search_report
from checker.rulebook import LinkRule, load_rulebook
from checker.settings import Settings
from checker.store import (
    OrganisationRecord,
    OrganisationRepository,
    SearchRepository,
    make_session_factory,
    reading,
    upgrade,
)


@click.command()
@click.option("--register", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option("--proxy", default="", metavar="URL", help="Send every request through this proxy.")
@click.option("--workers", type=click.IntRange(min=1), help="Organisations at the same time.")
@click.option("--report", type=click.Path(path_type=Path), metavar="OUT.json")
@click.pass_obj
def crawl(
    settings: Settings,
    *,
    register: Path | None,
    proxy: str,
    workers: int | None,
    report: Path | None,
) -> None:
    """Search for the statements of a register, assess and keep them.

    Without --register, the organisations that were imported earlier are searched. A run that was
    killed goes on where it stopped. Example: checker crawl --register corpus/register/norfolk.csv
    """
    if proxy:
        settings = replace(settings, crawl=replace(settings.crawl, proxy=proxy))
    if workers:
        settings = replace(settings, workers=workers)
    upgrade(settings.database_url)
    session_factory = make_session_factory(settings.database_url)
    records, issues = _records(register, settings, session_factory)
    failed = run_search(records, settings, session_factory, today=date.today(), report=report)  # noqa: DTZ011 - the reader's own day
    if echo_issues(issues) or failed:
        sys.exit(1)


def run_search(
    records: tuple[OrganisationRecord, ...],
    settings: Settings,
    session_factory: sessionmaker[Session],
    *,
    today: date,
    report: Path | None = None,
) -> bool:
    """Search for the statements of `records` with a progress bar; whether some job failed."""
    rulebook = load_rulebook(settings.rules_dir)
    with PoliteSession(settings.crawl) as session, searching(len(records)) as progress:
        tools = SearchTools(
            pipeline=StatementPipeline(Analyser(rulebook, load_model(settings.corpus_dir))),
            session=session,
            links=LinkScorer(rulebook.of(LinkRule)),
            today=today,
        )
        summary = search_county(
            records,
            tools=tools,
            session_factory=session_factory,
            workers=settings.workers,
            progress=progress,
        )
    if summary.resumed:
        click.echo(f"{summary.resumed} had been searched before the run was stopped.", err=True)
    for outcome, count in sorted(summary.outcomes.items()):
        click.echo(f"{count:5}  {outcome.value}", err=True)
    if report:
        with reading(session_factory) as store:
            kept = SearchRepository(store).of_run(summary.run_id)
        asked_for = {record.id for record in records}
        searches = [(record, search) for record, search in kept if record.id in asked_for]
        write_output(json.dumps(search_report(searches), indent=1).encode(), report)
    return echo_issues(summary.issues)


@click.command()
@click.pass_obj
def assess(settings: Settings) -> None:
    """Assess every statement that is kept once more, after the rules have changed.

    Example: checker assess
    """
    rulebook = load_rulebook(settings.rules_dir)
    with counting("Assessing") as progress:
        changed = assess_county(
            pipeline=StatementPipeline(Analyser(rulebook, load_model(settings.corpus_dir))),
            session_factory=make_session_factory(settings.database_url),
            progress=progress,
        )
    click.echo(f"{changed} assessments changed.", err=True)


def _records(
    register: Path | None, settings: Settings, session_factory: sessionmaker[Session]
) -> tuple[tuple[OrganisationRecord, ...], tuple[Issue, ...]]:
    if register:
        result = add_register(
            register, corpus_dir=settings.corpus_dir, session_factory=session_factory
        )
        return result.records, result.issues
    with reading(session_factory) as session:
        records = OrganisationRepository(session).all()
    if not records:
        raise RegisterError(
            "There is nobody to search for. Name a register with --register FILE.csv, "
            "or import one with `checker register import`."
        )
    return records, ()
