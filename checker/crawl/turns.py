"""Turns: one request to a host at a time, and a pause between two."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Host:
    def __init__(self, delay: float) -> None:
        self.lock = threading.Lock()
        self.delay = delay
        self.asked_at = float("-inf")
        self.closed_until = float("-inf")


class Turns:
    """Spaces the requests to each host, whichever thread makes them.

    Args:
        delay: Seconds between the end of one request and the next.
        clock: Seconds that only go forward.
        sleep: Waits for so many seconds.
    """

    def __init__(
        self, delay: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def take(self, name: str) -> Iterator[None]:
        """Waits until the host may be asked, and keeps every other request from it meanwhile."""
        host = self._host(name)
        with host.lock:
            wait = max(host.asked_at + host.delay, host.closed_until) - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                host.asked_at = self._clock()

    def slow_down(self, name: str, delay: float) -> None:
        """From now on leaves at least `delay` seconds between two requests to the host."""
        host = self._host(name)
        host.delay = max(host.delay, delay)

    def pause(self, name: str, seconds: float) -> None:
        """Leaves the host alone for so long from now on."""
        self._host(name).closed_until = self._clock() + seconds

    def _host(self, name: str) -> _Host:
        return self._hosts.setdefault(name, _Host(self._delay))
