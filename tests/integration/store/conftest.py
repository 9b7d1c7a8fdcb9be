"""A migrated, empty database of each kind: SQLite always, PostgreSQL where a server is named."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, event, make_url, text

from checker.store import make_session_factory, upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """Address of a database that nobody has used yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/var/checker.sqlite3"
        return
    server = os.environ.get("CHECKER_TEST_POSTGRES_URL")
    if not server:
        pytest.skip("CHECKER_TEST_POSTGRES_URL names no PostgreSQL server")
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"checker_test_{uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def sessions(url):
    upgrade(url)
    factory = make_session_factory(url)
    yield factory
    factory.kw["bind"].dispose()


@pytest.fixture
def session(sessions):
    """One transaction for the whole test."""
    with sessions.begin() as session:
        yield session


@pytest.fixture
def statements_sent(sessions):
    """Context manager that yields the list of SQL statements sent inside it."""

    @contextmanager
    def watch() -> Iterator[list[str]]:
        sent: list[str] = []

        def note(_connection, _cursor, statement, *_rest):
            sent.append(statement)

        event.listen(sessions.kw["bind"], "before_cursor_execute", note)
        yield sent
        event.remove(sessions.kw["bind"], "before_cursor_execute", note)

    return watch
