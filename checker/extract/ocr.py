"""Text recognition by the Tesseract program, where it is installed."""

import os
import shutil
import subprocess

from checker.errors import DamagedFile, ImageOnlyPdf, TooLong
from checker.extract.builder import DocumentBuilder
from checker.extract.layout import add_pages
from checker.extract.lines import lines_of_text
from checker.extract.sniff import sniff
from checker.model import Document, Extraction, SourceDocument

_PROGRAM = "tesseract"
_SECONDS = 30  # for one page; a dense A4 page at 300 dpi takes about five


def is_installed() -> bool:
    """Whether text can be recognised on this machine."""
    return shutil.which(_PROGRAM) is not None


def recognise(picture: bytes, name: str) -> str:
    """The text in a picture (PNG or JPEG) that comes from the document `name`.

    Raises:
        DamagedFile: The picture cannot be read.
        TooLong: It cannot be read in reasonable time.
    """
    command = [_PROGRAM, "stdin", "stdout", "-l", "eng"]
    # One thread for each page: the pages of a county are recognised side by side.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes to its stdin
            command,
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env=environment,
        )
    except subprocess.CalledProcessError as exc:
        said = exc.stderr.decode("utf-8", errors="replace").strip().splitlines()
        reason = f"cannot be recognised ({said[-1] if said else 'no reason given'})."
        raise DamagedFile(name, reason) from exc
    except subprocess.TimeoutExpired as exc:
        reason = f"has a page that took text recognition over {_SECONDS} seconds."
        raise TooLong(name, reason) from exc
    return done.stdout.decode("utf-8", errors="replace")


def extract_image(source: SourceDocument) -> Document:
    """The document on a picture of one page.

    Raises:
        ImageOnlyPdf: No text recognition is installed.
        DamagedFile: The picture cannot be read.
        TooLong: It cannot be read in reasonable time.
    """
    if not is_installed():
        raise ImageOnlyPdf(source.name, "is a picture, and no text recognition is installed.")
    builder = DocumentBuilder()
    add_pages(builder, [lines_of_text(recognise(source.content, source.name))])
    return builder.build(media_type=sniff(source), extraction=Extraction.OCR)
