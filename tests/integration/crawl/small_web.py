"""A small web of invented hosts behind a real forward proxy, and a judge that reads plain marks."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from checker.model import Judgement, Organisation, SourceDocument


@dataclass(frozen=True)
class Page:
    """What a path answers with; `act` writes to the connection itself instead."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    act: Callable[["Handler"], None] | None = None


def html(*links: str, text: str = "", title: str = "Page") -> Page:
    return Page(
        f"<html><head><title>{title}</title></head><body>{''.join(links)}{text}</body></html>"
    )


def link(href: str, words: str) -> str:
    return f'<a href="{href}">{words}</a>'


def statement(name: str, period_end: str = "2024-12-31", *, more: str = "") -> Page:
    period = f"period to {period_end}" if period_end else ""
    return html(text=f"<p>SECTION 54 STATEMENT of {name}, {period}</p>{more}")


def moved(to: str, status: int = 301) -> Page:
    return Page(status=status, headers={"Location": to})


class Web:
    """Hosts by name; every request that arrives is kept."""

    def __init__(self) -> None:
        self.sites: dict[str, dict[str, Page]] = {}
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.closing = threading.Event()
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.web = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def add(self, host: str, pages: dict[str, Page]) -> None:
        self.sites.setdefault(host, {}).update(pages)

    def paths(self, host: str) -> list[str]:
        """Paths asked of one host, robots.txt left out, in order."""
        start = f"http://{host}"
        found = [url.removeprefix(start) for url in self.requests if urlsplit(url).hostname == host]
        return [path for path in found if path != "/robots.txt"]

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    web: Web

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The client may give up at any time; that is what is tested."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_CONNECT(self) -> None:
        self.send_error(502, "no TLS here")

    def do_GET(self) -> None:
        web = self.server.web
        target = urlsplit(self.path)
        host = target.hostname or self.headers["Host"].partition(":")[0]
        path = target.path + (f"?{target.query}" if target.query else "")
        web.requests.append(f"http://{host}{path}")
        web.agents.add(self.headers["User-Agent"])
        if host not in web.sites:
            return self.send_error(502, "no such host")
        pages = web.sites[host]
        page = pages.get(path) or pages.get(target.path) or pages.get("*")
        if page is None:
            page = Page("<h1>Not found</h1>", 404)
        if page.act:
            return page.act(self)
        body = page.body.encode() if isinstance(page.body, str) else page.body
        self.send_response(page.status)
        for name, value in {"Content-Type": "text/html", **page.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


def judge(source: SourceDocument, organisation: Organisation) -> Judgement:
    """Reads the marks that `statement` writes."""
    if b"SCANNED" in source.content:
        return Judgement(is_statement=False, unreadable="scanned, not read")
    text = source.content.decode("utf-8", "replace")
    if "SECTION 54 STATEMENT" not in text:
        return Judgement(is_statement=False, reason="a policy" if "POLICY" in text else "a page")
    period = re.search(r"period to (\d{4}-\d\d-\d\d)", text)
    return Judgement(
        is_statement=True,
        names_organisation=organisation.name in text,
        period_end=date.fromisoformat(period.group(1)) if period else None,
    )


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


STATEMENT_LINK = link("/modern-slavery", "Modern slavery statement")


def site(web, *links, host="acme.test", **pages):
    web.add(host, {"/": html(*links), **{f"/{path}": page for path, page in pages.items()}})
