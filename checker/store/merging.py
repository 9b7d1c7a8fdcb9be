"""A register meets the organisations that are kept: who is new, who changed, under which slug."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields

from checker.model import Organisation
from checker.store.mapping import organisation
from checker.store.tables import OrganisationRow

_SLUG_LENGTH = 60
_SILENT = ("", "unknown")  # what a register writes where it does not know


class KeptOrganisations:
    """The rows that are kept, found again by company number, else by name."""

    def __init__(self, rows: Iterable[OrganisationRow]) -> None:
        self._by_number: dict[str, OrganisationRow] = {}
        self._by_name: dict[str, OrganisationRow] = {}
        self._slugs: set[str] = set()
        for row in rows:
            self._index(row)

    def find(self, given: Organisation) -> OrganisationRow | None:
        """The row of the same organisation, or None."""
        row = self._by_number.get(given.company_number) or self._by_name.get(given.name_key)
        return row if row and given.is_same_as(organisation(row)) else None

    def add(self, given: Organisation) -> OrganisationRow:
        """A new row with a slug that no other has."""
        row = OrganisationRow(slug=self._free_slug(given.name), **_columns(given))
        self._index(row)
        return row

    def update(self, row: OrganisationRow, given: Organisation) -> bool:
        """Whether the row changed: what `given` says replaces it, where it is silent it stays."""
        before = organisation(row)
        merged = merge(before, given)
        if merged == before:
            return False
        for name, value in _columns(merged).items():
            setattr(row, name, value)
        self._index(row)
        return True

    def _index(self, row: OrganisationRow) -> None:
        self._slugs.add(row.slug)
        if row.company_number:
            self._by_number[row.company_number] = row
        self._by_name.setdefault(organisation(row).name_key, row)

    def _free_slug(self, name: str) -> str:
        slug, number = slug_of(name), 1
        while (candidate := slug if number == 1 else f"{slug}-{number}") in self._slugs:
            number += 1
        return candidate


def merge(kept: Organisation, given: Organisation) -> Organisation:
    """`given`, with the values of `kept` where `given` says nothing."""
    values = {field.name: getattr(given, field.name) for field in fields(given)}
    silent = {name for name, value in values.items() if value in _SILENT}
    return Organisation(**values | {name: getattr(kept, name) for name in silent})


def slug_of(name: str) -> str:
    """The name in lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    ascii_name = plain.encode("ascii", "ignore").decode().casefold().replace("'", "")
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:_SLUG_LENGTH].strip("-")
    return slug or "organisation"


def _columns(given: Organisation) -> dict[str, str | None]:
    values = {field.name: getattr(given, field.name) for field in fields(given)}
    return values | {"company_number": given.company_number or None}
