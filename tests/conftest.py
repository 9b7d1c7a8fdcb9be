"""What every test may use: the folders of the project, and the real data where it is present."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def real_data() -> Path:
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real data is not on this machine ({folder})")
    return folder


@pytest.fixture(scope="session")
def example_county(tmp_path_factory) -> str:
    """Database address of the example county, searched and assessed by `checker demo`."""
    database = f"sqlite:///{tmp_path_factory.mktemp('county') / 'example.sqlite3'}"
    command = [Path(sys.executable).with_name("checker"), "demo", "--no-serve", "--database"]
    # Without Tesseract on the path: a scan is "scanned, not read" on every machine.
    environ = {**os.environ, "PATH": str(Path(sys.executable).parent)}
    done = subprocess.run(
        [*command, database], capture_output=True, text=True, check=False, env=environ
    )
    assert done.returncode == 0, done.stderr
    return database
