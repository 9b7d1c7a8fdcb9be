"""Runs over the register, and what failed in them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from checker.errors import NotFound
from checker.model import Issue
from checker.store.records import RunRecord
from checker.store.tables import IssueRow, RunRow, SearchRow

_RESUMABLE = timedelta(hours=24)  # what an older run found out may have changed since


class RunRepository:
    """Runs, their issues, and how far a killed one came."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, kind: str, *, now: datetime | None = None) -> int:
        """Id of the unfinished run of this kind, to go on with, or of a new one.

        A run that was started more than 24 hours ago is closed, not gone on with.

        Args:
            kind: What the run is for.
            now: The time, in UTC; read from the clock where it is not given.
        """
        now = now or datetime.now(UTC)
        unfinished = self._session.scalars(
            select(RunRow)
            .where(RunRow.kind == kind, RunRow.finished_at.is_(None))
            .order_by(RunRow.id)
        ).all()
        run = RunRow(kind=kind, started_at=now)
        for found in unfinished:
            if now - found.started_at > _RESUMABLE:
                found.finished_at = now
            else:
                run = found
        self._session.add(run)
        self._session.flush()
        return run.id

    def finish(self, run_id: int) -> None:
        """Note that the run came to its end.

        Raises:
            NotFound: There is no such run.
        """
        run = self._session.get(RunRow, run_id)
        if run is None:
            raise NotFound("run", run_id)
        run.finished_at = datetime.now(UTC)

    def searched_in(self, run_id: int) -> frozenset[int]:
        """Ids of the organisations whose search in this run is kept."""
        done = select(SearchRow.organisation_id).where(SearchRow.run_id == run_id)
        return frozenset(self._session.scalars(done))

    def add_issues(self, run_id: int, issues: Iterable[Issue]) -> None:
        """Keep what failed."""
        now = datetime.now(UTC)
        self._session.add_all(
            IssueRow(
                run_id=run_id,
                at=now,
                level=issue.level,
                stage=issue.stage,
                subject=issue.subject,
                message=issue.message,
            )
            for issue in issues
        )

    def issues_for(self, run_id: int) -> tuple[Issue, ...]:
        """What failed in the run, in order."""
        rows = select(IssueRow).where(IssueRow.run_id == run_id).order_by(IssueRow.id)
        return tuple(
            Issue(level=row.level, stage=row.stage, subject=row.subject, message=row.message)
            for row in self._session.scalars(rows)
        )

    def latest(self) -> RunRecord | None:
        """The run that was started last, finished or not."""
        row = self._session.scalar(select(RunRow).order_by(RunRow.id.desc()).limit(1))
        if row is None:
            return None
        return RunRecord(
            id=row.id, kind=row.kind, started_at=row.started_at, finished_at=row.finished_at
        )
