"""The report of a search run: one object for each organisation, with its proof of search."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from checker.model import Fetch
from checker.store import OrganisationRecord, SearchRecord
from checker.store.records import FoundRecord


def search_report(
    searches: Iterable[tuple[OrganisationRecord, SearchRecord]],
) -> list[dict[str, Any]]:
    """The searches as JSON-ready values, in the form that docs/reference/commands.md describes."""
    return [
        {
            "name": record.organisation.name,
            "website": search.website,
            "outcome": search.outcome.value,
            "reason": search.reason,
            "searched_at": search.searched_at.isoformat(timespec="seconds"),
            "statements": [_statement(found) for found in search.statements],
            "homepage_link": asdict(search.homepage_link),
            "fetches": [_fetch(fetch) for fetch in search.fetches],
        }
        for record, search in searches
    ]


def _statement(found: FoundRecord) -> dict[str, Any]:
    return {
        "url": found.url,
        "final_url": found.final_url,
        "media_type": found.media_type,
        "sha256": found.sha256,
        "period_end": found.period_end.isoformat() if found.period_end else None,
        "names_organisation": found.names_organisation,
        "found_via": found.found_via,
    }


def _fetch(fetch: Fetch) -> dict[str, Any]:
    return {
        "url": fetch.url,
        "at": fetch.at.isoformat(timespec="seconds"),
        "status": fetch.status,
        "robots": fetch.robots,
        "bytes": fetch.bytes,
        "seconds": round(fetch.seconds, 3),
        "note": fetch.note,
    }
