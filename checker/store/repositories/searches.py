"""Searches and their proof: what was asked for, what came back, how it ended."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, selectinload

from checker.model import Fetch, FoundStatement, Outcome, Search
from checker.model.search import is_outdated
from checker.store.latest import latest_assessment, latest_search, latest_statement, period_end
from checker.store.mapping import organisation_record, search_record
from checker.store.records import MissingRow, OrganisationRecord, SearchRecord
from checker.store.tables import (
    AssessmentRow,
    FetchRow,
    FoundRow,
    OrganisationRow,
    PostcodeRow,
    SearchRow,
    StatementRow,
)

# How the crawler's note begins for a page that was looked at and not taken.
_NOT_TAKEN = ("not a statement", "a statement of somebody else", "could not be read")

_WITH_PROOF = (selectinload(SearchRow.statements), selectinload(SearchRow.fetches))


class SearchRepository:
    """Searches, append-only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, organisation_id: int, search: Search, run_id: int | None) -> int:
        """Id of the search, kept with every request and with what it found, as it found it.

        The bytes and the text of the statements are kept by `StatementRepository.add`.
        """
        link = search.homepage_link
        row = SearchRow(
            organisation_id=organisation_id,
            run_id=run_id,
            website=search.website,
            outcome=search.outcome,
            reason=search.reason,
            searched_at=search.searched_at,
            homepage_link_found=link.found,
            homepage_link_seen=link.seen,
            homepage_link_href=link.href,
            homepage_link_text=link.text,
            homepage_link_where=link.where,
            statements=_found_rows(search.statements),
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

    def of_run(self, run_id: int) -> tuple[tuple[OrganisationRecord, SearchRecord], ...]:
        """Every search of the run with whom it was for, in register order."""
        rows = self._session.execute(
            select(OrganisationRow, PostcodeRow.district, SearchRow)
            .join(SearchRow, SearchRow.organisation_id == OrganisationRow.id)
            .outerjoin(PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode)
            .where(SearchRow.run_id == run_id)
            .order_by(OrganisationRow.id, SearchRow.id)
            .options(*_WITH_PROOF)
        )
        return tuple(
            (organisation_record(row, district), search_record(search))
            for row, district, search in rows
        )

    def missing(self) -> tuple[MissingRow, ...]:
        """Organisations whose latest search found no current statement, in register order.

        A parent's statement that names the organisation will do, unless its period ended more
        than 18 months before the search. Who was never searched is not among them.
        """
        candidates = self._candidates()
        return tuple(
            MissingRow(
                organisation=organisation_record(row, district),
                outcome=search.outcome,
                reason=search.reason,
                searched_at=search.searched_at,
                pages_fetched=pages,
                homepage=f"https://{search.website}/" if search.website else "",
                latest_period_end=ended,
                candidates=tuple(candidates.get(search.id, ())),
            )
            for row, district, search, pages, ended in self._session.execute(_missing())
            if search.outcome is not Outcome.FOUND_ON_PARENT
            or is_outdated(ended, search.searched_at.date())
        )

    def _candidates(self) -> dict[int, list[str]]:
        """Of the latest searches: pages that were looked at and not taken, and why."""
        notes = (
            select(FetchRow.search_id, FetchRow.url, FetchRow.note)
            .join(SearchRow, SearchRow.id == FetchRow.search_id)
            .where(_may_be_missing(), or_(*(FetchRow.note.startswith(sign) for sign in _NOT_TAKEN)))
            .order_by(FetchRow.search_id, FetchRow.position)
        )
        found: dict[int, list[str]] = {}
        for search_id, url, note in self._session.execute(notes):
            found.setdefault(search_id, []).append(f"{url}: {note}")
        return found


def _found_rows(statements: Iterable[FoundStatement]) -> list[FoundRow]:
    return [
        FoundRow(
            position=position,
            sha256=found.sha256,
            url=found.url,
            final_url=found.final_url,
            media_type=found.media_type,
            found_via=found.found_via,
            names_organisation=found.names_organisation,
            on_parent=found.on_parent,
            period_end=found.period_end,
        )
        for position, found in enumerate(statements)
    ]


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
        .options(*_WITH_PROOF)
    )


def _may_be_missing() -> ColumnElement[bool]:
    is_latest = SearchRow.id == latest_search(SearchRow.organisation_id)
    return is_latest & (SearchRow.outcome != Outcome.FOUND)


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
        .where(_may_be_missing())
        .order_by(OrganisationRow.id)
    )
