"""What one search knows: the pages it read, the statements it found, what stood in its way."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from checker.crawl.addresses import url_key
from checker.crawl.answer import Answer
from checker.crawl.frontier import Candidate, Frontier
from checker.crawl.leads import Leads
from checker.crawl.links import PageLink, find_links
from checker.crawl.outcome import Hindrance, Obstacle, hindrance_of, is_current
from checker.crawl.scoring import HUB, STATEMENT, LinkScorer
from checker.crawl.sitemap import find_sitemap_addresses
from checker.crawl.territory import Owner, Territory
from checker.crawl.trail import Trail
from checker.errors import FetchError
from checker.model import FoundStatement, Judgement, Organisation, SourceDocument
from checker.model.search import is_outdated

Judge = Callable[[SourceDocument, Organisation], Judgement]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page that was read.

    Attributes:
        url: Where it was read first.
        links: Its links, in order.
        targets: Keys of the addresses they lead to.
        strong: Whether the words that led to it name the statement.
        rejected: Whether it was read and is something else than a statement.
    """

    url: str
    links: tuple[PageLink, ...]
    targets: frozenset[str]
    strong: bool
    rejected: bool


@dataclass(kw_only=True)
class Hunt:
    """One search under way."""

    organisation: Organisation
    parent: Organisation | None
    judge: Judge
    scorer: LinkScorer
    trail: Trail
    today: date
    frontier: Frontier = field(default_factory=Frontier)
    statements: list[FoundStatement] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    pages: dict[str, PageRead] = field(default_factory=dict)
    best_read: float = 0.0
    soft_errors: int = 0
    territory: Territory = field(init=False)

    def __post_init__(self) -> None:
        self.territory = Territory(self.organisation, self.parent)
        self._leads = Leads(self.scorer, self.territory)
        self._by_sha256: dict[str, PageRead] = {}

    @property
    def is_answered(self) -> bool:
        """Whether a statement was found that is its own or names it, and is not an old one."""
        return any(not is_outdated(s.period_end, self.today) for s in self._answers)

    @property
    def floor(self) -> float:
        """How promising a page must be to be visited, by what has been found so far."""
        if any(is_current(s.period_end, self.today) for s in self._answers):
            return STATEMENT
        return HUB if self.statements else 0.0

    @property
    def _answers(self) -> list[FoundStatement]:
        """Statements that are its own, or a parent's that names it."""
        return [s for s in self.statements if s.names_organisation or not s.on_parent]

    def visit(self, candidate: Candidate) -> None:
        """Fetches and reads a candidate, or remembers why it could not be had."""
        self.frontier.mark(candidate.url)
        try:
            answer = self.trail.fetch(candidate.url)
        except FetchError as error:
            self._meet(candidate, hindrance_of(error), error.reason)
        else:
            self.read(answer, candidate)

    def read(self, answer: Answer, candidate: Candidate) -> PageRead | None:
        """Judges a page, remembers it, and queues where it leads; None if it defies reading."""
        self.frontier.mark(answer.final_url)
        try:
            return self._read(answer, candidate)
        except Exception as error:  # noqa: BLE001 - one odd page must not cost the whole search
            reason = f"reading it failed ({type(error).__name__}: {error})"
            self.trail.annotate(answer.final_url, f"could not be read: {reason}")
            self._meet(candidate, Hindrance.UNREADABLE, reason)
            return None

    def look_beside(self, home: Candidate) -> None:
        """Queues what a site may have without a link to it: sitemaps and well-known paths."""
        for lead in self._leads.beside(home, self.trail.sitemaps(home.url)):
            self.frontier.add(lead)

    def _read(self, answer: Answer, candidate: Candidate) -> PageRead:
        key = url_key(answer.final_url)
        known = self.pages.get(key) or self._by_sha256.get(answer.sha256)
        if known:
            self.trail.annotate(answer.final_url, f"the same page as {known.url}")
            self.pages |= {key: known, url_key(candidate.url): known}
            return known
        links: tuple[PageLink, ...] = ()
        rejected = True
        addresses = find_sitemap_addresses(answer)
        if addresses:
            self.trail.annotate(answer.final_url, f"a sitemap of {len(addresses)} addresses")
            leads = self._leads.from_sitemap(addresses, candidate)
        else:
            links = find_links(answer)
            leads = self._leads.from_page(links, replace(candidate, url=answer.final_url))
        for lead in leads:  # first, so that they are kept where judging the page fails
            self.frontier.add(lead)
        if not addresses:
            rejected = self._is_rejected(answer, candidate)
        page = PageRead(
            url=answer.final_url,
            links=links,
            targets=frozenset(url_key(link.url) for link in links),
            strong=candidate.is_strong,
            rejected=rejected,
        )
        self._by_sha256[answer.sha256] = page
        self.pages |= {key: page, url_key(candidate.url): page}
        return page

    def _is_rejected(self, answer: Answer, candidate: Candidate) -> bool:
        """Judges a page: keeps a statement, notes an obstacle, or rejects it."""
        judgement = self.judge(answer.document, self.organisation)
        if judgement.unreadable:
            self.trail.annotate(answer.final_url, f"could not be read: {judgement.unreadable}")
            self._meet(candidate, Hindrance.UNREADABLE, judgement.unreadable)
            return False
        if not judgement.is_statement:
            note = ": ".join(filter(None, ("not a statement", judgement.reason)))
            self.trail.annotate(answer.final_url, note)
            if candidate.guessed:
                self.soft_errors += 1
            else:
                self.best_read = max(self.best_read, candidate.score)
            return True
        owner = self.territory.owner_of(
            answer.final_url, linked_by=candidate.owner, is_page=answer.is_html
        )
        if owner is Owner.OWN and self._is_of_somebody_else(answer.document, judgement):
            self.trail.annotate(answer.final_url, "a statement of somebody else")
            return True
        self._keep(answer, candidate, judgement, owner)
        return False

    def _is_of_somebody_else(self, document: SourceDocument, judgement: Judgement) -> bool:
        """Whether a statement on the organisation's own site names neither it nor its parent.

        Without a parent in the register it is taken for its own: it may trade under another name.
        """
        if judgement.names_organisation or self.territory.is_shared:
            return False
        parent = self.parent or Organisation(name=self.organisation.parent)
        return bool(parent.name) and not self.judge(document, parent).names_organisation

    def _keep(
        self, answer: Answer, candidate: Candidate, judgement: Judgement, owner: Owner
    ) -> None:
        names = judgement.names_organisation
        self.statements.append(
            FoundStatement(
                url=answer.url,
                final_url=answer.final_url,
                media_type=answer.media_type,
                sha256=answer.sha256,
                period_end=judgement.period_end,
                names_organisation=names,
                found_via=candidate.via,
                on_parent=owner is not Owner.OWN or (self.territory.is_shared and not names),
                document=answer.document,
            )
        )
        period = f"period to {judgement.period_end}" if judgement.period_end else "no period"
        naming = "names" if names else "does not name"
        self.trail.annotate(
            answer.final_url, f"a statement, {period}; it {naming} the organisation"
        )

    def _meet(self, candidate: Candidate, hindrance: Hindrance, reason: str) -> None:
        if not candidate.guessed:
            self.obstacles.append(
                Obstacle(
                    hindrance=hindrance,
                    url=candidate.url,
                    score=candidate.score,
                    reason=reason,
                    strong=candidate.is_strong,
                )
            )
