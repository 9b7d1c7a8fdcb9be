"""Error pages: what happened and what to do, never a stack trace."""

from typing import NamedTuple

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from checker.errors import NotFound, StoreError


class ErrorPage(NamedTuple):
    """What an error page says."""

    title: str
    message: str


_PAGES = {
    400: ErrorPage(
        "This request could not be understood",
        "Go back, check what was entered and try again.",
    ),
    404: ErrorPage(
        "Page not found",
        "If you typed the address, check it. If you followed a link, the page may have been "
        "for something that is no longer kept. Start again from the overview.",
    ),
    413: ErrorPage(
        "That is too large to check here",
        "A file may be up to 10 MB. Save the document with smaller pictures, or paste its text "
        "instead, and try again.",
    ),
    500: ErrorPage(
        "Something went wrong here",
        "It is not your fault, and nothing that you entered was kept. Try again; if it happens "
        "again, tell whoever looks after this checker what you were doing.",
    ),
}
_FORM_EXPIRED = ErrorPage(
    "Please send the form again",
    "The form was open for so long that it has expired, or cookies are switched off. Go back in "
    "your browser, where what you typed should still be, reload the page and send it again.",
)
_NO_DATABASE = ErrorPage(
    "The records cannot be read at the moment",
    "The pages of this checker work, but its database does not answer. Tell whoever looks after "
    "this checker; it is written in its log. The self-check still works.",
)


def register_error_pages(app: Flask) -> None:
    """Gives every failure a page of its own or the general one."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, lambda _: _show(_FORM_EXPIRED, 400))
    app.register_error_handler(NotFound, lambda _: _show(_PAGES[404], 404))

    @app.errorhandler(StoreError)
    def store_error(error: StoreError) -> ResponseReturnValue:
        app.logger.error("%s", error)
        return _show(_NO_DATABASE, 503)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    general = ErrorPage(f"This did not work ({error.name})", "Go back and try again.")
    return _show(_PAGES.get(code, general), code)


def _show(page: ErrorPage, code: int) -> ResponseReturnValue:
    return render_template("error.html", page=page), code
