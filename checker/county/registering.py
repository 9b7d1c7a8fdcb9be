"""Takes a register into the database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from checker.model import Issue
from checker.register import load_postcodes, load_register
from checker.store import (
    OrganisationRecord,
    OrganisationRepository,
    PostcodeRepository,
    RegisterChange,
    unit_of_work,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """What a register changed, its organisations as they are kept, and the rows left out."""

    change: RegisterChange
    records: tuple[OrganisationRecord, ...]
    issues: tuple[Issue, ...]


def add_register(
    path: Path, *, corpus_dir: Path, session_factory: sessionmaker[Session]
) -> RegisterReport:
    """Add the organisations of the file at `path`; adding it again changes nothing.

    Raises:
        RegisterError: The file cannot be used at all.
        StoreError: The database could not be written.
    """
    imported = load_register(path)
    postcodes = tuple(load_postcodes(corpus_dir))
    with unit_of_work(session_factory) as session:
        PostcodeRepository(session).load(postcodes)
        organisations = OrganisationRepository(session)
        change = organisations.add_register(imported.organisations)
        names = {organisation.name for organisation in imported.organisations}
        records = tuple(r for r in organisations.all() if r.organisation.name in names)
    return RegisterReport(change=change, records=records, issues=imported.issues)
