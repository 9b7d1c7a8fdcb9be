"""The command, run as a person runs it: in a process of its own, with its own database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def checker(tmp_path, root):
    """Runs `checker ARGUMENTS`; the finished process with its stdout, stderr and exit code."""
    command = Path(sys.executable).with_name("checker")
    database = f"sqlite:///{tmp_path / 'checker.sqlite3'}"

    def run(*arguments, stdin=b"", env=None):
        environ = {**os.environ, "CHECKER_DATABASE_URL": database, **(env or {})}
        return subprocess.run(
            [command, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environ,
            timeout=120,
        )

    return run
