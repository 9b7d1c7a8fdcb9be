"""The county in counts, from the latest search and the latest statement of each organisation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from checker.model import AreaVerdict, ContentArea, Outcome, Requirement, RequirementVerdict
from checker.store.latest import latest_assessment, latest_search, latest_statement
from checker.store.mapping import DUTIES, homepage_link
from checker.store.records import Overview
from checker.store.tables import (
    AssessmentRow,
    OrganisationRow,
    PostcodeRow,
    RunRow,
    SearchRow,
    StatementRow,
)

V = TypeVar("V", bound=StrEnum)


class OverviewRepository:
    """Counts over everything that is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Overview:
        """The counts; four queries, however many organisations there are."""
        by_district = self._by_district()
        outcomes = Counter[Outcome]()
        for counts in by_district.values():
            outcomes.update(counts)
        latest = self._latest()
        return Overview(
            organisations=self._session.scalar(select(func.count(OrganisationRow.id))) or 0,
            searched=outcomes.total(),
            outcomes={outcome: outcomes[outcome] for outcome in Outcome},
            by_district=by_district,
            statements=len(latest),
            coverage={
                area: _counts(AreaVerdict, (getattr(row, area) for row, _ in latest))
                for area in ContentArea
            },
            duties=_duties(latest),
            last_run_at=self._session.scalar(select(func.max(RunRow.finished_at))),
        )

    def _by_district(self) -> dict[str, dict[Outcome, int]]:
        rows = self._session.execute(
            select(func.coalesce(PostcodeRow.district, ""), SearchRow.outcome, func.count())
            .select_from(OrganisationRow)
            .join(SearchRow, SearchRow.id == latest_search(OrganisationRow.id))
            .outerjoin(PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode)
            .group_by(PostcodeRow.district, SearchRow.outcome)
            .order_by(PostcodeRow.district)
        )
        counts: dict[str, dict[Outcome, int]] = {}
        for district, outcome, number in rows:
            counts.setdefault(district, {})[outcome] = number
        return counts

    def _latest(self) -> Sequence[Row[AssessmentRow, SearchRow | None]]:
        return self._session.execute(
            select(AssessmentRow, SearchRow)
            .select_from(OrganisationRow)
            .join(StatementRow, StatementRow.id == latest_statement(OrganisationRow.id))
            .join(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
            .outerjoin(SearchRow, SearchRow.id == latest_search(OrganisationRow.id))
        ).all()


def _duties(
    latest: Sequence[Row[AssessmentRow, SearchRow | None]],
) -> Mapping[Requirement, Mapping[RequirementVerdict, int]]:
    counts = {
        duty: _counts(RequirementVerdict, (getattr(row, duty) for row, _ in latest))
        for duty in DUTIES
    }
    links = (
        homepage_link(search).verdict if search else RequirementVerdict.UNCLEAR
        for _, search in latest
    )
    return counts | {Requirement.HOMEPAGE_LINK: _counts(RequirementVerdict, links)}


def _counts(verdicts: type[V], found: Iterable[V | None]) -> dict[V, int]:
    counted = Counter(found)
    return {verdict: counted[verdict] for verdict in verdicts}
