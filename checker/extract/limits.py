"""How much of a document is read: enough for any report, too little to hold a machine up."""

from checker.errors import TooLong

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000  # of text, or of the markup around it
MAX_SCANS = 60  # pages to recognise, each of which takes seconds


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


def check_scans(scans: int, name: str) -> None:
    """Raise `TooLong` where the document `name` has too many pages to recognise."""
    if scans > MAX_SCANS:
        raise TooLong(name, f"holds {scans:,} scanned pages; at most {MAX_SCANS} are recognised.")
