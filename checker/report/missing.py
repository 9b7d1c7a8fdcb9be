"""The missing list as a table to work with: CSV, XLSX and JSON, with the same columns."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

import xlsxwriter

from checker.report.wording import OUTCOMES
from checker.store.records import MissingRow

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

_COLUMNS = (
    "organisation",
    "company_number",
    "postcode",
    "district",
    "sector",
    "likely_in_scope",
    "outcome",
    "outcome_in_words",
    "reason",
    "searched_on",
    "requests_answered",
    "homepage",
    "latest_period_end",
    "pages_not_taken",
    "register_source",
)


def missing_csv(rows: Sequence[MissingRow]) -> str:
    """One line for each row, safe to open in a spreadsheet.

    Text from registers and websites could begin with a character that makes a spreadsheet run
    it as a formula; such a cell begins with an apostrophe instead.
    """
    table = StringIO()
    table.write(_BYTE_ORDER_MARK)
    writer = csv.DictWriter(table, _COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _without_formula(cell) for name, cell in _cells(row).items()})
    return table.getvalue()


def missing_xlsx(rows: Sequence[MissingRow]) -> bytes:
    """One sheet with a header that stays in view; every cell is text, so none is a formula."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Missing")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(_COLUMNS) - 1)
        sheet.set_column(0, len(_COLUMNS) - 1, 24)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(_COLUMNS):
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(_cells(row).values()):
                sheet.write_string(line, column, cell)
    return content.getvalue()


def missing_json(rows: Sequence[MissingRow]) -> str:
    """`missing/1`: an object with `organisations`, one object of text values for each row."""
    value = {"schema": "missing/1", "organisations": [_cells(row) for row in rows]}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _cells(row: MissingRow) -> Mapping[str, str]:
    organisation = row.organisation.organisation
    values = (
        organisation.name,
        organisation.company_number,
        organisation.postcode,
        row.organisation.district or "",
        organisation.sector,
        organisation.likely_in_scope,
        row.outcome.value,
        OUTCOMES[row.outcome],
        row.reason,
        row.searched_at.date().isoformat(),
        str(row.pages_fetched),
        row.homepage,
        row.latest_period_end.isoformat() if row.latest_period_end else "",
        " | ".join(row.candidates),
        organisation.provenance,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _without_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
