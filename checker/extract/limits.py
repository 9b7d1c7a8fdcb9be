"""How much of a document is read: enough for any report, too little to hold a machine up."""

from dataclasses import dataclass

from checker.errors import TooLong

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000  # of text, or of the markup around it
MAX_ELEMENTS = 50_000  # of a web page; the longest reports have a tenth
MAX_SCANS = 60  # pages to recognise, each of which takes seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one document may use of the machine.

    Computing is counted rather than waited for, so that a busy machine reads the same documents
    as an idle one.

    Attributes:
        computing: Seconds of one processor, in each process that takes part.
        waiting: Seconds from beginning to end: enough for as many scans as are recognised.
        memory: Bytes of address space, in each process that takes part.
    """

    computing: int = 60
    waiting: float = 600.0
    memory: int = 2 * 1024**3


def check_pages(pages: int, name: str) -> None:
    """Raise `TooLong` where the document `name` has too many pages."""
    if pages > MAX_PAGES:
        raise TooLong(name, f"has {pages:,} pages; at most {MAX_PAGES:,} are read.")


def check_characters(characters: int, name: str) -> None:
    """Raise `TooLong` where the document `name` has too many characters."""
    if characters > MAX_CHARACTERS:
        raise TooLong(
            name, f"holds {characters:,} characters; at most {MAX_CHARACTERS:,} are read."
        )


def check_elements(elements: int, name: str) -> None:
    """Raise `TooLong` where the web page `name` has too many elements."""
    if elements > MAX_ELEMENTS:
        raise TooLong(name, f"has over {MAX_ELEMENTS:,} elements; at most as many are read.")


def check_scans(scans: int, name: str) -> None:
    """Raise `TooLong` where the document `name` has too many pages to recognise."""
    if scans > MAX_SCANS:
        raise TooLong(name, f"holds {scans:,} scanned pages; at most {MAX_SCANS} are recognised.")
