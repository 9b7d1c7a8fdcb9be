"""Searches the county: one job for each organisation, on threads.

Each finished job is kept at once, so a run that is killed goes on where it stopped.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session, sessionmaker

from checker.analysis import names_organisation
from checker.crawl import LinkScorer, PoliteSession, search
from checker.errors import CheckerError, ExtractError, OnlyEmbedsDocument
from checker.model import (
    Issue,
    IssueLevel,
    Judgement,
    Organisation,
    Outcome,
    Search,
    SourceDocument,
)
from checker.pipeline import CheckedStatement, StatementPipeline
from checker.store import (
    AssessmentRepository,
    OrganisationRecord,
    RunRepository,
    SearchRepository,
    StatementRepository,
    unit_of_work,
)

_log = logging.getLogger(__name__)
_RUN_KIND = "search"

Progress = Callable[[OrganisationRecord, Search | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTools:
    """What every job needs, built once: all of it may be shared between threads."""

    pipeline: StatementPipeline
    session: PoliteSession
    links: LinkScorer
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One finished job: the search, and what was read of each document by its sha256."""

    search: Search
    checked: Mapping[str, CheckedStatement]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did: searches by outcome, those kept from before it was killed, and failures."""

    run_id: int
    outcomes: Mapping[Outcome, int]
    resumed: int
    issues: tuple[Issue, ...]


def search_organisation(
    organisation: Organisation, parent: Organisation | None, tools: SearchTools
) -> SearchResult:
    """The job: finds, reads and assesses the statements of one organisation. Keeps nothing."""
    checked: dict[str, CheckedStatement] = {}

    def judge(source: SourceDocument, wanted: Organisation) -> Judgement:
        try:
            statement = checked.get(source.sha256) or tools.pipeline.check(source)
        except OnlyEmbedsDocument as error:  # which the search visits, too
            return Judgement(is_statement=False, reason=error.reason)
        except ExtractError as error:
            return Judgement(is_statement=False, unreadable=error.reason)
        checked[source.sha256] = statement
        found = statement.assessment.statement
        unread = statement.assessment.source.pages_not_read
        if not found.is_statement and 2 * len(unread) >= len(statement.document.pages):
            return Judgement(is_statement=False, unreadable="is scanned in great part, not read.")
        return Judgement(
            is_statement=found.is_statement,
            names_organisation=names_organisation(statement.document.text, wanted.name),
            period_end=found.period_end,
            reason=found.reason,
        )

    result = search(
        organisation,
        session=tools.session,
        judge=judge,
        links=tools.links,
        parent=parent,
        today=tools.today,
    )
    kept = {found.sha256: checked[found.sha256] for found in result.statements}
    return SearchResult(search=result, checked=kept)


def search_county(
    records: Sequence[OrganisationRecord],
    *,
    tools: SearchTools,
    session_factory: sessionmaker[Session],
    workers: int,
    progress: Progress,
) -> RunSummary:
    """Searches for the statements of `records`, on threads, and keeps every result at once.

    Raises:
        StoreError: Results can no longer be kept, for example because the disk is full.
    """
    with unit_of_work(session_factory) as session:
        run_id = RunRepository(session).start(_RUN_KIND)
        done = RunRepository(session).searched_in(run_id)
    pending = [record for record in records if record.id not in done]
    outcomes: Counter[Outcome] = Counter()
    issues: list[Issue] = []
    with ThreadPoolExecutor(max_workers=workers) as executor:
        for record, result in _results(pending, records, tools, executor):
            if isinstance(result, Issue):
                issues.append(result)
                progress(record, None)
                continue
            _keep(record, result, run_id, session_factory)
            outcomes[result.search.outcome] += 1
            progress(record, result.search)
    with unit_of_work(session_factory) as session:
        runs = RunRepository(session)
        runs.add_issues(run_id, issues)
        runs.finish(run_id)
    return RunSummary(
        run_id=run_id,
        outcomes=outcomes,
        resumed=len(records) - len(pending),
        issues=tuple(issues),
    )


def _results(
    pending: Sequence[OrganisationRecord],
    records: Sequence[OrganisationRecord],
    tools: SearchTools,
    executor: Executor,
) -> Iterator[tuple[OrganisationRecord, SearchResult | Issue]]:
    by_name = {record.organisation.name_key: record.organisation for record in records}
    futures: dict[Future[SearchResult], OrganisationRecord] = {}
    for record in pending:
        parent = by_name.get(Organisation(name=record.organisation.parent).name_key)
        future = executor.submit(search_organisation, record.organisation, parent, tools)
        futures[future] = record
    try:
        for future in as_completed(list(futures)):
            record = futures.pop(future)  # a finished job holds documents: let them go
            yield record, _result_of(future, record)
    finally:
        for future in futures:
            future.cancel()


def _result_of(future: "Future[SearchResult]", record: OrganisationRecord) -> SearchResult | Issue:
    name = record.organisation.name
    try:
        return future.result()
    except CheckerError as error:
        message = str(error)
    except Exception as error:  # noqa: BLE001 - one failing job never ends the run
        _log.exception("The search for %s failed.", name)
        message = f"The search failed ({type(error).__name__}: {error}). Please report it."
    return Issue(level=IssueLevel.ERROR, stage="crawl", subject=name, message=message)


def _keep(
    record: OrganisationRecord,
    result: SearchResult,
    run_id: int,
    session_factory: sessionmaker[Session],
) -> None:
    with unit_of_work(session_factory) as session:
        statements = StatementRepository(session)
        assessments = AssessmentRepository(session)
        for found in result.search.statements:
            checked = result.checked[found.sha256]
            statement_id = statements.add(record.id, found, checked.document)
            assessments.add(statement_id, checked.assessment)
        SearchRepository(session).add(record.id, result.search, run_id)
