"""The county: register → search → pipeline → store."""

from checker.county.assessing import assess_county
from checker.county.registering import RegisterReport, add_register
from checker.county.searching import (
    RunSummary,
    SearchResult,
    SearchTools,
    search_county,
    search_organisation,
)

__all__ = [
    "RegisterReport",
    "RunSummary",
    "SearchResult",
    "SearchTools",
    "add_register",
    "assess_county",
    "search_county",
    "search_organisation",
]
