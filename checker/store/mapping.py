"""Rows to domain values and records, one function for each."""

from checker.model import (
    Assessment,
    ContentArea,
    Fetch,
    HomepageLink,
    Organisation,
    Requirement,
)
from checker.model.wire import assessment_from_json, assessment_to_json
from checker.store.records import FoundRecord, OrganisationRecord, SearchRecord, StatementSummary
from checker.store.tables import (
    AssessmentRow,
    FetchRow,
    FoundRow,
    OrganisationRow,
    SearchRow,
    StatementRow,
)

# Verdicts that have a column of their own, under the same name.
DUTIES = (
    Requirement.STEPS,
    Requirement.APPROVAL,
    Requirement.SIGNATURE,
    Requirement.PERIOD,
)


def organisation(row: OrganisationRow) -> Organisation:
    """The organisation as the register had it."""
    return Organisation(
        name=row.name,
        website=row.website,
        company_number=row.company_number or "",
        postcode=row.postcode,
        parent=row.parent,
        statement_url=row.statement_url,
        sector=row.sector,
        provenance=row.provenance,
        likely_in_scope=row.likely_in_scope,
    )


def organisation_record(row: OrganisationRow, district: str | None) -> OrganisationRecord:
    """The organisation with its key and the district it was joined with."""
    return OrganisationRecord(
        id=row.id, slug=row.slug, organisation=organisation(row), district=district
    )


def search_record(row: SearchRow) -> SearchRecord:
    """The search with every request."""
    return SearchRecord(
        id=row.id,
        website=row.website,
        outcome=row.outcome,
        reason=row.reason,
        searched_at=row.searched_at,
        homepage_link=homepage_link(row),
        statements=tuple(_found(found) for found in row.statements),
        fetches=tuple(_fetch(fetch) for fetch in row.fetches),
    )


def homepage_link(row: SearchRow) -> HomepageLink:
    """The link of section 54(7) as the search saw it."""
    return HomepageLink(
        found=row.homepage_link_found,
        seen=row.homepage_link_seen,
        href=row.homepage_link_href,
        text=row.homepage_link_text,
        where=row.homepage_link_where,
    )


def _found(row: FoundRow) -> FoundRecord:
    return FoundRecord(
        url=row.url,
        final_url=row.final_url,
        media_type=row.media_type,
        sha256=row.sha256,
        period_end=row.period_end,
        names_organisation=row.names_organisation,
        found_via=row.found_via,
        on_parent=row.on_parent,
    )


def _fetch(row: FetchRow) -> Fetch:
    return Fetch(
        url=row.url,
        at=row.at,
        status=row.status,
        robots=row.robots,
        bytes=row.bytes,
        seconds=row.seconds,
        note=row.note,
    )


def statement_summary(
    statement: StatementRow, latest: AssessmentRow | None, owner: OrganisationRow
) -> StatementSummary:
    """The statement with the verdicts of its latest assessment."""
    return StatementSummary(
        id=statement.id,
        organisation_slug=owner.slug,
        organisation_name=owner.name,
        final_url=statement.final_url,
        media_type=statement.media_type,
        period_end=latest.period_end if latest else statement.period_end,
        period_label=latest.period_label if latest else "",
        assessed_at=latest.assessed_at if latest else None,
        approval=latest.approval if latest else None,
        signature=latest.signature if latest else None,
        areas={area: getattr(latest, area) for area in ContentArea} if latest else {},
    )


def assessment(row: AssessmentRow) -> Assessment:
    """The assessment as it was added."""
    return assessment_from_json(row.payload)


def assessment_row(value: Assessment) -> AssessmentRow:
    """The assessment's own columns; the caller adds what it belongs to and when it was made."""
    duties = {duty: value.requirement(duty) for duty in DUTIES}
    return AssessmentRow(
        rules_version=value.versions.rules,
        checker_version=value.versions.checker,
        is_statement=value.statement.is_statement,
        period_end=value.statement.period_end,
        period_label=value.statement.period_label,
        payload=assessment_to_json(value),
        **{duty.value: found.verdict if found else None for duty, found in duties.items()},
        **{area.value: value.area(area).verdict for area in ContentArea},
    )
