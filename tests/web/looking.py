"""What is true of every page, and a small checker of drafts, for the tests of the pages."""

from html.parser import HTMLParser

import factories
from bs4 import BeautifulSoup

from checker.errors import EmptyText, ImageOnlyPdf, UnsupportedFormat

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'none'; object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_UNCLOSED = {"br", "hr", "img", "input", "link", "meta", "rect", "circle"}


class Draft:
    """What `TinyChecker` gives back."""

    def __init__(self, document, assessment):
        self.document = document
        self.assessment = assessment


class TinyChecker:
    """Reads plain text only; its findings are those of the factories."""

    def check(self, source):
        if source.content.startswith(b"%PDF"):
            raise ImageOnlyPdf(source.name, "scanned pages without text.")
        if source.content.startswith(b"\xd0\xcf"):
            raise UnsupportedFormat(source.name, "is in an old format.")
        text = source.content.decode()
        if not text.strip():
            raise EmptyText(source.name, "holds no text.")
        return Draft(factories.document(text), factories.assessment(text=text))


class Balanced(HTMLParser):
    """Fails on a tag that is closed twice or never."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the signature is the library's
        if tag not in _UNCLOSED:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Closes itself."""

    def handle_endtag(self, tag):
        if tag not in _UNCLOSED:
            assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"


def look_at(answer):
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    parser = Balanced()
    parser.feed(answer.text)
    assert parser.open == []
    html = BeautifulSoup(answer.text, "lxml")
    assert html.html["lang"] == "en-GB"
    assert html.title.text.endswith(" – Section 54 statement checker")
    assert len(html.find_all("h1")) == 1
    assert html.find_all(["script", "style"]) == []
    assert html.find_all(style=True) == []
    assert "not yet confirmed by a person" in html.header.text
    assert "08000 121 700" in html.footer.text
    assert_anchors(html)
    assert_labels(html)
    return html


def assert_anchors(html):
    ids = [element["id"] for element in html.find_all(id=True)]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in html.find_all("a", href=True) if link["href"][0] == "#"}
    assert targets <= set(ids)


def assert_labels(html):
    for field in html.find_all(["input", "select", "textarea"]):
        if field.get("type") != "hidden":
            assert html.find("label", attrs={"for": field["id"]}), field
    for form in html.find_all("form"):
        assert form["action"]
