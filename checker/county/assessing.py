"""Assesses what is kept once more, after the rules have changed."""

from collections.abc import Callable

from sqlalchemy.orm import Session, sessionmaker

from checker.pipeline import StatementPipeline
from checker.store import AssessmentRepository, StatementRepository, reading, unit_of_work


def assess_county(
    *,
    pipeline: StatementPipeline,
    session_factory: sessionmaker[Session],
    progress: Callable[[int, int], None],
) -> int:
    """Number of statements whose assessment changed under the present rules.

    Earlier assessments stay; a statement whose assessment is the same gets no new one.
    """
    with reading(session_factory) as session:
        ids = StatementRepository(session).ids()
    changed = 0
    for position, statement_id in enumerate(ids, start=1):
        with unit_of_work(session_factory) as session:
            statements = StatementRepository(session)
            record = statements.get(statement_id)
            checked = pipeline.assess(statements.source(record.sha256), record.document)
            changed += AssessmentRepository(session).add(statement_id, checked.assessment)
        progress(position, len(ids))
    return changed
