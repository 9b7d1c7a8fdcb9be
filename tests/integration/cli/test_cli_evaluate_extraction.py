"""`checker evaluate extraction`: what it prints, what it refuses, and the floors that it holds."""

import json
import shutil
import sys
from pathlib import Path

import pytest

# Without Tesseract on the path: the same on every machine, and quick.
WITHOUT_TESSERACT = {"PATH": str(Path(sys.executable).parent), "CHECKER_DATA": ""}


@pytest.fixture
def corpus(tmp_path, root):
    """A copy of what is needed of corpus/, with no real texts near it."""
    folder = tmp_path / "project" / "corpus"
    shutil.copytree(root / "corpus/lookalikes/statement", folder / "lookalikes/statement")
    shutil.copy(root / "corpus/extraction_baseline.json", folder)
    return folder


@pytest.fixture
def extraction(checker, corpus):
    def run(*options):
        env = {"CHECKER_CORPUS_DIR": str(corpus), **WITHOUT_TESSERACT}
        return checker("evaluate", "extraction", *options, env=env)

    return run


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data" / "statements" / "texts"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("We asked the crews of every boat.\n\nThen we wrote it down.\n")
    return tmp_path / "data"


def test_evaluate_extraction_the_gate_names_the_floor_that_is_missed(extraction, corpus):
    path = corpus / "extraction_baseline.json"
    floors = json.loads(path.read_text())
    floors["project"] |= {"docx.recall": 2.0, "scan.recall": 2.0}
    path.write_text(json.dumps(floors))
    done = extraction("--gate")
    assert done.returncode == 1, done.stderr
    message = done.stderr.decode()
    assert "Tesseract is not installed: the scan is left out" in message
    problems = [line for line in message.splitlines() if "below its floor" in line]
    assert len(problems) == 1
    assert "docx.recall is 1.0000, 1.0000 below its floor of 2.0000" in problems[0]
    assert "corpus/extraction_baseline.json by hand" in message


def test_evaluate_extraction_prints_a_row_for_each_reader(extraction, data):
    done = extraction("--data", data, "--form", "pdf_one_column")
    assert done.returncode == 0, done.stderr
    rows = [line.split()[:3] for line in done.stdout.decode().splitlines()]
    assert rows[1:] == [
        ["pdf_one_column", "checker", "1.000"],
        ["pdf_one_column", "pdfplumber", "1.000"],
    ]


def test_evaluate_extraction_shows_the_faults_of_our_reading_only(extraction, data):
    done = extraction("--data", data, "--form", "html_hashed", "--show", "--sample", "1")
    assert done.returncode == 0, done.stderr
    assert "html_hashed" in done.stdout.decode()
    assert "trafilatura" not in done.stdout.decode()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--gate", "--update"], "choose one"),
        (["--gate", "--form", "docx"], "leave --form out"),
        (["--form", "docx"], "--data or CHECKER_DATA"),
        (["--form", "docx", "--data", "."], "no texts"),
    ],
)
def test_evaluate_extraction_says_what_is_wrong(extraction, options, message):
    done = extraction(*options)
    assert done.returncode == 2
    assert message in done.stderr.decode()


def test_evaluate_extraction_update_needs_every_form(extraction, data):
    done = extraction("--update", "--data", data)
    assert done.returncode == 2
    assert "install Tesseract" in done.stderr.decode()


def test_evaluate_options_before_the_word_are_not_silently_left_out(checker):
    done = checker("evaluate", "--gate", "extraction")
    assert done.returncode == 2
    assert "behind the word 'extraction'" in done.stderr.decode()
