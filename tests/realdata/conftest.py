"""The real statements: published texts, and the AIMS statements rebuilt from their sentences."""

import csv
from itertools import groupby

import pytest

from checker.model import SourceDocument


@pytest.fixture(scope="session")
def published_statements(real_data) -> list[SourceDocument]:
    paths = sorted((real_data / "statements" / "texts").glob("*.txt"))
    return [SourceDocument(name=path.name, content=path.read_bytes()) for path in paths]


@pytest.fixture(scope="session")
def aims_statements(real_data) -> list[SourceDocument]:
    statements = []
    for path in sorted((real_data / "aims").glob("aims_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for name, rows in groupby(csv.DictReader(lines), key=lambda row: row["statement_id"]):
                text = ".\n\n".join(row["sentence"].rstrip(". ") for row in rows)
                title = f"{path.stem}-{name}.txt"
                statements.append(SourceDocument(name=title, content=text.encode()))
    return statements
