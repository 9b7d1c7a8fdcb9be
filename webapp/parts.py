"""What the views are given: the database, the rulebook and, where there is one, the checker."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from flask import current_app
from sqlalchemy.orm import Session, sessionmaker

from checker.model import Assessment, Document, SourceDocument
from checker.rulebook import Rulebook
from checker.store import reading


class CheckedDraft(Protocol):
    """A draft as it was read, and what was found in it."""

    @property
    def document(self) -> Document:
        """The text that the assessment's offsets count in."""

    @property
    def assessment(self) -> Assessment:
        """Two results, never one grade."""


class StatementChecker(Protocol):
    """Reads and judges one statement, keeping nothing."""

    def check(self, source: SourceDocument) -> CheckedDraft:
        """The text of `source` and its assessment.

        Raises:
            ExtractError: The document cannot be read.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Handed to `create_app` by the composition root."""

    session_factory: sessionmaker[Session]
    rulebook: Rulebook
    checker: StatementChecker | None


def get_parts() -> Parts:
    """The parts of the application that answers this request."""
    parts: Parts = current_app.extensions["parts"]
    return parts


def open_session() -> AbstractContextManager[Session]:
    """A session to read with, for as long as the `with` block; errors come as `StoreError`."""
    return reading(get_parts().session_factory)
