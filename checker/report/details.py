"""What is particular to a publishing duty, in words: the signatory, the dates."""

from collections.abc import Mapping
from datetime import date

from checker.report import wording


def british_date(value: date | None) -> str:
    """`21 November 2026`; empty for None."""
    return f"{value.day} {value:%B %Y}" if value else ""


def details(found: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """What is particular to a duty, in words: only what is known and has words."""
    known = ((wording.DETAILS.get(name), value) for name, value in found.items())
    return [(words, _in_british(value)) for words, value in known if words and value]


def _in_british(value: str) -> str:
    try:
        return british_date(date.fromisoformat(value))
    except ValueError:
        return value
