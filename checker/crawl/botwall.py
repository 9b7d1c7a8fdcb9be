"""Tells a captcha or bot wall from a page."""

from bs4 import BeautifulSoup

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
_MAX_PAGE = 100_000  # bytes; a wall is small


def find_wall(received: Received) -> str:
    """Why the answer is a bot wall and not a page; empty when it is a page."""
    headers = received.headers
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return "Cloudflare asks the visitor to prove to be human"
    if headers.get("x-amzn-waf-action", "").lower() in {"captcha", "challenge"}:
        return "the site's firewall asks the visitor to prove to be human"
    if "html" not in headers.get("content-type", "").lower():
        return ""
    page = received.content
    marks = [mark for mark in _MARKS if mark.encode() in page.lower()]
    if not marks or len(page) > _MAX_PAGE:
        return ""
    soup = BeautifulSoup(page, "lxml")
    for tag in soup.find_all(["script", "style", "template"]):
        tag.decompose()
    seen = " ".join(soup.get_text(" ").split()).lower()
    mark = next((mark for mark in marks if mark in seen), "")
    return f"it says {mark!r}" if mark and len(seen) <= _SMALL_PAGE else ""
