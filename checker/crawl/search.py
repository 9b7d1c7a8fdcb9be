"""The search for one organisation's statements: from a bare host name to an outcome with proof."""

from datetime import UTC, date, datetime

from checker.crawl.addresses import clean_url
from checker.crawl.answer import Answer
from checker.crawl.frontier import Candidate
from checker.crawl.homepage import find_homepage_link
from checker.crawl.hunt import Hunt, Judge
from checker.crawl.links import find_links
from checker.crawl.outcome import Findings, Hindrance, Obstacle, decide, hindrance_of
from checker.crawl.scoring import LinkScorer
from checker.crawl.selection import leading_keys, select_statements
from checker.crawl.session import PoliteSession
from checker.crawl.territory import Owner, Territory, home_addresses
from checker.crawl.trail import Trail
from checker.errors import FetchError
from checker.model import HomepageLink, Organisation, Search

_KNOWN = 100.0  # an address where a statement was seen before comes first
_PARENT_SHARE = 3  # one in so many requests is kept for the parent's site
_MAX_SOFT_ERRORS = 2  # a site that answers any path with a page is not asked for more


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
        parent: Its parent, whose site is searched when its own has no statement.
        today: The day that "the last 18 months" end on.
    """
    started = datetime.now(UTC)
    trail = Trail(session)
    hunt = Hunt(
        organisation=organisation,
        parent=parent,
        judge=judge,
        scorer=links,
        trail=trail,
        today=today,
        territory=Territory(organisation, parent),
    )
    budget = session.options.max_pages
    has_parent_site = bool(parent and home_addresses(parent.website))
    own = _Site(hunt, organisation.website, Owner.OWN)
    own.search(organisation.statement_url, budget - budget // _PARENT_SHARE * has_parent_site)
    parent_home = None
    if parent and has_parent_site and not hunt.is_answered:
        parents = _Site(hunt, parent.website, Owner.PARENT)
        parents.search(parent.statement_url, budget)
        parent_home = parents.failure
    statements = select_statements(hunt.statements, hunt.pages)
    outcome, reason = decide(
        Findings(
            statements=statements,
            obstacles=hunt.obstacles,
            home=own.failure,
            best_read=hunt.best_read,
            has_website=bool(home_addresses(organisation.website)),
            parent_home=parent_home,
            exhausted=trail.requests >= budget,
        ),
        today,
    )
    leading = leading_keys(statements, hunt.pages)
    return Search(
        name=organisation.name,
        website=organisation.website,
        outcome=outcome,
        searched_at=started,
        statements=statements,
        homepage_link=own.homepage_link(leading),
        fetches=trail.fetches,
        reason=reason,
    )


class _Site:
    """One website, searched from its homepage.

    Attributes:
        failure: Why the homepage could not be read; None when it could, or there is none.
    """

    def __init__(self, hunt: Hunt, website: str, owner: Owner) -> None:
        self._hunt = hunt
        self._website = website
        self._owner = owner
        self._home: Answer | None = None
        self.failure: Obstacle | None = None

    def search(self, known: str, budget: int) -> None:
        """Visits the known address, the homepage, and whatever is promising enough.

        Args:
            known: Where a statement was seen earlier, or empty.
            budget: Requests of the whole search by which this one ends.
        """
        hunt = self._hunt
        known_url = clean_url(known if "://" in known else f"https://{known}") if known else None
        if known_url:
            hunt.visit(self._candidate(known_url, _KNOWN, "register"))
        self._open_home()
        while hunt.trail.requests < budget:
            candidate = hunt.frontier.pop(hunt.floor)
            if candidate is None:
                return
            if not (candidate.guessed and hunt.soft_errors >= _MAX_SOFT_ERRORS):
                hunt.visit(candidate)

    def homepage_link(self, leading: frozenset[str]) -> HomepageLink:
        """The link to the statement on the homepage; `leading` are addresses that lead to it."""
        if self._home is None:
            return HomepageLink(found=False)
        rejected = {key for key, page in self._hunt.pages.items() if page.rejected} - leading
        return find_homepage_link(
            find_links(self._home), self._hunt.scorer, leading=leading, rejected=rejected
        )

    def _open_home(self) -> None:
        failures: list[Obstacle] = []
        for address in home_addresses(self._website):
            try:
                home = self._hunt.trail.fetch(address)
            except FetchError as error:
                failures.append(_failure(error))
                continue
            self._settle(home)
            return
        # A refusal says more than silence: `www` may not exist where the bare name does.
        order = (Hindrance.BLOCKED, Hindrance.UNREADABLE, Hindrance.MISSING, Hindrance.UNREACHABLE)
        self.failure = min(failures, key=lambda f: order.index(f.hindrance), default=None)
        if self.failure and self.failure.hindrance is not Hindrance.UNREACHABLE:
            self._hunt.look_beside(self._candidate(self.failure.url, 0, "homepage"))

    def _settle(self, home: Answer) -> None:
        """Goes on from a homepage, wherever it has moved to."""
        territory = self._hunt.territory
        territory.claim(home.final_url, self._owner)
        if not territory.holds(home.final_url, self._owner):
            self._owner = Owner.PARENT
        self._home = home
        candidate = self._candidate(home.final_url, 0, "homepage")
        self._hunt.read(home, candidate)
        self._hunt.look_beside(candidate)

    def _candidate(self, url: str, score: float, via: str) -> Candidate:
        return Candidate(url=url, score=score, via=via, owner=self._owner)


def _failure(error: FetchError) -> Obstacle:
    return Obstacle(
        hindrance=hindrance_of(error), url=error.url, score=0, reason=error.reason, strong=False
    )
