"""What a robots.txt allows (RFC 9309), by protego, which knows wildcards and `$`."""

from protego import Protego

from checker.errors import BotChallenge, Unreachable

MAX_BYTES = 500_000  # RFC 9309, 2.5: at least 500 kibibytes are read
_MAX_DELAY = 30.0  # a longer crawl-delay would make one organisation take all day


class RobotsPolicy:
    """The rules of one robots.txt for this crawler.

    Args:
        text: The file; the empty text allows everything.
        agent: Product token of the crawler, such as `Section54Checker`.
        failure: Why the file could not be had; nothing may then be fetched (RFC 9309, 2.3.1.4).
    """

    def __init__(
        self, text: str, agent: str, *, failure: Unreachable | BotChallenge | None = None
    ) -> None:
        self._rules = Protego.parse(text)
        self._agent = agent
        self.failure = failure

    def allows(self, url: str) -> bool:
        """Whether `url` may be fetched."""
        return self.failure is None and self._rules.can_fetch(url, self._agent)

    @property
    def delay(self) -> float:
        """Seconds the site asks to leave between two requests, up to a limit."""
        return min(self._rules.crawl_delay(self._agent) or 0.0, _MAX_DELAY)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of the sitemaps it names."""
        return tuple(self._rules.sitemaps)
