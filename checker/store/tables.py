"""The tables. Rows are not domain types: `repositories` turns one into the other.

Searches, fetches and assessments are append-only. The district of an organisation is not a
column: it is looked up through the postcode when read, because Norfolk's councils change in
April 2028.
"""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from checker.model import AreaVerdict, IssueLevel, Outcome, RequirementVerdict

E = TypeVar("E", bound=StrEnum)

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which keeps no time zone, gives it back as one too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  SQLAlchemy's signature
    ) -> datetime | None:
        """Only aware moments are kept."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value and value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  SQLAlchemy's signature
    ) -> datetime | None:
        """The moment as it was bound."""
        if value is not None and value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value and value.astimezone(UTC)


class CleanText(TypeDecorator[str]):
    """Text from anywhere; characters that no database takes become U+FFFD.

    NUL and lone surrogates come from broken pages, and must not end a run.
    """

    impl = String
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002  SQLAlchemy's signature
    ) -> str | None:
        """The text as it can be kept."""
        return value and _UNKEEPABLE.sub("\ufffd", value)


def _by_value(enum: type[E]) -> Enum:
    """`enum` stored as its value in plain text, so that a new member needs no migration."""
    return Enum(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=40,
    )


class Base(DeclarativeBase):
    """Common names of constraints, and how Python types are stored."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads it as a class variable
        str: CleanText(),
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        Outcome: _by_value(Outcome),
        IssueLevel: _by_value(IssueLevel),
        AreaVerdict: _by_value(AreaVerdict),
        RequirementVerdict: _by_value(RequirementVerdict),
    }


class PostcodeRow(Base):
    """A live postcode of the county and its council area."""

    __tablename__ = "postcodes"

    postcode: Mapped[str] = mapped_column(primary_key=True)
    district: Mapped[str]
    lad_code: Mapped[str]


class OrganisationRow(Base):
    """One organisation of the register. Natural key: company number, else name."""

    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    website: Mapped[str]
    company_number: Mapped[str | None] = mapped_column(unique=True)
    postcode: Mapped[str] = mapped_column(index=True)
    parent: Mapped[str]
    statement_url: Mapped[str]
    sector: Mapped[str] = mapped_column(index=True)
    provenance: Mapped[str]
    likely_in_scope: Mapped[str]


class RunRow(Base):
    """One run over the register; without an end it is running, or was killed."""

    __tablename__ = "runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class IssueRow(Base):
    """A failure of one item in a run."""

    __tablename__ = "issues"

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), index=True)
    at: Mapped[datetime]
    level: Mapped[IssueLevel]
    stage: Mapped[str]
    subject: Mapped[str]
    message: Mapped[str]


class SearchRow(Base):
    """One finished search for one organisation. Append-only."""

    __tablename__ = "searches"
    __table_args__ = (Index(None, "organisation_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"), index=True)
    website: Mapped[str]
    outcome: Mapped[Outcome]
    reason: Mapped[str]
    searched_at: Mapped[datetime]
    homepage_link_found: Mapped[bool]
    homepage_link_seen: Mapped[bool]
    homepage_link_href: Mapped[str | None]
    homepage_link_text: Mapped[str | None]
    homepage_link_where: Mapped[str | None]
    statements: Mapped[list["FoundRow"]] = relationship(order_by="FoundRow.position")
    fetches: Mapped[list["FetchRow"]] = relationship(order_by="FetchRow.position")


class FoundRow(Base):
    """A statement as one search found it. Append-only; `StatementRow` is what is known now."""

    __tablename__ = "found_statements"

    search_id: Mapped[int] = mapped_column(ForeignKey("searches.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    url: Mapped[str]
    final_url: Mapped[str]
    media_type: Mapped[str]
    found_via: Mapped[str]
    names_organisation: Mapped[bool]
    on_parent: Mapped[bool]
    period_end: Mapped[date | None]


class FetchRow(Base):
    """One request of a search: the proof that it was made. Append-only."""

    __tablename__ = "fetches"

    search_id: Mapped[int] = mapped_column(ForeignKey("searches.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    at: Mapped[datetime]
    status: Mapped[int | None]
    robots: Mapped[str]
    bytes: Mapped[int]
    seconds: Mapped[float]
    note: Mapped[str]


class SourceDocumentRow(Base):
    """The bytes of a statement as they were received, once for each content."""

    __tablename__ = "source_documents"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    charset: Mapped[str]
    url: Mapped[str]
    first_seen_at: Mapped[datetime]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class DocumentRow(Base):
    """A text read from the bytes; an extractor that reads otherwise adds a row.

    A statement points to the text read last, an assessment to the text it counts in.
    """

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("sha256", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("source_documents.sha256"))
    digest: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]] = mapped_column(deferred=True)


class StatementRow(Base):
    """A statement that a search found for an organisation."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("organisation_id", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    sha256: Mapped[str] = mapped_column(ForeignKey("source_documents.sha256"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    url: Mapped[str]
    final_url: Mapped[str]
    media_type: Mapped[str]
    found_via: Mapped[str]
    names_organisation: Mapped[bool]
    on_parent: Mapped[bool]
    period_end: Mapped[date | None]
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]


class AssessmentRow(Base):
    """One assessment of one statement: `assessment/1` and the columns that are queried.

    Append-only. `payload` comes last, so that SQLite reads the others without it.
    """

    __tablename__ = "assessments"
    __table_args__ = (Index(None, "statement_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    assessed_at: Mapped[datetime]
    rules_version: Mapped[str]
    checker_version: Mapped[str]
    is_statement: Mapped[bool]
    period_end: Mapped[date | None]
    period_label: Mapped[str]
    steps: Mapped[RequirementVerdict | None]
    approval: Mapped[RequirementVerdict | None]
    signature: Mapped[RequirementVerdict | None]
    period: Mapped[RequirementVerdict | None]
    structure: Mapped[AreaVerdict]
    policies: Mapped[AreaVerdict]
    due_diligence: Mapped[AreaVerdict]
    risk: Mapped[AreaVerdict]
    effectiveness: Mapped[AreaVerdict]
    training: Mapped[AreaVerdict]
    payload: Mapped[dict[str, Any]] = mapped_column(deferred=True)
