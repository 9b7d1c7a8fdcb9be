"""The list of organisations: filter, sort, page. Three queries, however many there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from checker.model import Outcome
from checker.store.latest import latest_assessment, latest_search, latest_statement, period_end
from checker.store.mapping import statement_summary
from checker.store.records import (
    OrganisationQuery,
    OrganisationSummary,
    ResultPage,
    StatementSummary,
)
from checker.store.tables import (
    AssessmentRow,
    OrganisationRow,
    PostcodeRow,
    SearchRow,
    StatementRow,
)

_NAME = func.lower(OrganisationRow.name)
_SORTS: dict[str, ColumnElement[Any]] = {
    "name": _NAME,
    "district": PostcodeRow.district.expression,
    "outcome": case(
        {outcome: place for place, outcome in enumerate(Outcome)}, value=SearchRow.outcome
    ),
    "period_end": period_end(StatementRow, AssessmentRow),
    "searched_at": SearchRow.searched_at.expression,
}
_SEARCHED_COLUMNS = (
    OrganisationRow.name,
    OrganisationRow.website,
    OrganisationRow.company_number,
    OrganisationRow.postcode,
)


def find_organisations(
    session: Session, query: OrganisationQuery
) -> ResultPage[OrganisationSummary]:
    """One page of the organisations that `query` asks for."""
    per_page = max(1, query.per_page)
    matching = _matching(query)
    total = session.scalar(matching.with_only_columns(func.count())) or 0
    page = min(max(1, query.page), max(1, -(-total // per_page)))
    rows = session.execute(
        _sorted(matching, query.sort).limit(per_page).offset((page - 1) * per_page)
    ).all()
    latest = _latest_statements(session, [row.id for row, _, _ in rows])
    items = tuple(
        _summary(row, district, search, latest.get(row.id)) for row, district, search in rows
    )
    return ResultPage(items=items, total=total, page=page, per_page=per_page)


def _matching(query: OrganisationQuery) -> Select[OrganisationRow, str | None, SearchRow | None]:
    found = (
        select(OrganisationRow, PostcodeRow.district, SearchRow)
        .outerjoin(PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode)
        .outerjoin(SearchRow, SearchRow.id == latest_search(OrganisationRow.id))
    )
    for word in query.text.split():
        hits = (column.icontains(word, autoescape=True) for column in _SEARCHED_COLUMNS)
        found = found.where(or_(*hits))
    if query.district:
        found = found.where(PostcodeRow.district == query.district)
    if query.outcome:
        found = found.where(SearchRow.outcome == query.outcome)
    if query.sector:
        found = found.where(OrganisationRow.sector == query.sector)
    return found


def _sorted(
    matching: Select[OrganisationRow, str | None, SearchRow | None], sort: str
) -> Select[OrganisationRow, str | None, SearchRow | None]:
    key = sort.removeprefix("-")
    column = _SORTS.get(key, _NAME)
    if key == "period_end":
        matching = matching.outerjoin(
            StatementRow, StatementRow.id == latest_statement(OrganisationRow.id)
        ).outerjoin(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
    direction = column.desc() if sort.startswith("-") else column.asc()
    return matching.order_by(direction.nulls_last(), _NAME, OrganisationRow.id)


def _latest_statements(session: Session, ids: Sequence[int]) -> dict[int, StatementSummary]:
    rows = session.execute(
        select(StatementRow, AssessmentRow, OrganisationRow)
        .select_from(OrganisationRow)
        .join(StatementRow, StatementRow.id == latest_statement(OrganisationRow.id))
        .outerjoin(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
        .where(OrganisationRow.id.in_(ids))
    )
    return {owner.id: statement_summary(row, latest, owner) for row, latest, owner in rows}


def _summary(
    row: OrganisationRow,
    district: str | None,
    search: SearchRow | None,
    latest: StatementSummary | None,
) -> OrganisationSummary:
    return OrganisationSummary(
        id=row.id,
        slug=row.slug,
        name=row.name,
        website=row.website,
        district=district,
        sector=row.sector,
        likely_in_scope=row.likely_in_scope,
        outcome=search.outcome if search else None,
        searched_at=search.searched_at if search else None,
        latest_statement=latest,
    )
