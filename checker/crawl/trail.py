"""The trail of one search: what it fetched, what came of it, and how much it may still fetch."""

from collections import Counter
from dataclasses import replace
from urllib.parse import urlsplit

from checker.crawl.addresses import host_of, origin_of
from checker.crawl.answer import Answer
from checker.crawl.links import find_refresh
from checker.crawl.session import PoliteSession
from checker.errors import Unreachable
from checker.model import Fetch

_MAX_REFRESHES = 3
_PATIENCE = 4  # failures of one host, https and http counted apart


class Trail:
    """Fetches for one search and keeps the proof of it.

    Args:
        session: Shared with all other searches.
    """

    def __init__(self, session: PoliteSession) -> None:
        self._session = session
        self._fetches: list[Fetch] = []
        self._scheme: dict[str, str] = {}
        self._failures: Counter[str] = Counter()

    @property
    def fetches(self) -> tuple[Fetch, ...]:
        """Every request so far, and every one that was not made and why."""
        return tuple(self._fetches)

    @property
    def requests(self) -> int:
        """How many requests were made."""
        return sum(not fetch.note.startswith("not fetched") for fetch in self._fetches)

    @property
    def is_exhausted(self) -> bool:
        """Whether it has made all the requests that one organisation is worth."""
        return self.requests >= self._session.options.max_pages

    def fetch(self, url: str) -> Answer:
        """What `url` leads to, over http where the host does not answer over https.

        Raises:
            FetchError: It could not be had; the subclass says why.
        """
        host = host_of(url)
        if self._failures[host] >= _PATIENCE:
            raise Unreachable(url, "not asked any more: its host failed to answer before")
        plain = url.replace("https://", "http://", 1)
        if self._scheme.get(host) == "http":
            return self._get(plain)
        try:
            return self._get(url)
        except Unreachable:
            if plain == url or host in self._scheme:
                raise
            return self._get(plain)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the site's robots.txt names, or the usual address."""
        named = self._session.policy(url, self._fetches.append).sitemaps
        return named or (f"{origin_of(url)}/sitemap.xml",)

    def annotate(self, url: str, note: str) -> None:
        """Says what came of the latest request for `url`."""
        for index in reversed(range(len(self._fetches))):
            if self._fetches[index].url == url:
                self._fetches[index] = replace(self._fetches[index], note=note)
                return

    def _get(self, url: str) -> Answer:
        host = host_of(url)
        try:
            answer = self._session.fetch(url, self._fetches.append)
        except Unreachable:
            self._failures[host] += 1
            raise
        self._scheme[host] = urlsplit(url).scheme
        for _ in range(_MAX_REFRESHES):
            target = find_refresh(answer)
            if target is None:
                break
            self.annotate(answer.final_url, f"sends the visitor on to {target}")
            answer = replace(self._session.fetch(target, self._fetches.append), url=url)
        return answer
