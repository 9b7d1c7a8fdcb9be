"""Every error this project raises on purpose.

    CheckerError                  base; caught only at a rim (the command line, the web, a batch)
    ├ UserError                   the caller can mend it: shown without a traceback
    │ ├ SettingsError             a setting is missing or wrong
    │ ├ SourceError               a file or folder that was named cannot be read or written
    │ ├ RegisterError             a register file cannot be used at all
    │ ├ RuleFileError             one or more rule files are wrong (all problems at once)
    │ └ CorpusError               a file of corpus/ is missing or wrong
    ├ FetchError                  one request failed
    │ ├ RobotsDisallowed          robots.txt asks not to fetch it
    │ ├ Unreachable               no answer: name, connection, TLS, time-out
    │ ├ HttpStatusError           an answer other than 200
    │ ├ BotChallenge              a captcha or bot wall instead of the page
    │ ├ TooLarge                  longer than the limit
    │ └ RefusedAddress            an address that this program does not visit
    ├ ExtractError                a document could not be read
    │ ├ UnsupportedFormat         not a form that is read here
    │ ├ DamagedFile               its form is right, its content broken
    │ ├ EncryptedPdf              needs a password
    │ ├ ImageOnlyPdf              scanned, not read
    │ ├ TooLong                   longer than what is read of one document
    │ ├ ReaderFailed              the reader stopped at it
    │ ├ NoPageImage               it has no such page, or none that can be shown as a picture
    │ └ EmptyText                 read, and holds no text
    │   └ OnlyEmbedsDocument      a page that does no more than show or link a document
    └ StoreError                  the database could not be read or written
      └ NotFound                  nothing is kept under the key that was asked for

Each class carries fields, not only a sentence, and the exit code that the command line ends with.
"""

from collections.abc import Sequence
from pathlib import Path


class CheckerError(Exception):
    """Base class; never raised itself."""

    exit_code = 3


class UserError(CheckerError):
    """An error the caller can mend; its message says what, where and what to do."""

    exit_code = 2


class SettingsError(UserError):
    """A setting is missing or has a value that cannot be used."""


class SourceError(UserError):
    """A file or folder named by the caller cannot be read or written."""


class RegisterError(UserError):
    """A register file cannot be used at all (single bad rows are reported, not raised)."""

    exit_code = 12


class RuleFileError(UserError):
    """One or more rule files are wrong; `problems` holds every problem of every file."""

    exit_code = 10

    def __init__(self, folder: Path, problems: Sequence[str]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{len(self.problems)} problem(s) in the rules of {folder}:\n{lines}")


class CorpusError(UserError):
    """A file of corpus/ is missing or wrong."""

    exit_code = 11


class FetchError(CheckerError):
    """One request failed; `url` is the address that was asked for."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"{url}: {reason}")


class RobotsDisallowed(FetchError):
    """The site's robots.txt asks not to fetch this address (RFC 9309)."""


class Unreachable(FetchError):
    """No usable answer: name not found, connection refused or reset, TLS, time-out."""


class HttpStatusError(FetchError):
    """The server answered with a status other than success."""

    def __init__(self, url: str, status: int) -> None:
        self.status = status
        super().__init__(url, f"answered with HTTP status {status}")


class BotChallenge(FetchError):
    """A captcha or bot wall came instead of the page."""


class TooLarge(FetchError):
    """The answer is longer than the size limit."""


class RefusedAddress(FetchError):
    """An address this program does not visit: private network, other scheme, credentials."""


class ExtractError(CheckerError):
    """A document could not be read; `name` is its file name or address."""

    exit_code = 4
    advice = "Check by eye whether this is the statement."

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(name, reason)  # as they are: it comes out of the process that reads

    def __str__(self) -> str:
        return f"{self.name}: {self.reason} {self.advice}"


class UnsupportedFormat(ExtractError):
    """The bytes are not in a form that is read here."""

    advice = "Save it as PDF, DOCX, HTML or plain text and try again."


class DamagedFile(ExtractError):
    """The form is right but the content is broken or cut off."""

    advice = "Open it, save it anew and try again; if it does not open, ask for another copy."


class EncryptedPdf(ExtractError):
    """The document needs a password."""

    advice = "Save a copy without a password and try again."


class ImageOnlyPdf(ExtractError):
    """Scanned pages without text, and no text recognition is installed: scanned, not read."""

    advice = "Install Tesseract on this machine, or ask for a copy with text."


class TooLong(ExtractError):
    """More pages, characters, time or memory than one document gets."""

    advice = "Send the statement alone, without the report around it."


class ReaderFailed(ExtractError):
    """The program that reads documents stopped at this one: a fault of ours, or an attack."""


class NoPageImage(ExtractError):
    """The document has no page of this number, or none that can be shown as a picture."""

    advice = "Show its text instead."


class EmptyText(ExtractError):
    """The document was read and holds no text."""

    advice = "Check that the right file was chosen."


class OnlyEmbedsDocument(EmptyText):
    """The page does no more than show, or link, the one document at `url`."""

    advice = "Check that document instead."

    def __init__(self, name: str, url: str) -> None:
        super().__init__(name, f"holds no statement text itself; it embeds or links {url}.")
        self.url = url
        self.args = (name, url)  # what makes it anew in the process that asked


class StoreError(CheckerError):
    """The database could not be read or written."""

    exit_code = 5


class NotFound(StoreError):
    """Nothing is kept under the key that was asked for."""

    def __init__(self, kind: str, key: str | int) -> None:
        self.kind = kind
        self.key = key
        super().__init__(f"There is no {kind} {key!r} in the database.")
