"""Kept: organisations, searches, statements, assessments."""

from checker.store.migrations import upgrade
from checker.store.session import make_engine, make_session_factory, reading, unit_of_work

__all__ = ["make_engine", "make_session_factory", "reading", "unit_of_work", "upgrade"]
