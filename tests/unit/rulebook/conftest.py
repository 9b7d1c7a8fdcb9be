"""A small rulebook in a temporary folder, written file by file."""

from collections.abc import Callable
from pathlib import Path

import pytest

SCORING = """
confidence: {mention: 0.6, specific: 0.8, measured: 0.9}
least:
  mentioned: {mention: 1}
model_specific: 0.7
identity:
  {least: 1, slope: 1, surest: 0.99, duty: 1, area: 1, full_sentence: 8, thin_below: 3, thin: -1,
   off_topic: -1}
areas: {}
requirements: {}
"""

RULE = """
id: training.staff
title: Staff are trained
authority:
  - cite: s.54(5)(f)
labels: [training]
match:
  - train staff
examples:
  hit:
    - We train staff.
    - Staff who train staff are tired.
  miss:
    - We train dogs.
    - The staff are tired.
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes one file of the rulebook and gives the rulebook's folder; scoring.yml is there."""
    (tmp_path / "scoring.yml").write_text(SCORING, encoding="utf-8")

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write_file


@pytest.fixture
def rule_text() -> str:
    return RULE
