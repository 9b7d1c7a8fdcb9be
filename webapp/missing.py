"""Who has no current statement, with the proof of search, on a page and as a table to work with."""

from datetime import UTC, datetime

from flask import Blueprint, Response, render_template

from checker.report.missing import missing_csv
from checker.store.repositories import SearchRepository
from webapp.parts import open_session

bp = Blueprint("missing", __name__)


@bp.get("/missing")
def index() -> str:
    """The list."""
    with open_session() as session:
        rows = SearchRepository(session).missing()
    return render_template("missing/index.html", rows=rows)


@bp.get("/missing.csv")
def download() -> Response:
    """The list as CSV, for a spreadsheet."""
    with open_session() as session:
        rows = SearchRepository(session).missing()
    name = f"missing-statements-{datetime.now(UTC):%Y-%m-%d}.csv"
    return Response(
        missing_csv(rows),
        mimetype="text/csv",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )
