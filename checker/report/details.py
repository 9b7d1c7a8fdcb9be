"""What is particular to a publishing duty, in words: the signatory, the dates."""

from collections.abc import Mapping
from datetime import date

from checker.model import Versions
from checker.report import wording


def british_date(value: date | None) -> str:
    """`21 November 2026`; empty for None."""
    return f"{value.day} {value:%B %Y}" if value else ""


_OF_THE_LAW = "approver_by_law"


def details(found: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """What is particular to a duty, in words: only what is known; what the law asks comes last."""
    known = ((words, found.get(name)) for name, words in wording.DETAILS.items())
    return [(words, _in_british(value)) for words, value in known if value and value != "unclear"]


def details_stated(found: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """Of the details, those that the statement says itself."""
    return details({name: value for name, value in found.items() if name != _OF_THE_LAW})


def asked_by_law(found: Mapping[str, str | None]) -> str:
    """`The Act asks for approval by the members.`; empty where the law's approver is not known."""
    approver = found.get(_OF_THE_LAW)
    return f"{wording.DETAILS[_OF_THE_LAW]} {approver}." if approver else ""


def made_with(versions: Versions) -> str:
    """`checker 0.1.0, rules 0a1b2c3d4e5f, model s54@1`."""
    model = f"model {versions.model}" if versions.model else "no model: rules only"
    return f"checker {versions.checker}, rules {versions.rules[:12]}, {model}"


def _in_british(value: str) -> str:
    try:
        return british_date(date.fromisoformat(value))
    except ValueError:
        return value
