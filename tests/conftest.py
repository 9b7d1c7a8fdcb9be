"""What every test may use: the folders of the project, and the real data where it is present."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("Chromium is not installed (apt install chromium)")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=quiet)
        yield browser
        browser.close()
