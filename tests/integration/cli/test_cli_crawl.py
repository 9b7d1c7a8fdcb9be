"""`checker crawl`: a register, a proxy, a report; and what a killed run leaves behind."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from checker.demo import ExampleWeb

QUICK = {"CHECKER_CRAWL_DELAY": "0.001", "CHECKER_CRAWL_TIMEOUT": "3"}
FIELDS = {
    "name",
    "website",
    "outcome",
    "reason",
    "searched_at",
    "statements",
    "homepage_link",
    "fetches",
}


@pytest.fixture(scope="module")
def web(root):
    with ExampleWeb(root / "corpus/sites") as web:
        yield web


@pytest.fixture
def register(root, tmp_path):
    """Writes a register of those organisations of the example county; all without names."""
    with (root / "corpus/register/example.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    def write(*names):
        path = tmp_path / "register.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, ["name", "website"], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(row for row in rows if not names or row["name"] in names)
        return path

    return write


def test_crawl_writes_the_report_that_outside_tools_rely_on(checker, web, register, tmp_path):
    path = register("Wensum Larder Foods Limited", "Diss Mere Packaging Limited")
    report = tmp_path / "out.json"
    done = checker("crawl", "--register", path, "--proxy", web.url, "--report", report, env=QUICK)
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    found, missing = sorted(json.loads(report.read_text()), key=lambda each: each["outcome"])
    assert set(found) == set(missing) == FIELDS
    assert (found["outcome"], missing["outcome"]) == ("found", "not_found")
    assert found["statements"][0]["period_end"] == "2026-03-31"
    assert len(found["statements"][0]["sha256"]) == 64
    assert found["homepage_link"]["where"] == "footer"
    assert all(
        {"url", "status", "robots", "bytes", "seconds", "note"} <= set(f) for f in found["fetches"]
    )
    assert any("policy" in fetch["note"] for fetch in missing["fetches"])


def test_crawl_uses_the_proxy_of_the_environment(checker, web, register, tmp_path):
    report = tmp_path / "out.json"
    env = {**QUICK, "HTTP_PROXY": web.url, "HTTPS_PROXY": web.url}
    path = register("Wensum Larder Foods Limited")
    done = checker("crawl", "--register", path, "--report", report, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(report.read_text())[0]["outcome"] == "found"


def test_crawl_names_the_rows_it_cannot_use_and_searches_for_the_others(checker, web, tmp_path):
    path = tmp_path / "register.csv"
    path.write_text("name,website\n,a.example\nYare Ltd,\n")
    report = tmp_path / "out.json"
    done = checker("crawl", "--register", path, "--proxy", web.url, "--report", report, env=QUICK)
    assert done.returncode == 1
    assert "row 2" in done.stderr.decode()
    assert [each["outcome"] for each in json.loads(report.read_text())] == ["no_website"]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "found nothing"), (b"firm,web\nA,b\n", "name"), (b"\x00\x01PK\x03\x04", "register.csv")],
)
def test_crawl_of_a_file_that_is_no_register_says_why(checker, tmp_path, content, words):
    (tmp_path / "register.csv").write_bytes(content)
    done = checker("crawl", "--register", tmp_path / "register.csv")
    assert done.returncode == 12
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_crawl_that_was_killed_goes_on_and_loses_nothing(web, register, tmp_path):
    database = tmp_path / "checker.sqlite3"
    report = tmp_path / "out.json"
    command = [Path(sys.executable).with_name("checker"), "crawl", "--register", register()]
    command += ["--proxy", web.url, "--workers", "2", "--report", report]
    environ = {**os.environ, **QUICK, "CHECKER_DATABASE_URL": f"sqlite:///{database}"}
    running = subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)
    while kept(database) < 3:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=0.05)  # it must not end before it is killed
    running.kill()
    running.wait()
    before = kept(database)
    assert not report.exists()
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{before} had been searched" in done.stderr
    names = [each["name"] for each in json.loads(report.read_text())]
    assert len(names) == len(set(names)) == kept(database) == 26


def kept(database):
    """Number of searches that another process can read."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM searches").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
