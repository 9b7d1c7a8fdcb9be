import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from checker.errors import StoreError
from checker.store import make_engine, upgrade
from checker.store.tables import Base


def test_upgrade_makes_what_the_tables_say(url):
    upgrade(url)

    engine = make_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_upgrade_names_every_constraint(url):
    upgrade(url)

    engine = make_engine(url)
    inspector = inspect(engine)
    for table in Base.metadata.sorted_tables:
        assert inspector.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
        for key in inspector.get_foreign_keys(table.name):
            assert (
                key["name"]
                == f"fk_{table.name}_{key['constrained_columns'][0]}_{key['referred_table']}"
            )
    engine.dispose()


def test_upgrade_twice_does_no_harm(url):
    upgrade(url)
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO postcodes VALUES ('NR1 1SW', 'Norwich', 'E07000148')"))

    upgrade(url)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM postcodes")) == 1
    engine.dispose()


def test_upgrade_keeps_nothing_of_a_step_that_failed(url):
    engine = make_engine(url)
    if engine.dialect.name == "sqlite":
        Path(engine.url.database).parent.mkdir()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE assessments (made_by_hand INTEGER)"))

    with pytest.raises(StoreError, match="assessments"):
        upgrade(url)

    assert inspect(engine).get_table_names() == ["assessments"]
    engine.dispose()


def test_upgrade_refuses_a_database_of_a_later_version(url):
    upgrade(url)
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="made by a later version"):
        upgrade(url)
    engine.dispose()


def test_upgrade_makes_the_folder(tmp_path):
    upgrade(f"sqlite:///{tmp_path}/a/b/checker.sqlite3")

    assert (tmp_path / "a" / "b" / "checker.sqlite3").is_file()


def test_upgrade_says_when_the_folder_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(
        StoreError, match=r"folder .*/file/var cannot be made .*CHECKER_DATABASE_URL"
    ):
        upgrade(f"sqlite:///{tmp_path}/file/var/checker.sqlite3")


def test_upgrade_says_when_the_file_is_no_database(tmp_path):
    path = tmp_path / "checker.sqlite3"
    path.write_text("a letter, not a database; " * 100)

    with pytest.raises(StoreError, match="The file is something else"):
        upgrade(f"sqlite:///{path}")
    assert path.read_text().startswith("a letter")


def test_upgrade_works_from_any_folder_and_prints_nothing(tmp_path):
    code = "from checker.store import upgrade; upgrade('sqlite:///var/checker.sqlite3')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert done.stdout + done.stderr == ""
    with closing(sqlite3.connect(tmp_path / "var" / "checker.sqlite3")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
