"""Where to look next: the links of a page, a sitemap or a guess, each with what it promises."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from checker.crawl.addresses import url_extension
from checker.crawl.frontier import Candidate
from checker.crawl.links import PageLink
from checker.crawl.scoring import HUB, STATEMENT, LinkScorer
from checker.crawl.sitemap import is_sitemap_address
from checker.crawl.territory import Territory, is_storage

_SITEMAP = 4.5  # after the hub of policies, before that of governance
_GUESS = 1.9  # after every hub
_FROM_CONTEXT = 0.8  # words around a link say less than its own
_PART = 9.0  # a file that a page reached by the statement's name offers or shows

_GUESSES = (
    "/modern-slavery-statement",
    "/modern-slavery",
    "/modern-slavery-act",
    "/policies",
    "/modern-slavery-policy",
)
_DOCUMENTS = {"pdf", "docx", "doc", "odt", "rtf"}
_IMAGES = {"bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp"}
_NEVER = {
    "7z", "atom", "avi", "css", "csv", "dmg", "eot", "exe", "gz", "ics", "ico", "js", "json",
    "mjs", "mov", "mp3", "mp4", "ods", "ogg", "pptx", "ppt", "rar", "rss", "svg", "tar", "ttf",
    "vcf", "wav", "webm", "wmv", "woff", "woff2", "xls", "xlsx", "zip",
}  # fmt: skip


class Leads:
    """Turns what a page offers into candidates.

    Args:
        scorer: Knows the promising words.
        territory: Knows whose sites are whose.
    """

    def __init__(self, scorer: LinkScorer, territory: Territory) -> None:
        self._scorer = scorer
        self._territory = territory

    def from_page(self, links: Iterable[PageLink], page: Candidate) -> Iterator[Candidate]:
        """What the links of a page promise; `page` is how it was found itself."""
        for link in links:
            score = self._worth(link, page)
            if score is not None:
                yield Candidate(
                    url=link.url,
                    score=score,
                    via=f"link “{link.text[:80]}” on {page.url}",
                    depth=page.depth + 1,
                    hint=f"{link.text} {link.url}",
                    owner=page.owner,
                )

    def from_sitemap(self, addresses: Iterable[str], page: Candidate) -> Iterator[Candidate]:
        """What the addresses in a sitemap promise; only those that promise anything."""
        for url in addresses:
            score = self._scorer.score("", urlsplit(url).path)
            if is_sitemap_address(url):
                score = min(_SITEMAP + score / 10, STATEMENT - 1)
            if (
                score >= HUB
                and self._territory.holds(url, page.owner)
                and url_extension(url) not in _NEVER | _IMAGES
            ):
                yield Candidate(
                    url=url,
                    score=score,
                    via=f"sitemap {page.url}",
                    depth=page.depth + 1,
                    hint=url,
                    owner=page.owner,
                )

    def beside(self, home: Candidate, sitemaps: Iterable[str]) -> Iterator[Candidate]:
        """What a site may have without a link to it: sitemaps and well-known paths."""
        for url in sitemaps:
            yield Candidate(
                url=url, score=_SITEMAP, via="robots.txt", guessed=True, owner=home.owner
            )
        for path in _GUESSES:
            yield Candidate(
                url=urljoin(home.url, path),
                score=_GUESS,
                via="well-known path",
                guessed=True,
                owner=home.owner,
            )

    def _worth(self, link: PageLink, page: Candidate) -> float | None:
        """How promising a link is; None where it is not to be followed at all."""
        extension = url_extension(link.url)
        if extension in _NEVER:
            return None
        inside = self._territory.holds(link.url, page.owner)
        address = urlsplit(link.url)
        own = self._scorer.score(
            link.text, f"{address.path}?{address.query}" if inside else link.url
        )
        is_file = extension in _DOCUMENTS or link.embedded
        worth = own
        if own >= 0 and self._scorer.score(link.text) == 0:  # "2023", "Download", "Read more"
            worth = max(own, _FROM_CONTEXT * self._scorer.score(link.context))
            if is_file and page.is_strong:
                worth = max(worth, _PART)
        if extension in _IMAGES:
            return own if own >= STATEMENT else None
        if inside:
            return worth
        if not (is_file or is_storage(link.url)):
            worth = own
        return worth if worth >= STATEMENT else None
