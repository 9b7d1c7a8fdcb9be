"""Tells a captcha or bot wall from a page."""

import re

from checker.crawl.transport import Received

_SMALL_PAGE = 800  # characters to see; a wall says little else
_MARKS = (
    "attention required! | cloudflare",
    "are you a robot",
    "checking if the site connection is secure",
    "checking your browser",
    "complete the captcha",
    "complete the security check",
    "ddos protection by",
    "enable javascript and cookies to continue",
    "i'm not a robot",
    "incapsula incident",
    "just a moment...",
    "pardon our interruption",
    "performing security verification",
    "please enable js and disable any ad blocker",
    "prove you are human",
    "prove you're human",
    "solve the captcha",
    "unusual traffic",
    "verify that you are human",
    "verify you are human",
    "verify you are not a robot",
    "verifying you are human",
    "you are not a robot",
)
_UNSEEN = re.compile(r"(?is)<(script|style|template)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")


def find_wall(received: Received) -> str:
    """Why the answer is a bot wall and not a page; empty when it is a page."""
    headers = received.headers
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return "Cloudflare asks the visitor to prove to be human"
    if headers.get("x-amzn-waf-action", "").lower() in {"captcha", "challenge"}:
        return "the site's firewall asks the visitor to prove to be human"
    if "html" not in headers.get("content-type", "").lower():
        return ""
    seen = _UNSEEN.sub(" ", received.content[:100_000].decode("utf-8", "replace")).lower()
    seen = " ".join(seen.replace("’", "'").split())
    mark = next((mark for mark in _MARKS if mark in seen), "")
    return f"it says {mark!r}" if mark and len(seen) <= _SMALL_PAGE else ""
