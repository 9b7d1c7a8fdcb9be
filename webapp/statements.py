"""One statement: the two results, the text with its evidence, and the bytes it was read from."""

from io import BytesIO

from flask import Blueprint, Response, render_template, send_file

from checker.store.repositories import SearchRepository, StatementRepository
from webapp.homepage import link_of_search
from webapp.parts import open_session
from webapp.reading import make_reading

bp = Blueprint("statements", __name__, url_prefix="/statements")

_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
}


@bp.get("/<int:statement_id>")
def show(statement_id: int) -> str:
    """Publishing duties, content, and the text as published."""
    with open_session() as session:
        record = StatementRepository(session).get(statement_id)
        search = SearchRepository(session).latest_for(record.organisation.id)
    link = link_of_search(search)
    reading = make_reading(record.document, record.assessment, homepage_link=link)
    return render_template("statements/show.html", record=record, reading=reading)


@bp.get("/<int:statement_id>/source")
def source(statement_id: int) -> Response:
    """The bytes as they were fetched: always to be saved, never shown as a page of this site."""
    with open_session() as session:
        repository = StatementRepository(session)
        record = repository.get(statement_id)
        document = repository.source(record.sha256)
    response = send_file(
        BytesIO(document.content),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=f"{record.organisation.slug}-{record.sha256[:12]}"
        + _SUFFIXES.get(record.media_type, ".bin"),
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
