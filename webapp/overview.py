"""The county at a glance."""

from collections.abc import Mapping

from flask import Blueprint, render_template

from checker.model import Outcome
from checker.report.wording import OUTCOME_GROUPS
from checker.store.repositories import OverviewRepository
from webapp.charts import coverage_chart
from webapp.parts import open_session

bp = Blueprint("overview", __name__)


@bp.get("/")
def index() -> str:
    """Counts by outcome, content coverage, duties and districts."""
    with open_session() as session:
        overview = OverviewRepository(session).get()
    return render_template(
        "overview/index.html",
        overview=overview,
        totals=_count_groups(overview.outcomes),
        districts={name: _count_groups(counts) for name, counts in overview.by_district.items()},
        chart=coverage_chart(overview.coverage),
    )


def _count_groups(outcomes: Mapping[Outcome, int]) -> dict[str, int]:
    """Searches by the four groups that a person acts on alike."""
    return {
        title: sum(outcomes.get(outcome, 0) for outcome in members)
        for title, members in OUTCOME_GROUPS.items()
    }
