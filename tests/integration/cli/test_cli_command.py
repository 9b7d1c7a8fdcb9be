"""What holds for every command: help, settings, errors, exit codes."""

import pytest

from checker.cli import main

COMMANDS = [
    (name, *([sub] if sub else []))
    for name, command in sorted(main.commands.items())
    for sub in (sorted(command.commands) if hasattr(command, "commands") else [None])
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_cli_every_command_has_help_with_an_example(checker, command):
    done = checker(*command, "--help")
    assert done.returncode == 0
    assert f"checker {command[0]}" in " ".join(done.stdout.decode().split("Options:")[0].split())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_cli_every_command_is_in_the_reference(root, command):
    assert f"`checker {' '.join(command)}" in (root / "docs/reference/commands.md").read_text()


def test_cli_a_wrong_setting_is_named(checker):
    done = checker("rules", "list", env={"CHECKER_WORKERS": "many"})
    assert done.returncode == 2
    assert "CHECKER_WORKERS must be a number" in done.stderr.decode()


def test_cli_a_wrong_database_address_is_named(checker):
    done = checker("missing", env={"CHECKER_DATABASE_URL": "nonsense"})
    assert done.returncode == 5
    assert "database address" in done.stderr.decode()


def test_cli_a_database_that_was_never_prepared_says_what_to_run(checker):
    done = checker("missing")
    assert done.returncode == 5
    assert "checker db upgrade" in done.stderr.decode()


def test_cli_bad_rules_are_reported_all_at_once(checker, tmp_path):
    folder = tmp_path / "rules" / "training"
    folder.mkdir(parents=True)
    (folder / "one.yml").write_text("id: training.other\n")
    (folder / "two.yml").write_text("[")
    done = checker("rules", "lint", env={"CHECKER_RULES_DIR": str(tmp_path / "rules")})
    message = done.stderr.decode()
    assert done.returncode == 10
    assert "training/one.yml" in message
    assert "training/two.yml" in message
    assert "scoring.yml" in message


def test_cli_rules_test_passes_for_the_rules_that_are_shipped(checker):
    done = checker("rules", "test")
    assert done.returncode == 0, done.stdout


def test_cli_a_full_disk_is_said_so(checker, tmp_path):
    (tmp_path / "in.csv").write_text("statement_id,sentence\n" + "A,We audit suppliers.\n" * 2000)
    done = checker("label", tmp_path / "in.csv", "--output", "/dev/full")
    assert done.returncode != 0
    assert "No space left on device" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_cli_an_output_that_cannot_be_written_is_named(checker, form):
    assert checker("db", "upgrade").returncode == 0
    done = checker("missing", "--format", form, "--output", "/nowhere/missing")
    assert done.returncode == 2
    assert "/nowhere/missing: cannot be written" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_cli_missing_says_who_was_never_searched(checker, tmp_path):
    (tmp_path / "register.csv").write_text("name,website\nYare Ltd,yare.example\n")
    assert checker("register", "import", "--spreadsheet", tmp_path / "register.csv").returncode == 0
    done = checker("missing")
    assert done.returncode == 0
    assert "1 organisation" in done.stderr.decode()
