"""Kept: organisations, searches, statements, assessments."""

from checker.store.migrations import upgrade
from checker.store.records import (
    FoundRecord,
    MissingRow,
    OrganisationQuery,
    OrganisationRecord,
    OrganisationSummary,
    Overview,
    RegisterChange,
    ResultPage,
    RunRecord,
    SearchRecord,
    StatementRecord,
    StatementSummary,
)
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    OverviewRepository,
    PostcodeRepository,
    RunRepository,
    SearchRepository,
    StatementRepository,
)
from checker.store.session import make_engine, make_session_factory, reading, unit_of_work

__all__ = [
    "AssessmentRepository",
    "FoundRecord",
    "MissingRow",
    "OrganisationQuery",
    "OrganisationRecord",
    "OrganisationRepository",
    "OrganisationSummary",
    "Overview",
    "OverviewRepository",
    "PostcodeRepository",
    "RegisterChange",
    "ResultPage",
    "RunRecord",
    "RunRepository",
    "SearchRecord",
    "SearchRepository",
    "StatementRecord",
    "StatementRepository",
    "StatementSummary",
    "make_engine",
    "make_session_factory",
    "reading",
    "unit_of_work",
    "upgrade",
]
