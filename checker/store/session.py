"""The way to the database: engine, sessions, and where its errors become ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from checker.errors import StoreError

_BUSY_SECONDS = 30

# What a driver's message means for the person who reads it: the first sign that occurs counts.
_ADVICE = (
    ("no such table", "It has not been prepared. Run `checker db upgrade`."),
    ("no such column", "It was made by an earlier version. Run `checker db upgrade`."),
    ("UndefinedTable", "It has not been prepared. Run `checker db upgrade`."),
    ("UndefinedColumn", "It was made by an earlier version. Run `checker db upgrade`."),
    ("disk is full", "The disk is full. Free some space and run the command again."),
    ("DiskFull", "The disk is full. Free some space and run the command again."),
    ("database is locked", "Another process is writing to it. Wait for it, then try again."),
    ("unable to open", "Check that its folder exists and may be written to."),
    ("readonly database", "Check that the file and its folder may be written to."),
    ("file is not a database", "The file is something else. Name another with a database URL."),
    ("malformed", "The file is damaged. Restore a backup."),
    ("connection", "Check that the server runs and that the address is right."),
)


def make_engine(url: str) -> Engine:
    """An engine for `url`; nothing is opened yet.

    SQLite gets write-ahead logging, foreign keys and a wait for other writers.

    Raises:
        StoreError: `url` is not a database address, or its driver is not installed.
    """
    try:
        address = make_url(url)
        is_sqlite = address.get_backend_name() == "sqlite"
        arguments = {"timeout": _BUSY_SECONDS} if is_sqlite else {}
        engine = create_engine(address, connect_args=arguments, pool_pre_ping=True)
    except (ArgumentError, ImportError) as exc:
        message = (
            f"The database address cannot be used ({exc}). "
            "Use `sqlite:///folder/file.sqlite3` or `postgresql+psycopg://user@host/name`."
        )
        raise StoreError(message) from exc
    if is_sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def make_session_factory(url: str) -> sessionmaker[Session]:
    """Sessions on the database at `url`, whose values stay readable after a commit.

    Raises:
        StoreError: `url` cannot be used.
    """
    return sessionmaker(make_engine(url), expire_on_commit=False)


@contextmanager
def unit_of_work(session_factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session whose writes are kept together or not at all; keep it short.

    Raises:
        StoreError: The database could not be read or written; nothing of the unit was kept.
    """
    with translated_errors(session_factory.kw["bind"]), session_factory.begin() as session:
        # SQLite: wait for other writers here; a transaction that first reads could not.
        session.connection(execution_options={"sqlite_begin": "IMMEDIATE"})
        yield session


@contextmanager
def reading(session_factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session to read with; nothing that is changed in it is kept.

    Raises:
        StoreError: The database could not be read.
    """
    with translated_errors(session_factory.kw["bind"]), session_factory() as session:
        yield session


@contextmanager
def translated_errors(engine: Engine) -> Iterator[None]:
    """SQLAlchemy's errors become `StoreError`, here and nowhere else."""
    try:
        yield
    except SQLAlchemyError as exc:
        where = engine.url.render_as_string(hide_password=True)
        raise StoreError(f"{where}: {_explain(exc)}") from exc


def _explain(exc: SQLAlchemyError) -> str:
    cause = getattr(exc, "orig", None) or exc
    said = f"{type(cause).__name__}: {cause}".strip()
    advice = next((words for sign, words in _ADVICE if sign in said), "")
    return f"{advice} ({said})" if advice else said


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # Python's own BEGIN leaves reads and DDL outside
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    kind = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
