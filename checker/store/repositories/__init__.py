"""Repositories, one per noun.

Each takes a session, never commits, and returns domain types or the records of `store.records`.
The caller owns the unit of work: `with unit_of_work(session_factory) as session: …`.
"""

from checker.store.repositories.assessments import AssessmentRepository
from checker.store.repositories.organisations import OrganisationRepository
from checker.store.repositories.overview import OverviewRepository
from checker.store.repositories.postcodes import PostcodeRepository
from checker.store.repositories.runs import RunRepository
from checker.store.repositories.searches import SearchRepository
from checker.store.repositories.statements import StatementRepository

__all__ = [
    "AssessmentRepository",
    "OrganisationRepository",
    "OverviewRepository",
    "PostcodeRepository",
    "RunRepository",
    "SearchRepository",
    "StatementRepository",
]
