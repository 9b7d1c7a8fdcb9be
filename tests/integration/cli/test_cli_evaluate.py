"""`checker evaluate`: without the labelled statements, and what is wrong is said."""

import json
import shutil

import pytest


@pytest.fixture
def corpus(tmp_path, root):
    """A copy of corpus/ with no labelled statements near it."""
    return shutil.copytree(root / "corpus", tmp_path / "project" / "corpus")


@pytest.fixture
def evaluate(checker, corpus):
    def run(*options, **variables):
        env = {"CHECKER_CORPUS_DIR": str(corpus), "CHECKER_DATA": "", **variables}
        return checker("evaluate", *options, env=env)

    return run


def test_evaluate_the_gate_holds_on_what_the_project_itself_holds(evaluate):
    done = evaluate("--gate")
    assert done.returncode == 0, done.stderr
    assert "only what the project itself holds" in done.stderr.decode()
    assert "every floor is held" in done.stderr.decode()
    assert "Example county: approval" in done.stdout.decode()


def test_evaluate_the_gate_names_the_floor_that_is_missed(evaluate, corpus):
    floors = json.loads((corpus / "baseline.json").read_text())
    floors["project"]["county.approval"] = 2.0
    (corpus / "baseline.json").write_text(json.dumps(floors))
    done = evaluate("--gate")
    assert done.returncode == 1
    assert "county.approval is 1.0000, 1.0000 below its floor of 2.0000" in done.stderr.decode()


def test_evaluate_says_where_the_labelled_statements_should_be(evaluate, tmp_path):
    done = evaluate()
    assert done.returncode == 2
    message = done.stderr.decode()
    assert str(tmp_path / "shared" / "data") in message
    assert "--data or CHECKER_DATA" in message


@pytest.mark.parametrize("option", [[], ["--gate"]])
def test_evaluate_a_folder_that_was_named_must_hold_them(evaluate, tmp_path, option):
    done = evaluate(*option, CHECKER_DATA=str(tmp_path))
    assert done.returncode == 2
    assert "aims_au.csv: there is no such file" in done.stderr.decode()


def test_evaluate_gate_and_update_exclude_each_other(evaluate):
    done = evaluate("--gate", "--update")
    assert done.returncode == 2
    assert "choose one" in done.stderr.decode()
