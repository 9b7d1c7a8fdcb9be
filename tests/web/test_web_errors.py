"""Failures have a page that says what to do, and no stack trace."""

import logging

import pytest
from looking import look_at


@pytest.mark.parametrize(
    "path", ["/", "/organisations", "/missing", "/missing.xlsx", "/statements/1"]
)
def test_errors_of_the_database_are_a_clear_page(broken, caplog, path):
    with caplog.at_level(logging.ERROR):
        answer = broken.get(path)
    assert answer.status_code == 503
    html = look_at(answer)
    assert html.h1.text == "The records cannot be read at the moment"
    assert "sqlite" not in html.text
    assert "checker db upgrade" in caplog.text


def test_errors_of_the_database_make_health_fail(broken):
    answer = broken.get("/health")
    assert (answer.status_code, answer.json["status"]) == (503, "unavailable")


def test_errors_of_ours_show_no_trace(app, caplog):
    @app.get("/fails")
    def fails():
        raise RuntimeError("a secret")

    answer = app.test_client().get("/fails")
    assert answer.status_code == 500
    assert "a secret" not in look_at(answer).text
    assert "a secret" in caplog.text


def test_errors_without_a_page_of_their_own_get_the_general_one(client):
    answer = client.post("/method")
    assert answer.status_code == 405
    assert "Method Not Allowed" in look_at(answer).h1.text


def test_errors_an_address_that_does_not_exist(page):
    assert page("/nowhere", status=404).h1.text == "Page not found"
