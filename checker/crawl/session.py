"""The polite session: every request of the crawler goes through here, and leaves a record."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Protocol, Self

from checker.crawl import robots
from checker.crawl.addresses import host_of, origin_of, refusal
from checker.crawl.answer import Answer
from checker.crawl.botwall import find_wall
from checker.crawl.replies import outcome_of, redirect_target, wait_asked
from checker.crawl.robots import RobotsPolicy
from checker.crawl.transport import Limits, Received, Transport, Visit
from checker.crawl.turns import Turns
from checker.errors import (
    BotChallenge,
    FetchError,
    HttpStatusError,
    RefusedAddress,
    RobotsDisallowed,
    Unreachable,
)
from checker.model import Fetch

Log = Callable[[Fetch], None]

_MAX_REDIRECTS = 8


def _forget(_fetch: Fetch) -> None:
    """Keeps no record, where nobody asks for one."""


class CrawlOptions(Protocol):
    """How to behave towards other people's servers; `settings.CrawlSettings` is one."""

    @property
    def user_agent(self) -> str:
        """Sent with every request; its first word, to the slash, is the name for robots.txt."""

    @property
    def proxy(self) -> str:
        """Forward proxy for every request; where empty, the environment's, if any."""

    @property
    def delay(self) -> float:
        """Seconds between two requests to one host, unless robots.txt asks for more."""

    @property
    def timeout(self) -> float:
        """Seconds to wait for a connection or for the next bytes."""

    @property
    def max_seconds(self) -> float:
        """Seconds for one whole answer."""

    @property
    def max_bytes(self) -> int:
        """Size limit of one answer, decompressed."""

    @property
    def max_pages(self) -> int:
        """Requests for one organisation."""

    @property
    def allow_private(self) -> bool:
        """Whether private and loopback addresses may be visited (tests only)."""


class PoliteSession:
    """Fetches pages as their owners ask (RFC 9309); safe to share between threads.

    Args:
        options: How to behave.
        clock: Seconds that only go forward.
        sleep: Waits for so many seconds.
    """

    def __init__(
        self,
        options: CrawlOptions,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.options = options
        self._clock = clock
        self._turns = Turns(options.delay, clock, sleep)
        self._agent = options.user_agent.partition("/")[0]
        self._policies: dict[str, RobotsPolicy] = {}
        self._policy_locks: dict[str, threading.Lock] = {}
        self._transport = Transport(
            user_agent=options.user_agent,
            proxy=options.proxy,
            limits=Limits(
                timeout=options.timeout,
                max_seconds=options.max_seconds,
                max_bytes=options.max_bytes,
                public_only=not options.allow_private,
            ),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all connections."""
        self._transport.close()

    def fetch(self, url: str, log: Log = _forget) -> Answer:
        """What `url` leads to, redirects followed.

        Args:
            url: An http or https address.
            log: Takes the record of every request made, and of every one refused.

        Raises:
            RobotsDisallowed: robots.txt asks not to fetch it, or what it redirects to.
            RefusedAddress: It is no address that this program visits.
            Unreachable: No answer, or redirects without end.
            HttpStatusError: An answer other than success.
            BotChallenge: A captcha or bot wall.
            TooLarge: Longer than the limit.
        """
        with self._transport.visit() as visit:
            received = _follow(url, lambda hop: self._ask_if_allowed(visit, hop, log))
        if not 200 <= received.status < 300:
            raise HttpStatusError(received.url, received.status)
        return Answer(
            url=url,
            final_url=received.url,
            headers=received.headers,
            content=received.content,
        )

    def policy(self, url: str, log: Log) -> RobotsPolicy:
        """The robots.txt that speaks for `url`; fetched once for each scheme, host and port."""
        origin = origin_of(url)
        with self._policy_locks.setdefault(origin, threading.Lock()):
            if origin not in self._policies:
                policy = self._fetch_policy(origin, log)
                self._turns.slow_down(host_of(url), policy.delay)
                self._policies[origin] = policy
        return self._policies[origin]

    def _fetch_policy(self, origin: str, log: Log) -> RobotsPolicy:
        url = f"{origin}/robots.txt"
        try:
            with self._transport.visit() as visit:
                received = _follow(
                    url, lambda hop: self._ask(visit, hop, log, max_bytes=robots.MAX_BYTES)
                )
        except (Unreachable, BotChallenge) as error:
            return RobotsPolicy("", self._agent, failure=error)
        except FetchError:
            return RobotsPolicy("", self._agent)
        if received.status >= 500:
            failure = Unreachable(received.url, f"answered with HTTP status {received.status}")
            return RobotsPolicy("", self._agent, failure=failure)
        text = received.content.decode("utf-8-sig", "replace") if received.status < 300 else ""
        return RobotsPolicy(text, self._agent)

    def _ask_if_allowed(self, visit: Visit, url: str, log: Log) -> Received:
        self._refuse(url, log)
        policy = self.policy(url, log)
        if policy.failure:
            reason = f"its robots.txt could not be read: {policy.failure.reason}"
            log(_record(url, "unknown", f"not fetched: {reason}"))
            raise type(policy.failure)(url, reason)
        if not policy.allows(url):
            log(_record(url, "disallowed", "not fetched: robots.txt asks not to"))
            raise RobotsDisallowed(url, "robots.txt asks not to fetch it")
        return self._ask(visit, url, log)

    def _refuse(self, url: str, log: Log) -> None:
        reason = refusal(url, allow_private=self.options.allow_private)
        if reason:
            log(_record(url, "unknown", f"not fetched: {reason}"))
            raise RefusedAddress(url, reason)

    def _ask(self, visit: Visit, url: str, log: Log, *, max_bytes: int | None = None) -> Received:
        """The answer to one request, and to a second one where the server asks to wait."""
        self._refuse(url, log)
        host = host_of(url)
        with self._turns.take(host):
            received = self._request(visit, url, log, max_bytes)
            wait = wait_asked(received, datetime.now(UTC))
            if wait is not None:
                self._turns.pause(host, wait)
        if wait is None:
            return received
        with self._turns.take(host):
            return self._request(visit, url, log, max_bytes)

    def _request(self, visit: Visit, url: str, log: Log, max_bytes: int | None) -> Received:
        started = self._clock()
        record = _record(url, "allowed")
        try:
            received = visit.get(url, max_bytes=max_bytes)
        except FetchError as error:
            log(replace(record, seconds=self._clock() - started, note=error.reason))
            raise
        wall = find_wall(received)
        log(
            replace(
                record,
                status=received.status,
                bytes=len(received.content),
                seconds=self._clock() - started,
                note=f"bot wall: {wall}" if wall else outcome_of(received),
            )
        )
        if wall:
            raise BotChallenge(url, wall)
        return received


def _follow(url: str, ask: Callable[[str], Received]) -> Received:
    """The answer at the end of the redirects from `url`."""
    seen: list[str] = []
    address = url
    while True:
        received = ask(address)
        seen.append(address)
        target = redirect_target(received)
        if target is None:
            return received
        # Once round is not yet a circle: a server may set a cookie and send the visitor back.
        if seen.count(target) > 1 or len(seen) > _MAX_REDIRECTS:
            raise Unreachable(url, "redirects without end")
        address = target


def _record(url: str, robots: str, note: str = "") -> Fetch:
    return Fetch(
        url=url, at=datetime.now(UTC), status=None, robots=robots, bytes=0, seconds=0, note=note
    )
