"""Display text as template filters: the words of `report.wording`, British dates and numbers."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from flask import Flask

from checker.model import Modality, Requirement, RequirementVerdict
from checker.report import wording
from checker.report.caveats import caveats
from checker.report.details import asked_by_law, british_date, details_stated, made_with
from checker.report.explaining import found_by_model

_LINKS = {Requirement.HOMEPAGE_LINK, Requirement.PUBLICATION}


def requirement_verdict(verdict: RequirementVerdict, requirement: Requirement) -> str:
    """The verdict in words: a link is seen or not, everything else is stated or not."""
    words = wording.LINK_VERDICTS if requirement in _LINKS else wording.REQUIREMENT_VERDICTS
    return words[verdict]


def not_done(modality: Modality) -> str:
    """`Planned`, `Said not to be done`; empty for what was done."""
    return wording.NOT_DONE.get(modality, "")


def short_date(value: date | None) -> str:
    """`21 Nov 2026`, for tables; empty for None."""
    return f"{value.day} {value:%b %Y}" if value else ""


def british_time(value: datetime | None) -> str:
    """`21 November 2026, 14:05 UTC`; empty for None."""
    return f"{british_date(value)}, {value:%H:%M} UTC" if value else ""


def count_of(number: int, noun: str, plural: str = "") -> str:
    """`1 statement`, `2 statements`, `1,200 statements`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def file_size(number: int) -> str:
    """`640 bytes`, `12 kB`, `3.4 MB`."""
    if number < 1000:
        return count_of(number, "byte")
    if number < 1_000_000:
        return f"{number / 1000:.0f} kB"
    return f"{number / 1_000_000:.1f} MB"


def media_type(value: str) -> str:
    """`PDF`, `Web page`; an unknown type as it is."""
    return wording.MEDIA_TYPES.get(value, value)


_FILTERS: Mapping[str, Callable[..., object]] = {
    "area": wording.AREAS.__getitem__,
    "area_question": wording.AREA_QUESTIONS.__getitem__,
    "area_verdict": wording.AREA_VERDICTS.__getitem__,
    "area_verdict_in_brief": wording.AREA_VERDICTS_IN_BRIEF.__getitem__,
    "area_verdict_meaning": wording.AREA_VERDICT_MEANINGS.__getitem__,
    "asked_by_law": asked_by_law,
    "british_date": british_date,
    "british_time": british_time,
    "caveats": caveats,
    "count_of": count_of,
    "details": details_stated,
    "extraction": wording.EXTRACTIONS.__getitem__,
    "file_size": file_size,
    "force": wording.FORCES.__getitem__,
    "found_by_model": found_by_model,
    "in_scope": wording.IN_SCOPE.__getitem__,
    "made_with": made_with,
    "media_type": media_type,
    "not_done": not_done,
    "outcome": wording.OUTCOMES.__getitem__,
    "outcome_meaning": wording.OUTCOME_MEANINGS.__getitem__,
    "outcome_next_step": wording.OUTCOME_NEXT_STEPS.__getitem__,
    "requirement": wording.REQUIREMENTS.__getitem__,
    "requirement_verdict": requirement_verdict,
    "rule_strength": wording.RULE_STRENGTHS.__getitem__,
    "robots": wording.ROBOTS.__getitem__,
    "short_date": short_date,
}


def register_filters(app: Flask) -> None:
    """Makes the display text available to the templates."""
    app.jinja_env.filters.update(_FILTERS)
