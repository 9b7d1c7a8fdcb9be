"""The missing list in its three forms says the same."""

import csv
import io
import json
from datetime import UTC, datetime

import factories
import openpyxl
import pytest

from checker.model import Outcome
from checker.report import missing_csv, missing_json, missing_xlsx
from checker.store.records import MissingRow, OrganisationRecord


@pytest.fixture
def rows():
    names = ["Yare Foods Ltd", '=HYPERLINK("http://bad")', "Zoë & Sons “Ltd”", "-5+cmd"]
    return [
        MissingRow(
            organisation=OrganisationRecord(
                id=number,
                slug=f"o{number}",
                organisation=factories.organisation(name=name),
                district="Norwich",
            ),
            outcome=Outcome.NOT_FOUND,
            reason="Searched 12 pages.",
            searched_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
            pages_fetched=12,
            homepage="https://yare.example/",
            latest_period_end=None,
            candidates=("http://yare.example/policy: not a statement: a policy",),
        )
        for number, name in enumerate(names)
    ]


def test_missing_forms_hold_the_same_cells(rows):
    as_json = json.loads(missing_json(rows))["organisations"]
    sheet = openpyxl.load_workbook(io.BytesIO(missing_xlsx(rows))).active
    header, *lines = sheet.iter_rows(values_only=True)
    as_xlsx = [dict(zip(header, (cell or "" for cell in line), strict=True)) for line in lines]
    assert as_xlsx == as_json
    as_csv = list(csv.DictReader(io.StringIO(missing_csv(rows).lstrip("\ufeff"))))
    assert [row["organisation"].lstrip("'") for row in as_csv] == [
        row["organisation"] for row in as_json
    ]


def test_missing_cells_are_never_formulas(rows):
    sheet = openpyxl.load_workbook(io.BytesIO(missing_xlsx(rows))).active
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
    for line in missing_csv(rows).splitlines()[1:]:
        assert line.strip('"')[0] not in "=+-@"
