"""Who has no current statement, with the proof of search, on a page and as a table to work with."""

from datetime import UTC, datetime

from flask import Blueprint, Response, render_template

from checker.report.missing import missing_csv, missing_xlsx
from checker.store.records import MissingRow
from checker.store.repositories import SearchRepository
from webapp.parts import open_session

bp = Blueprint("missing", __name__)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/missing")
def index() -> str:
    """The list."""
    return render_template("missing/index.html", rows=_load_rows())


@bp.get("/missing.csv")
def table() -> Response:
    """The list as CSV, for a mail merge or another program."""
    return _download(missing_csv(_load_rows()), "csv", "text/csv")


@bp.get("/missing.xlsx")
def workbook() -> Response:
    """The list as a workbook, for a spreadsheet."""
    return _download(missing_xlsx(_load_rows()), "xlsx", _XLSX)


def _load_rows() -> tuple[MissingRow, ...]:
    with open_session() as session:
        return SearchRepository(session).missing()


def _download(content: str | bytes, suffix: str, media_type: str) -> Response:
    name = f"missing-statements-{datetime.now(UTC):%Y-%m-%d}.{suffix}"
    return Response(
        content,
        mimetype=media_type,
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )
