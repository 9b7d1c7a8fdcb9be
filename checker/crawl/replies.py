"""What the head of an answer asks of the visitor: go elsewhere, or wait."""

from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from checker.crawl.addresses import clean_url
from checker.crawl.transport import Received

_REDIRECTS = {301, 302, 303, 307, 308}
_MAX_WAIT = 30.0  # seconds; a server that asks for more is left alone
_DEFAULT_WAIT = 5.0  # seconds, for a server that is busy and does not say for how long


def redirect_target(received: Received) -> str | None:
    """The address that a redirect points to; None when the answer is none.

    An address of another scheme comes back as written: the session refuses it.
    """
    location = received.headers.get("location", "")
    if received.status not in _REDIRECTS or not location:
        return None
    with suppress(UnicodeError):  # HTTP knows only Latin-1; a server that sends more sends UTF-8
        location = location.encode("latin-1").decode("utf-8")
    return clean_url(location, received.url) or location


def wait_asked(received: Received, now: datetime) -> float | None:
    """Seconds to wait before asking once more; None when the answer stands."""
    if received.status not in {429, 503}:
        return None
    asked = received.headers.get("retry-after", "").strip()
    if not asked:
        return _DEFAULT_WAIT
    wait = float(asked) if asked.isdecimal() else _seconds_until(asked, now)
    return wait if wait <= _MAX_WAIT else None


def outcome_of(received: Received) -> str:
    """What came of a request, for its record; empty when it was the page."""
    target = redirect_target(received)
    if target:
        return f"redirected to {target}"
    if 200 <= received.status < 300:
        return "" if received.content else "the answer is empty"
    return f"answered with HTTP status {received.status}"


def _seconds_until(moment: str, now: datetime) -> float:
    try:
        when = parsedate_to_datetime(moment)
    except ValueError:
        return _DEFAULT_WAIT
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
