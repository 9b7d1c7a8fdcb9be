"""Assessments: none is ever changed or lost."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from checker.errors import NotFound
from checker.model import Assessment
from checker.store.mapping import assessment as assessment_from_row
from checker.store.mapping import assessment_row
from checker.store.tables import AssessmentRow, StatementRow


class AssessmentRepository:
    """Assessments, append-only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, statement_id: int, assessment: Assessment) -> bool:
        """Whether it was added: one that is identical to the latest, of the same text, is not.

        It counts in the text that was last added with the statement, and is kept without
        `source.text`.

        Raises:
            NotFound: There is no such statement.
        """
        statement = self._session.get(StatementRow, statement_id)
        if statement is None:
            raise NotFound("statement", statement_id)
        source = replace(assessment.source, text=None)
        row = assessment_row(replace(assessment, source=source))
        latest = self._session.scalar(
            select(AssessmentRow)
            .where(AssessmentRow.statement_id == statement_id)
            .order_by(AssessmentRow.id.desc())
            .limit(1)
            .options(undefer(AssessmentRow.payload))
        )
        is_known = latest is not None and (
            (latest.payload, latest.document_id) == (row.payload, statement.document_id)
        )
        if is_known:
            return False
        row.statement_id = statement_id
        row.document_id = statement.document_id
        row.assessed_at = datetime.now(UTC)
        self._session.add(row)
        self._session.flush()
        return True

    def history_for(self, statement_id: int) -> tuple[tuple[datetime, Assessment], ...]:
        """Every assessment and when it was made, the earliest first."""
        rows = self._session.scalars(
            select(AssessmentRow)
            .where(AssessmentRow.statement_id == statement_id)
            .order_by(AssessmentRow.id)
            .options(undefer(AssessmentRow.payload))
        )
        return tuple((row.assessed_at, assessment_from_row(row)) for row in rows)
