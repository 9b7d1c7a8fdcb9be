"""Self-check: what it shows, and that it keeps nothing."""

import io
import logging
import tempfile
from dataclasses import replace

import factories
import pytest
from looking import TinyChecker, look_at
from sqlalchemy import text
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

DRAFT = (
    "Modern slavery statement\n"
    "Our bakery in Aylsham trained all nine van drivers on the signs of forced labour.\n"
    "The board approved this statement.\n"
)


@pytest.fixture
def send(client):
    """Sends the form as a browser does, with its token."""

    def post(**fields):
        form = look_at(client.get("/check")).form
        token = form.find("input", attrs={"name": "csrf_token"})["value"]
        boundary, body = encode_multipart({"csrf_token": token, **fields})
        form_type = f"multipart/form-data; boundary={boundary}"
        return client.post("/check", data=body, content_type=form_type)

    return post


def upload(content, name="draft.txt"):
    return FileStorage(io.BytesIO(content), filename=name, name="file")


def test_selfcheck_of_pasted_text_shows_both_results_and_the_text(send):
    html = look_at(send(text=DRAFT))
    assert html.h1.text == "Your draft, checked"
    assert "Publishing duties" in html.main.text
    assert html.find("mark", id="training-1").text.startswith("Our bakery in Aylsham")
    assert "only once the statement is on your website" in html.main.text


def test_selfcheck_of_an_uploaded_file(send):
    html = look_at(send(file=upload(DRAFT.encode())))
    assert html.find("mark", id="training-1")


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({}, "text", "Paste the text of your draft here"),
        ({"text": "Too short"}, "text", "too short"),
        ({"text": DRAFT * 4000}, "text", "far longer"),
        ({"text": DRAFT, "file": upload(b"x")}, "file", "not both"),
        ({"file": upload(b"Hello there")}, "file", "too short"),
        ({"file": upload(b"\xd0\xcf\x11\xe0", "old.doc")}, "file", "old format. Save it as PDF"),
        ({"file": upload(b"%PDF-1.7", "scan.pdf")}, "file", "are pictures"),
        ({"file": upload(b" ", "empty.txt")}, "file", "no text"),
    ],
)
def test_selfcheck_error_says_what_to_do_at_the_field(send, fields, field, words):
    answer = send(**fields)
    assert answer.status_code == 422
    html = look_at(answer)
    assert html.title.text.startswith("Error: ")
    assert words in html.find(role="alert").find("a", href=f"#{field}").text
    assert words in html.find(id=f"{field}-error").text
    assert f"{field}-error" in html.find(id=field)["aria-describedby"].split()


def test_selfcheck_says_that_it_is_private_and_not_that_it_is_for_the_group(client, send):
    for answer in (client.get("/check"), send(text=DRAFT)):
        notice = look_at(answer).find(class_="site-notice").text
        assert "nothing of your draft is kept" in notice
        assert "Not legal advice" in notice
        assert "Business Group" not in notice


class DoubtingChecker(TinyChecker):
    def check(self, source):
        draft = super().check(source)
        said = {"is_statement": False, "reason": "It tells a recipe."}
        draft.assessment = factories.assessment(text=draft.document.text, statement=said)
        return draft


def test_selfcheck_of_something_else_opens_by_saying_so(build_app):
    client = build_app(DoubtingChecker()).test_client()
    token = look_at(client.get("/check")).find("input", attrs={"name": "csrf_token"})["value"]
    html = look_at(client.post("/check", data={"csrf_token": token, "text": DRAFT}))
    words = " ".join(html.h1.find_next_sibling().text.split())
    assert words == "This does not read as a modern slavery statement: It tells a recipe."


class HalfBlindChecker(TinyChecker):
    def check(self, source):
        draft = super().check(source)
        read = replace(draft.assessment.source, pages=2, pages_not_read=(2,))
        draft.assessment = replace(draft.assessment, source=read)
        return draft


def test_selfcheck_says_which_pages_were_not_read(build_app):
    client = build_app(HalfBlindChecker()).test_client()
    token = look_at(client.get("/check")).find("input", attrs={"name": "csrf_token"})["value"]
    html = look_at(client.post("/check", data={"csrf_token": token, "text": DRAFT}))
    caveat = html.find(class_="glance").find_previous_sibling(class_="callout")
    assert caveat.text.startswith("Page 2 is a picture from which no words were read")


def test_selfcheck_error_keeps_what_was_typed(send):
    html = look_at(send(text="Half a <draft>"))
    assert html.find("textarea").text.strip() == "Half a <draft>"


def test_selfcheck_without_its_token_is_refused_with_advice(client):
    answer = client.post("/check", data={"text": DRAFT})
    assert answer.status_code == 400
    html = look_at(answer)
    assert html.h1.text == "Please send the form again"
    assert "Aylsham" not in answer.text


def test_selfcheck_of_too_large_a_file_is_a_friendly_413(send):
    answer = send(file=upload(b"x" * 12_000_000))
    assert answer.status_code == 413
    assert "up to 10 MB" in look_at(answer).main.text


def test_selfcheck_of_hostile_text_shows_it_as_text(send):
    html = look_at(send(text=f"<script>alert(1)</script>\n{DRAFT}"))
    assert "<script>alert(1)</script>" in html.main.text


def test_selfcheck_is_not_available_without_a_checker(build_app):
    answer = build_app().test_client().get("/check")
    assert "not available" in look_at(answer).main.text


def test_selfcheck_answers_are_never_stored_by_a_browser(client, send):
    assert client.get("/check").headers["Cache-Control"] == "no-store"
    assert send(text=DRAFT).headers["Cache-Control"] == "no-store"


def rows(session_factory):
    with session_factory() as session:
        tables = session.scalars(text("select name from sqlite_master where type = 'table'"))
        return {name: session.scalar(text(f"select count(*) from {name}")) for name in tables}


def test_selfcheck_keeps_no_row_no_file_and_no_log(
    send, session_factory, tmp_path, monkeypatch, caplog
):
    long_draft = DRAFT.encode() + b"More words on other matters.\n" * 60_000
    on_disk = []
    spool = tempfile.TemporaryFile

    def watch(*args, **named):
        on_disk.append(args)
        return spool(*args, **named)

    monkeypatch.setattr(tempfile, "TemporaryFile", watch)  # where a spooled file goes when it grows
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    before = rows(session_factory)
    with caplog.at_level(logging.DEBUG):
        assert send(file=upload(long_draft, "aylsham.txt")).status_code == 200
        assert send(text=DRAFT).status_code == 200
    assert rows(session_factory) == before
    assert on_disk == []
    assert list((tmp_path / "temporary").iterdir()) == []
    assert "Aylsham" not in caplog.text


class FailingChecker(TinyChecker):
    def check(self, source):
        raise ValueError(f"cannot read {source.content.decode()!r}")


def test_selfcheck_failure_is_logged_by_place_and_without_the_draft(build_app, caplog):
    client = build_app(FailingChecker()).test_client()
    token = look_at(client.get("/check")).find("input", attrs={"name": "csrf_token"})["value"]
    answer = client.post("/check", data={"csrf_token": token, "text": DRAFT})
    assert answer.status_code == 500
    assert "nothing that you entered was kept" in look_at(answer).main.text
    assert "ValueError at " in caplog.text
    assert "Aylsham" not in caplog.text
