"""The search for one organisation's statements: from a bare host name to an outcome with proof."""

from datetime import UTC, date, datetime

from checker.crawl.hunt import Hunt, Judge
from checker.crawl.outcome import Findings, decide
from checker.crawl.scoring import LinkScorer
from checker.crawl.selection import leading_keys, select_statements
from checker.crawl.session import PoliteSession
from checker.crawl.site import Site
from checker.crawl.territory import Owner, home_addresses
from checker.crawl.trail import Trail
from checker.model import Organisation, Search

_PARENT_SHARE = 3  # one in so many requests is kept for the parent's site


def search(  # noqa: PLR0913 - the agreed interface: who, with what, and as of when
    organisation: Organisation,
    *,
    session: PoliteSession,
    judge: Judge,
    links: LinkScorer,
    parent: Organisation | None = None,
    today: date,
) -> Search:
    """Looks for the statements of one organisation, best chances first, and says how it ended.

    It never raises for anything a website does: whatever could not be had is in the outcome and
    in the fetches, which are the proof of search.

    Args:
        organisation: Whose statements; its website may be empty.
        session: Makes the requests; shared between searches.
        judge: Says whether a document is a statement, of this organisation, for which period.
        links: Says how promising a link is.
        parent: Its parent, whose site is searched when its own has no current statement.
        today: The day that "the last 18 months" end on.
    """
    started = datetime.now(UTC)
    hunt = Hunt(
        organisation=organisation,
        parent=parent,
        judge=judge,
        scorer=links,
        trail=Trail(session),
        today=today,
    )
    budget = session.options.max_pages
    searches_parent = bool(parent and (parent.website or parent.statement_url))
    own = Site(hunt, organisation.website, Owner.OWN)
    own.search(organisation.statement_url, budget - budget // _PARENT_SHARE * searches_parent)
    parents = None
    if parent and searches_parent and not hunt.is_answered:
        parents = Site(hunt, parent.website, Owner.PARENT)
        parents.search(parent.statement_url, budget)
    return _conclude(hunt, own, parents, started)


def _conclude(hunt: Hunt, own: Site, parents: Site | None, started: datetime) -> Search:
    statements = select_statements(hunt.statements, hunt.pages, hunt.today)
    outcome, reason = decide(
        Findings(
            statements=statements,
            obstacles=hunt.obstacles,
            home=own.failure,
            best_read=hunt.best_read,
            has_website=bool(home_addresses(hunt.organisation.website)),
            parent_home=parents.failure if parents else None,
            exhausted=hunt.trail.is_exhausted,
        ),
        hunt.today,
    )
    return Search(
        name=hunt.organisation.name,
        website=hunt.organisation.website,
        outcome=outcome,
        searched_at=started,
        statements=statements,
        homepage_link=own.homepage_link(leading_keys(statements, hunt.pages)),
        fetches=hunt.trail.fetches,
        reason=reason,
    )
