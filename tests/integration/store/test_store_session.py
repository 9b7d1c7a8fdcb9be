import sqlite3
import threading

import pytest
from factories import MOMENT
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError

from checker.errors import StoreError
from checker.model import Postcode
from checker.store import make_engine, make_session_factory, reading, unit_of_work
from checker.store.repositories import PostcodeRepository, RunRepository
from checker.store.tables import FetchRow, PostcodeRow, RunRow

NORWICH = Postcode(postcode="NR1 1SW", district="Norwich", lad_code="E07000148")


@pytest.mark.parametrize("url", ["", "checker.sqlite3", "nonsense://x/y", "sqlite+nonsense:///x"])
def test_engine_refuses_an_unusable_address(url):
    with pytest.raises(StoreError, match="database address cannot be used"):
        make_session_factory(url)


def test_engine_opens_nothing_before_it_is_used(tmp_path):
    make_session_factory(f"sqlite:///{tmp_path}/none/checker.sqlite3")

    assert list(tmp_path.iterdir()) == []


def test_sqlite_is_in_wal_mode_with_foreign_keys(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path}/checker.sqlite3")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA busy_timeout")) == 30_000
    engine.dispose()


def test_unit_of_work_keeps_everything(sessions):
    with unit_of_work(sessions) as session:
        PostcodeRepository(session).load([NORWICH])

    with reading(sessions) as session:
        assert PostcodeRepository(session).district("NR1 1SW") == "Norwich"


def test_unit_of_work_keeps_nothing_after_an_error(sessions):
    def work():
        with unit_of_work(sessions) as session:
            PostcodeRepository(session).load([NORWICH])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()

    with reading(sessions) as session:
        assert session.scalars(select(PostcodeRow)).all() == []


def test_unit_of_work_translates_what_the_database_refuses(sessions):
    with pytest.raises(StoreError) as caught, unit_of_work(sessions) as session:
        PostcodeRepository(session).load([NORWICH, NORWICH])

    assert isinstance(caught.value.__cause__, IntegrityError)
    assert str(sessions.kw["bind"].url) in str(caught.value)


def test_unit_of_work_refuses_a_broken_reference(sessions):
    with pytest.raises(StoreError), unit_of_work(sessions) as session:
        session.add(
            FetchRow(search_id=9, position=0, url="x", at=MOMENT, status=None, robots="", bytes=0, seconds=0, note="")
        )  # fmt: skip


def test_moments_come_back_in_utc_and_need_a_time_zone(sessions):
    with unit_of_work(sessions) as session:
        session.add(RunRow(kind="county", started_at=MOMENT))
    with reading(sessions) as session:
        assert (
            session.scalars(select(RunRow.started_at)).one().isoformat()
            == "2026-03-02T09:30:00+00:00"
        )
    with pytest.raises(StoreError, match="has no time zone"), unit_of_work(sessions) as session:
        session.add(RunRow(kind="county", started_at=MOMENT.replace(tzinfo=None)))


def test_reading_says_what_to_do_with_an_unprepared_database(url, tmp_path):
    (tmp_path / "var").mkdir(exist_ok=True)
    sessions = make_session_factory(url)
    with pytest.raises(StoreError, match=r"Run `checker db upgrade`"), reading(sessions) as session:
        RunRepository(session).latest()
    sessions.kw["bind"].dispose()


def test_reading_says_when_there_is_no_folder(tmp_path):
    sessions = make_session_factory(f"sqlite:///{tmp_path}/none/checker.sqlite3")
    with (
        pytest.raises(StoreError, match="Check that its folder exists"),
        reading(sessions) as session,
    ):
        RunRepository(session).latest()


def test_password_is_not_in_the_message():
    sessions = make_session_factory("postgresql+psycopg://reader:secret@127.0.0.1:1/checker")
    with (
        pytest.raises(StoreError, match="Check that the server runs") as caught,
        reading(sessions) as session,
    ):
        RunRepository(session).latest()
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_full_disk_is_said_and_nothing_is_kept(sessions):
    def shrink(connection, _record):
        connection.execute("PRAGMA max_page_count = 1")  # SQLite's own way to be full

    sessions.kw["bind"].dispose()
    event.listen(sessions.kw["bind"], "connect", shrink)
    many = [Postcode(postcode=f"NR{n}", district="x" * 1000, lad_code="") for n in range(500)]
    with pytest.raises(StoreError, match="The disk is full"), unit_of_work(sessions) as session:
        PostcodeRepository(session).load(many)

    with reading(sessions) as session:
        assert session.scalars(select(PostcodeRow)).all() == []


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_locked_database_is_said(sessions, url):
    holder = sqlite3.connect(sessions.kw["bind"].url.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    sessions.kw["bind"].dispose()
    event.listen(sessions.kw["bind"], "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 1"))

    with pytest.raises(StoreError, match="Another process is writing"), unit_of_work(sessions):
        pass
    holder.close()


def test_units_of_work_of_several_threads_all_succeed(sessions):
    """Each reads before it writes: with a deferred transaction SQLite would refuse some."""

    def work():
        for _ in range(10):
            with unit_of_work(sessions) as session:
                seen = len(session.scalars(select(RunRow.id)).all())
                session.add(RunRow(kind=f"{seen}", started_at=MOMENT))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with reading(sessions) as session:
        assert len(session.scalars(select(RunRow.id)).all()) == 40
