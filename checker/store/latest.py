"""What "latest" means, in SQL: correlated look-ups, each answered from an index."""

from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from checker.store.tables import AssessmentRow, SearchRow, StatementRow

Key = InstrumentedAttribute[int]


def latest_search(organisation_id: Key) -> ScalarSelect[int]:
    """Id of the organisation's search that was added last."""
    search = aliased(SearchRow)
    newest = select(func.max(search.id)).where(search.organisation_id == organisation_id)
    return newest.scalar_subquery()


def latest_assessment(statement_id: Key) -> ScalarSelect[int]:
    """Id of the statement's assessment that was added last."""
    assessment = aliased(AssessmentRow)
    newest = select(func.max(assessment.id)).where(assessment.statement_id == statement_id)
    return newest.scalar_subquery()


def latest_statement(organisation_id: Key) -> ScalarSelect[int]:
    """Id of the organisation's statement for the newest period; undated ones come last.

    Left out: what was assessed and is not a statement, and a parent's statement that does not
    name the organisation.
    """
    statement = aliased(StatementRow)
    assessment = aliased(AssessmentRow)
    newest = (
        select(statement.id)
        .outerjoin(assessment, assessment.id == latest_assessment(statement.id))
        .where(
            statement.organisation_id == organisation_id,
            or_(statement.names_organisation, ~statement.on_parent),
            or_(assessment.id.is_(None), assessment.is_statement),
        )
        .order_by(
            period_end(statement, assessment).desc().nulls_last(),
            statement.last_seen_at.desc(),
            statement.id.desc(),
        )
        .limit(1)
    )
    return newest.scalar_subquery()


def period_end(
    statement: type[StatementRow], assessment: type[AssessmentRow]
) -> ColumnElement[date | None]:
    """The period's last day: of the assessment, or of the search while there is none."""
    return case((assessment.id.is_(None), statement.period_end), else_=assessment.period_end)
