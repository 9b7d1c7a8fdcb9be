"""The missing list as a table."""

import csv
import io
import json
from datetime import date

import factories
import pytest
from openpyxl import load_workbook

from checker.model import Outcome
from checker.report.missing import missing_csv, missing_json, missing_xlsx
from checker.store.records import MissingRow, OrganisationRecord


def row(**fields):
    organisation = factories.organisation(**fields)
    return MissingRow(
        organisation=OrganisationRecord(
            id=1, slug="wensum-foods", organisation=organisation, district="Norwich"
        ),
        outcome=Outcome.FOUND_OLD,
        reason="The newest is of 2022.",
        searched_at=factories.MOMENT,
        pages_fetched=4,
        homepage="https://wensum-foods.example/",
        latest_period_end=date(2022, 3, 31),
        candidates=("https://wensum-foods.example/policy: not a statement: a policy",),
    )


def read(table):
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))


def test_missing_csv_holds_who_how_it_ended_and_the_proof():
    assert read(missing_csv([row()])) == [
        {
            "organisation": "Wensum Foods Limited",
            "company_number": "01234567",
            "postcode": "NR1 1SW",
            "district": "Norwich",
            "sector": "Manufacturing",
            "likely_in_scope": "yes",
            "outcome": "found_old",
            "reason": "The newest is of 2022.",
            "searched_at": "2026-03-02T09:30:00+00:00",
            "requests_answered": "4",
            "homepage": "https://wensum-foods.example/",
            "latest_period_end": "2022-03-31",
            "pages_not_taken": "https://wensum-foods.example/policy: not a statement: a policy",
            "register_source": "test register",
        }
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_missing_csv_cell_is_never_a_formula(start):
    (line,) = read(missing_csv([row(name=f"{start}cmd|' /C calc'!A1")]))
    assert line["organisation"].startswith(f"'{start}")


def test_missing_csv_of_nobody_is_its_header():
    assert read(missing_csv([])) == []
    assert missing_csv([]).startswith("\ufefforganisation,")


def test_missing_xlsx_holds_text_only():
    sheet = load_workbook(io.BytesIO(missing_xlsx([row(name="=1+1")]))).active
    cells = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert cells[0][0] == "organisation"
    assert cells[1][0] == "=1+1"
    assert {cell.data_type for cell in sheet[2]} == {"s"}


def test_missing_json_names_its_form():
    value = json.loads(missing_json([row()]))
    assert value["schema"] == "missing/1"
    assert value["organisations"][0]["outcome"] == "found_old"
