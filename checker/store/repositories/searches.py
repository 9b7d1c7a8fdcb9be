"""Searches and their proof: what was asked for, what came back, how it ended."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, selectinload

from checker.model import Fetch, Outcome, Search
from checker.store.latest import latest_assessment, latest_search, latest_statement, period_end
from checker.store.mapping import organisation_record, search_record
from checker.store.records import MissingRow, SearchRecord
from checker.store.tables import (
    AssessmentRow,
    FetchRow,
    OrganisationRow,
    PostcodeRow,
    SearchRow,
    StatementRow,
)

# A statement for a current period was found: nobody needs to be asked for one.
_NOT_MISSING = (Outcome.FOUND, Outcome.FOUND_ON_PARENT)


class SearchRepository:
    """Searches, append-only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, organisation_id: int, search: Search, run_id: int | None) -> int:
        """Id of the search, kept with every request.

        The statements it found are kept by `StatementRepository.add`, with their text.
        """
        link = search.homepage_link
        row = SearchRow(
            organisation_id=organisation_id,
            run_id=run_id,
            outcome=search.outcome,
            reason=search.reason,
            searched_at=search.searched_at,
            homepage_link_found=link.found,
            homepage_link_href=link.href,
            homepage_link_text=link.text,
            homepage_link_where=link.where,
            fetches=_fetch_rows(search.fetches),
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def latest_for(self, organisation_id: int) -> SearchRecord | None:
        """The search that was added last; None before the first."""
        row = self._session.scalar(_searches_of(organisation_id).limit(1))
        return search_record(row) if row else None

    def history_for(self, organisation_id: int) -> tuple[SearchRecord, ...]:
        """Every search, the latest first."""
        rows = self._session.scalars(_searches_of(organisation_id))
        return tuple(search_record(row) for row in rows)

    def missing(self) -> tuple[MissingRow, ...]:
        """Organisations whose latest search found no current statement, in register order.

        Who was never searched is not among them.
        """
        candidates = self._candidates()
        return tuple(
            MissingRow(
                organisation=organisation_record(row, district),
                outcome=search.outcome,
                reason=search.reason,
                searched_at=search.searched_at,
                pages_fetched=pages,
                homepage=f"https://{row.website}/" if row.website else "",
                latest_period_end=ended,
                candidates=tuple(candidates.get(search.id, ())),
            )
            for row, district, search, pages, ended in self._session.execute(_missing())
        )

    def _candidates(self) -> dict[int, list[str]]:
        """Of the latest searches: pages that were looked at and not taken, and why."""
        notes = (
            select(FetchRow.search_id, FetchRow.url, FetchRow.note)
            .join(SearchRow, SearchRow.id == FetchRow.search_id)
            .where(_is_missing(), FetchRow.note.startswith("not a statement"))
            .order_by(FetchRow.search_id, FetchRow.position)
        )
        found: dict[int, list[str]] = {}
        for search_id, url, note in self._session.execute(notes):
            found.setdefault(search_id, []).append(f"{url}: {note}")
        return found


def _fetch_rows(fetches: Iterable[Fetch]) -> list[FetchRow]:
    return [
        FetchRow(
            position=position,
            url=fetch.url,
            at=fetch.at,
            status=fetch.status,
            robots=fetch.robots,
            bytes=fetch.bytes,
            seconds=fetch.seconds,
            note=fetch.note,
        )
        for position, fetch in enumerate(fetches)
    ]


def _searches_of(organisation_id: int) -> Select[SearchRow]:
    return (
        select(SearchRow)
        .where(SearchRow.organisation_id == organisation_id)
        .order_by(SearchRow.id.desc())
        .options(selectinload(SearchRow.fetches))
    )


def _is_missing() -> ColumnElement[bool]:
    is_latest = SearchRow.id == latest_search(SearchRow.organisation_id)
    return is_latest & SearchRow.outcome.not_in(_NOT_MISSING)


def _missing() -> Select[OrganisationRow, str | None, SearchRow, int, date | None]:
    pages = (
        select(func.count())
        .where(FetchRow.search_id == SearchRow.id, FetchRow.status.is_not(None))
        .scalar_subquery()
    )
    return (
        select(
            OrganisationRow,
            PostcodeRow.district,
            SearchRow,
            pages,
            period_end(StatementRow, AssessmentRow),
        )
        .join(SearchRow, SearchRow.organisation_id == OrganisationRow.id)
        .outerjoin(PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode)
        .outerjoin(StatementRow, StatementRow.id == latest_statement(OrganisationRow.id))
        .outerjoin(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
        .where(_is_missing())
        .order_by(OrganisationRow.id)
    )
