"""Organisations: the register as it is kept, and what the list pages ask of it."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from checker.errors import NotFound
from checker.model import Organisation
from checker.store.listing import find_organisations
from checker.store.mapping import organisation_record
from checker.store.merging import KeptOrganisations
from checker.store.records import (
    OrganisationQuery,
    OrganisationRecord,
    OrganisationSummary,
    RegisterChange,
    ResultPage,
)
from checker.store.tables import OrganisationRow, PostcodeRow


class OrganisationRepository:
    """Organisations of the register."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_register(self, organisations: Iterable[Organisation]) -> RegisterChange:
        """What changed: organisations are found again by company number, else by name.

        What a row says replaces what was kept; where it is silent, the kept value stays.
        Nothing is removed, and a slug once given stays.
        """
        kept = KeptOrganisations(self._session.scalars(select(OrganisationRow)))
        added = updated = unchanged = 0
        for given in organisations:
            row = kept.find(given)
            if row is None:
                self._session.add(kept.add(given))
                added += 1
            elif kept.update(row, given):
                updated += 1
            else:
                unchanged += 1
        self._session.flush()
        return RegisterChange(added=added, updated=updated, unchanged=unchanged)

    def get(self, slug: str) -> OrganisationRecord:
        """The organisation.

        Raises:
            NotFound: There is none under this slug.
        """
        found = self._session.execute(
            _organisations().where(OrganisationRow.slug == slug)
        ).one_or_none()
        if found is None:
            raise NotFound("organisation", slug)
        return organisation_record(*found)

    def all(self) -> tuple[OrganisationRecord, ...]:
        """Every organisation, in register order."""
        rows = self._session.execute(_organisations().order_by(OrganisationRow.id))
        return tuple(organisation_record(*row) for row in rows)

    def sectors(self) -> tuple[str, ...]:
        """Every sector that occurs, in alphabetical order."""
        used = select(OrganisationRow.sector).where(OrganisationRow.sector != "").distinct()
        return tuple(sorted(self._session.scalars(used)))

    def districts(self) -> tuple[str, ...]:
        """Every district that an organisation lies in, in alphabetical order."""
        used = (
            select(PostcodeRow.district)
            .join(OrganisationRow, OrganisationRow.postcode == PostcodeRow.postcode)
            .distinct()
        )
        return tuple(sorted(self._session.scalars(used)))

    def find(self, query: OrganisationQuery) -> ResultPage[OrganisationSummary]:
        """One page of the organisations that `query` asks for."""
        return find_organisations(self._session, query)


def _organisations() -> Select[OrganisationRow, str | None]:
    return select(OrganisationRow, PostcodeRow.district).outerjoin(
        PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode
    )
