"""What the repositories hand out: domain values together with the keys they are kept under."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from checker.model import (
    AreaVerdict,
    Assessment,
    ContentArea,
    Document,
    Fetch,
    HomepageLink,
    Organisation,
    Outcome,
    Requirement,
    RequirementVerdict,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChange:
    """What adding a register changed, in organisations."""

    added: int
    updated: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run over the register; `finished_at` is None while it runs, or after it was killed."""

    id: int
    kind: str
    started_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRecord:
    """An organisation of the register.

    Attributes:
        id: Key in the database.
        slug: Name for addresses; never changes once given.
        organisation: As the register has it.
        district: Council area of the postcode today; None when the postcode is not in the table.
    """

    id: int
    slug: str
    organisation: Organisation
    district: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A statement as one search found it; the fields are those of `model.FoundStatement`."""

    url: str
    final_url: str
    media_type: str
    sha256: str
    period_end: date | None
    names_organisation: bool
    found_via: str
    on_parent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """One search of one organisation, with its proof.

    Attributes:
        id: Key in the database.
        outcome: How it ended.
        reason: Why, in plain words.
        searched_at: When.
        homepage_link: The link of section 54(7).
        fetches: Every request, in order.
        website: That was searched: the register's at that time, or empty.
        statements: That it found.
    """

    id: int
    outcome: Outcome
    reason: str
    searched_at: datetime
    homepage_link: HomepageLink
    fetches: tuple[Fetch, ...]
    website: str = ""
    statements: tuple[FoundRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """A kept statement with the text it was read as and the latest assessment of that text.

    Attributes:
        id: Key in the database.
        organisation: Whose search found it.
        sha256: Of its bytes, which `StatementRepository.source` gives back.
        url: Address of the link that led to it.
        final_url: Address it was read from, after redirects.
        media_type: As found in the bytes.
        found_via: What led to it, in the crawler's words.
        names_organisation: Whether it names this organisation.
        on_parent: Whether it was found on a parent's site.
        period_end: Of the latest assessment; of the search while there is none.
        first_seen_at: When a search first found these bytes for this organisation.
        last_seen_at: When a search last did.
        document: The text that the assessment's offsets count in.
        assessment: The latest; None before the first.
        assessed_at: When; None before the first.
    """

    id: int
    organisation: OrganisationRecord
    sha256: str
    url: str
    final_url: str
    media_type: str
    found_via: str
    names_organisation: bool
    on_parent: bool
    period_end: date | None
    first_seen_at: datetime
    last_seen_at: datetime
    document: Document
    assessment: Assessment | None
    assessed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSummary:
    """One line about a statement; verdicts are None, and `areas` empty, before it is assessed."""

    id: int
    organisation_slug: str
    organisation_name: str
    final_url: str
    media_type: str
    period_end: date | None
    period_label: str
    assessed_at: datetime | None
    approval: RequirementVerdict | None
    signature: RequirementVerdict | None
    areas: Mapping[ContentArea, AreaVerdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSummary:
    """One line about an organisation: the latest search and the latest statement.

    `outcome` and `searched_at` are None before the first search. A statement of a parent that
    does not name the organisation is never its latest statement.
    """

    id: int
    slug: str
    name: str
    website: str
    district: str | None
    sector: str
    likely_in_scope: str
    outcome: Outcome | None
    searched_at: datetime | None
    latest_statement: StatementSummary | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationQuery:
    """Which organisations, in which order, which page of them.

    Attributes:
        text: Words that all occur in the name, website, company number or postcode.
        district: Name of a council area; empty for all.
        outcome: Of the latest search; None for all.
        sector: The register's own word; empty for all.
        sort: name, district, outcome, period_end or searched_at; `-` before it descends.
            Anything else sorts by name. What is not known comes last either way.
        page: From 1; a page past the end gives the last one.
        per_page: Rows on a page, at least 1.
    """

    text: str = ""
    district: str = ""
    outcome: Outcome | None = None
    sector: str = ""
    sort: str = "name"
    page: int = 1
    per_page: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage(Generic[T]):
    """One page of a longer list."""

    items: tuple[T, ...]
    total: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        """Number of pages, at least 1."""
        return max(1, -(-self.total // self.per_page))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The county in counts.

    Attributes:
        organisations: In the register.
        searched: Of them, searched at least once.
        outcomes: Of the latest searches; every outcome is there, also with 0.
        by_district: The same by council area, only what occurs; key `""` is "not known".
        statements: Organisations with an assessed statement; the next two count its latest.
        coverage: Verdicts by content area; all six areas and four verdicts are there.
        duties: Verdicts by publishing duty: steps, approval, signature, period, homepage_link.
            A homepage link is `stated` when the latest search saw it and `unclear` when that
            search could not read the site.
        last_run_at: When the last run ended; None before that.
    """

    organisations: int
    searched: int
    outcomes: Mapping[Outcome, int]
    by_district: Mapping[str, Mapping[Outcome, int]]
    statements: int
    coverage: Mapping[ContentArea, Mapping[AreaVerdict, int]]
    duties: Mapping[Requirement, Mapping[RequirementVerdict, int]]
    last_run_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """An organisation whose latest search found no current statement, with the proof in short.

    Attributes:
        organisation: Who.
        outcome: How the latest search ended.
        reason: Why, in plain words.
        searched_at: When.
        pages_fetched: Requests of that search that were answered.
        homepage: Address of the website that was searched, or empty.
        latest_period_end: Of the latest statement known; None when there is none or it is undated.
        candidates: Pages that were looked at and not taken: `address: why`.
    """

    organisation: OrganisationRecord
    outcome: Outcome
    reason: str
    searched_at: datetime
    pages_fetched: int
    homepage: str
    latest_period_end: date | None
    candidates: tuple[str, ...]
