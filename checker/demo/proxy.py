"""A forward proxy on loopback that answers for the host names of the example county.

The crawler meets real host names, redirects, robots.txt, slow and silent servers, without a
network. There is no TLS: CONNECT is refused, so that a client goes on to plain http.
"""

import contextlib
import logging
import socket
import sys
from dataclasses import dataclass, replace
from email.utils import formatdate, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from checker.demo.site import Answer, Site, load_sites, moved, notice

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request that reached the example county; `status` is None when never answered."""

    method: str
    host: str
    path: str
    status: int | None


class ExampleWeb:
    """Serves a folder of sites through a proxy at `url`, for as long as the context lasts.

    Raises:
        CorpusError: The folder or a `site.yml` in it is wrong.
    """

    def __init__(self, sites_dir: Path) -> None:
        self._sites = load_sites(sites_dir)

    def __enter__(self) -> Self:
        self._server = _Server(self._sites)
        poll = 0.05  # seconds that closing may have to wait
        self._thread = Thread(target=self._server.serve_forever, args=(poll,), name="example-web")
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Address to give to a client as its proxy."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def visits(self, host: str) -> tuple[Visit, ...]:
        """Every request made to `host` so far, in order of arrival."""
        return tuple(visit for visit in self._server.log if visit.host == host)


class _Server(ThreadingHTTPServer):
    """Remembers its open connections, so that closing never waits for a client."""

    daemon_threads = False  # server_close() then joins them: nothing outlives the context
    request_queue_size = 64

    def __init__(self, sites: dict[str, Site]) -> None:
        self.sites = sites
        self.log: list[Visit] = []
        self.closing = Event()
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if isinstance(sys.exc_info()[1], ConnectionError):
            _log.debug("%s gave up", client_address)
        else:
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Stop listening, end every connection, wait for their threads."""
        self.closing.set()
        self.shutdown()
        for connection in tuple(self._open):
            with contextlib.suppress(OSError):  # its own thread was quicker
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_CONNECT(self) -> None:
        host = self.path.rpartition(":")[0].lower()
        self._send(host, self.path, notice(502, "There is no TLS in the example county."))

    def do_GET(self) -> None:
        try:
            target = urlsplit(self.path)
            host, port = (target.hostname or "").lower(), target.port or 80
        except ValueError:
            host, port = "", 0
        if not host:
            sentence = "This is a forward proxy: set it as HTTP proxy and ask for a whole address."
            return self._send("", self.path, notice(400, sentence))
        path = unquote(target.path) or "/"
        site = self.server.sites.get(host)
        if site is None:
            return self._send(host, path, notice(502, f"No such host: {host}."))
        if site.behaviour.down or target.scheme != "http" or port != 80:
            return self._send(host, path, notice(502, f"{host} refused the connection."))
        if site.behaviour.hang:
            return self._never_answer(host, path)
        self.server.closing.wait(site.behaviour.delay)
        if host != site.host:
            answer = moved(target._replace(netloc=site.host).geturl())
        else:
            answer = self._unless_known(site.answer(path))
        return self._send(host, path, answer, headers=site.behaviour.headers)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _never_answer(self, host: str, path: str) -> None:
        self._record(host, path, None)
        self.close_connection = True
        self.connection.recv(1)  # returns when the client gives up or the server closes

    def _unless_known(self, answer: Answer) -> Answer:
        """304 where the client already holds this very file (RFC 9110, 13.1)."""
        if answer.file is None or answer.status != 200:
            return answer
        if tags := self.headers.get("If-None-Match"):
            known = answer.etag in (tag.strip() for tag in tags.split(","))
        else:
            known = _not_newer(answer.file, self.headers.get("If-Modified-Since", ""))
        return replace(answer, status=304) if known else answer

    def _send(
        self, host: str, path: str, answer: Answer, *, headers: dict[str, str] | None = None
    ) -> None:
        self._record(host, path, answer.status)
        self.send_response_only(answer.status)
        self.send_header("Date", self.date_time_string())
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.file is not None:
            self.send_header("ETag", answer.etag)
            self.send_header("Last-Modified", formatdate(answer.file.stat().st_mtime, usegmt=True))
        if answer.status != 304:
            self.send_header("Content-Type", answer.media_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD" and answer.status != 304:
            self.wfile.write(answer.body)

    def _record(self, host: str, path: str, status: int | None) -> None:
        visit = Visit(method=self.command, host=host, path=path, status=status)
        self.server.log.append(visit)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by the base class
        _log.debug(format, *args)


def _not_newer(file: Path, since: str) -> bool:
    try:
        moment = parsedate_to_datetime(since).timestamp()
    except ValueError:
        return False
    return int(file.stat().st_mtime) <= moment
