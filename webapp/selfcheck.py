"""Self-check of a draft: read in memory, shown once, kept nowhere."""

import traceback
from io import BytesIO
from typing import IO

from flask import Blueprint, Request, Response, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import TextAreaField

from checker.errors import CheckerError, ExtractError, UnsupportedFormat
from checker.model import SourceDocument
from checker.report.wording import UNREADABLE_DRAFTS
from webapp.homepage import link_of_draft
from webapp.parts import CheckedDraft, StatementChecker, get_parts
from webapp.reading import make_reading

MAX_REQUEST_BYTES = 10 * 1024 * 1024 + 64 * 1024  # a file of 10 MB and the form around it

_MOST_CHARACTERS = 500_000  # more than twice the longest statement known
_FEWEST_WORDS = 10  # a statement that no steps were taken is short, but has its parts

bp = Blueprint("selfcheck", __name__)


class InMemoryRequest(Request):
    """A request whose uploads stay in memory: by default a large one goes through the disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 - the signature is werkzeug's
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        return BytesIO()


class DraftNotChecked(CheckerError):
    """The checker failed; says where, but not the cause's message, which may quote the draft."""


class DraftForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A draft: pasted, or as a file."""

    text = TextAreaField("Paste the text of your draft")
    file = FileField("Or choose a file")

    def validate(self, extra_validators: object = None) -> bool:
        """Whether there is one draft, and only one."""
        valid: bool = super().validate(extra_validators)
        if not valid:
            return False
        pasted = (self.text.data or "").strip()
        if pasted and self.file.data:
            self.file.errors = ("Choose a file or paste the text, not both.",)
        elif not pasted and not self.file.data:
            self.text.errors = ("Paste the text of your draft here, or choose a file below.",)
        elif len(pasted) > _MOST_CHARACTERS:
            self.text.errors = ("This is far longer than a statement. Paste only the statement.",)
        return not self.errors

    @property
    def given(self) -> FileField | TextAreaField:
        """The field that was used."""
        return self.file if self.file.data else self.text

    def source(self) -> SourceDocument:
        """The draft as a document."""
        upload = self.file.data
        if upload:
            return SourceDocument(
                name=upload.filename, content=upload.read(), media_type=upload.mimetype
            )
        return SourceDocument(
            name="Pasted text",
            content=self.text.data.encode(),
            media_type="text/plain",
            charset="utf-8",
        )


@bp.route("/check", methods=["GET", "POST"])
def check() -> ResponseReturnValue:
    """The form; the result when a draft was sent."""
    checker = get_parts().checker
    if checker is None:
        return render_template("selfcheck/unavailable.html")
    form = DraftForm()
    if form.validate_on_submit():
        try:
            draft = _check_privately(checker, form.source())
        except ExtractError as error:
            form.given.errors = (_explain(error),)
        else:
            if len(draft.document.text.split()) >= _FEWEST_WORDS:
                return _show(draft)
            form.given.errors = ("This is too short to check. Give the whole statement.",)
    return render_template("selfcheck/form.html", form=form), 422 if form.errors else 200


@bp.after_request
def _keep_nothing(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _show(draft: CheckedDraft) -> str:
    reading = make_reading(draft.document, draft.assessment, homepage_link=link_of_draft())
    return render_template("selfcheck/result.html", reading=reading)


def _check_privately(checker: StatementChecker, source: SourceDocument) -> CheckedDraft:
    try:
        return checker.check(source)
    except ExtractError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not reach the log
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {frame.filename}, line {frame.lineno}"
        raise DraftNotChecked(where) from None


def _explain(error: ExtractError) -> str:
    advice = UNREADABLE_DRAFTS.get(type(error), f"It could not be read: {error.reason}")
    if isinstance(error, UnsupportedFormat):
        return f"The file {error.reason} {advice}"  # what it is decides what to save
    return advice
