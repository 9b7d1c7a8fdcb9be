"""One website, searched from its homepage as far as the search has need of it."""

from checker.crawl.addresses import clean_url
from checker.crawl.answer import Answer
from checker.crawl.frontier import Candidate
from checker.crawl.homepage import find_homepage_link
from checker.crawl.hunt import Hunt, PageRead
from checker.crawl.outcome import Hindrance, Obstacle, hindrance_of
from checker.crawl.territory import Owner, home_addresses
from checker.errors import FetchError, RobotsDisallowed
from checker.model import HomepageLink

_KNOWN = 100.0  # an address where a statement was seen before comes first
_MAX_SOFT_ERRORS = 2  # a site that answers any path with a page is not asked for more
_TELLING = (
    Hindrance.BLOCKED,
    Hindrance.UNREADABLE,
    Hindrance.MISSING,
    Hindrance.UNREACHABLE,
)


class Site:
    """One website, searched from its homepage.

    Attributes:
        failure: Why the homepage could not be read; None when it could, or there is none.
    """

    def __init__(self, hunt: Hunt, website: str, owner: Owner) -> None:
        self._hunt = hunt
        self._website = website
        self._owner = owner
        self._home: PageRead | None = None
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
            return HomepageLink(found=False, seen=False)
        rejected = {key for key, page in self._hunt.pages.items() if page.rejected} - leading
        return find_homepage_link(
            self._home.links, self._hunt.scorer, leading=leading, rejected=rejected
        )

    def _open_home(self) -> None:
        errors: list[FetchError] = []
        for address in home_addresses(self._website):
            try:
                home = self._hunt.trail.fetch(address)
            except FetchError as error:
                errors.append(error)
                continue
            self._settle(home)
            return
        if errors:
            # A refusal says more than silence: `www` may not exist where the bare name does.
            self._fail(min(errors, key=lambda error: _TELLING.index(hindrance_of(error))))

    def _fail(self, error: FetchError) -> None:
        """Goes on without a homepage, unless the whole site is silent or turns robots away."""
        self.failure = Obstacle(
            hindrance=hindrance_of(error), url=error.url, score=0, reason=error.reason, strong=False
        )
        if isinstance(error, RobotsDisallowed) or self.failure.hindrance is Hindrance.MISSING:
            self._hunt.look_beside(self._candidate(error.url, 0, "homepage"))

    def _settle(self, home: Answer) -> None:
        """Goes on from a homepage, wherever it has moved to."""
        territory = self._hunt.territory
        territory.claim(home.final_url, self._owner)
        if not territory.holds(home.final_url, self._owner):
            self._owner = Owner.PARENT
        candidate = self._candidate(home.final_url, 0, "homepage")
        self._home = self._hunt.read(home, candidate)
        if self._home is None:
            self.failure = self._hunt.obstacles[-1]
        self._hunt.look_beside(candidate)

    def _candidate(self, url: str, score: float, via: str) -> Candidate:
        return Candidate(url=url, score=score, via=via, owner=self._owner)
