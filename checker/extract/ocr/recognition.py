"""Text recognition by the Tesseract program, where it is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence

from checker.errors import DamagedFile, ImageOnlyPdf, TooLong
from checker.extract.builder import DocumentBuilder
from checker.extract.layout import ReadPage, add_pages
from checker.extract.ocr.lines import lines_of_rows
from checker.extract.ocr.picture import Picture, prepare_picture
from checker.extract.ocr.rows import Row, is_sideways, page_confidence, parse_rows
from checker.extract.places import Places
from checker.extract.sniff import sniff
from checker.model import Document, Extraction, SourceDocument

_PROGRAM = "tesseract"
_SECONDS = 60  # for one page; a dense A4 page at 300 dpi takes about five
# Pages are segmented into columns (3); the result is hOCR, which knows base lines and letter
# heights beside the words.
_OPTIONS = ("-l", "eng", "--psm", "3", "-c", "tessedit_create_hocr=1")
# Black and white are told apart around each spot: for a photograph with a shadow on it. On scans
# it reads worse, 98.2 instead of 99.1 of 100 sentences.
_UNEVEN_LIGHT = ("-c", "thresholding_method=2")
_UNSURE = 0.6  # confidence; a page that is read well has more


def is_installed() -> bool:
    """Whether text can be recognised on this machine."""
    return shutil.which(_PROGRAM) is not None


def recognise(picture: bytes, name: str, places: Places) -> ReadPage:
    """What stands on a picture (PNG or JPEG) of a page of the document `name`.

    Its size is the one that the resolution which it declares makes it.

    Raises:
        DamagedFile: The picture cannot be read.
        TooLong: It has too many pixels, or cannot be read in reasonable time.
    """
    prepared = prepare_picture(picture, name)
    rows, upright = _read(prepared, name, _OPTIONS), prepared
    sideways = is_sideways(rows)
    if sideways or page_confidence(rows) < _UNSURE:
        again, turned = _look_again(prepared, name)
        if sideways or page_confidence(again) > page_confidence(rows):
            rows, upright = again, turned
    return ReadPage(
        lines=lines_of_rows(rows, upright, places),
        confidence=page_confidence(rows) if rows else None,  # nothing to be sure of
        width=prepared.width,
        height=prepared.height,
    )


def _look_again(picture: Picture, name: str) -> tuple[list[Row], Picture]:
    """What is read once the page is turned upright, or else as one in uneven light."""
    if turn := _find_turn(picture, name):
        upright = picture.turned(turn)
        return _read(upright, name, _OPTIONS), upright
    return _read(picture, name, (*_OPTIONS, *_UNEVEN_LIGHT)), picture


def _read(picture: Picture, name: str, options: Sequence[str]) -> list[Row]:
    return parse_rows(_run(picture.content, name, options))


def _find_turn(picture: Picture, name: str) -> int:
    """By how many degrees, clockwise, a page has to be turned; 0 where it cannot be told."""
    try:
        said = _run(picture.content, name, ("--psm", "0"))
    except DamagedFile:  # too few letters, or the data that tells directions is not installed
        return 0
    found = re.search(rb"Rotate: (90|180|270)", said)
    return int(found.group(1)) if found else 0


def _run(picture: bytes, name: str, options: Sequence[str]) -> bytes:
    # One thread for each page: the pages of a county are recognised side by side.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes to its stdin
            [_PROGRAM, "stdin", "stdout", *options],
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
    except OSError as exc:
        raise TooLong(name, f"cannot be recognised here ({exc.strerror}).") from exc
    return done.stdout


def extract_image(source: SourceDocument) -> Document:
    """The document on a picture of one page.

    Raises:
        ImageOnlyPdf: No text recognition is installed.
        DamagedFile: The picture cannot be read.
        TooLong: It has too many pixels, or cannot be read in reasonable time.
    """
    if not is_installed():
        raise ImageOnlyPdf(
            source.name, "is a picture: scanned, not read, as no text recognition is installed."
        )
    builder = DocumentBuilder()
    add_pages(builder, [recognise(source.content, source.name, builder.places)])
    return builder.build(media_type=sniff(source), extraction=Extraction.OCR)
