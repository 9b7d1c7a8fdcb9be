"""One request, one answer, within limits: the only module that knows requests and urllib3.

Limits hold for the whole answer. A server that sends one byte now and then meets a deadline in
every read, headers included; a compressed answer is counted as it is unpacked; and the address
that a connection really reached is looked at before anything is sent to it.
"""

import functools
import http.client
import io
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    IncompleteRead,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from checker.crawl.addresses import is_public_address
from checker.errors import RefusedAddress, TooLarge, Unreachable

_CHUNK = 64 * 1024
_ERROR_PAGE_BYTES = 200_000
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (NameResolutionError, "the host name is not known"),
    (SSLError, "no valid TLS connection"),
    (ProxyError, "the proxy could not connect"),
    (NewConnectionError, "the connection was refused"),
    (ConnectTimeoutError, "no connection in time"),
    (ReadTimeoutError, "no complete answer in time"),
    (TimeoutError, "no complete answer in time"),
    (DecodeError, "the compressed answer is damaged"),
    (IncompleteRead, "the answer broke off"),
    (LocationParseError, "not a usable address"),
    (requests.exceptions.InvalidURL, "not a usable address"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may take.

    Attributes:
        timeout: Seconds to wait for a connection or for the next bytes.
        max_seconds: Seconds for one whole answer.
        max_bytes: Size limit of one answer, decompressed.
        public_only: Whether private, loopback and link-local addresses are refused.
    """

    timeout: float
    max_seconds: float
    max_bytes: int
    public_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What a server sent, whatever its status. An error page is kept in part."""

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes


class Visit:
    """The requests of one address and its redirects; cookies last as long."""

    def __init__(self, session: requests.Session, proxy: str, limits: Limits) -> None:
        self._session = session
        self._proxies = {"http": proxy, "https": proxy} if proxy else None
        self._limits = limits

    def get(self, url: str, *, max_bytes: int | None = None) -> Received:
        """The answer to one GET request, redirects not followed.

        Args:
            url: Address to ask for.
            max_bytes: Where given, no more than this is read and the rest is left.

        Raises:
            Unreachable: No complete answer came.
            TooLarge: It is longer than the limit.
            RefusedAddress: The name led to an address that is not public.
        """
        try:
            with self._session.get(
                url,
                allow_redirects=False,
                stream=True,
                timeout=self._limits.timeout,
                proxies=self._proxies,
            ) as response:
                return Received(
                    url=url,
                    status=response.status_code,
                    headers=response.headers,
                    content=self._body(response, max_bytes),
                )
        except _PrivatePeer as error:
            raise RefusedAddress(url, str(error)) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise Unreachable(url, _reason(error)) from error
        except ValueError as error:  # both libraries let some malformed addresses through
            raise Unreachable(url, f"not a usable address ({error})") from error

    def _body(self, response: requests.Response, max_bytes: int | None) -> bytes:
        cut = max_bytes is not None or response.status_code >= 300
        limit = max_bytes or (_ERROR_PAGE_BYTES if cut else self._limits.max_bytes)
        declared = response.headers.get("Content-Length", "")
        if not cut and declared.isdecimal() and int(declared) > limit:
            raise TooLarge(response.url, f"{int(declared):,} bytes; the limit is {limit:,}")
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > limit:
                if cut:
                    return bytes(body[:limit])
                raise TooLarge(response.url, f"longer than the limit of {limit:,} bytes")
        return bytes(body)


class Transport:
    """Connections to all hosts, kept open and shared between threads.

    Args:
        user_agent: Sent with every request.
        proxy: For every request; where empty, the environment's HTTP_PROXY and HTTPS_PROXY.
        limits: Of every answer.
    """

    def __init__(self, *, user_agent: str, proxy: str, limits: Limits) -> None:
        self._headers = {
            "User-Agent": user_agent,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Language": "en-GB,en;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }
        self._proxy = proxy
        self._limits = limits
        self._adapter = _GuardedAdapter(limits)

    @contextmanager
    def visit(self) -> Iterator[Visit]:
        """For the requests of one address and its redirects."""
        # A session is not made for threads, so each visit has its own, on shared connections.
        session = _Session()
        session.headers = requests.structures.CaseInsensitiveDict(self._headers)
        session.auth = _no_credentials
        session.mount("http://", self._adapter)
        session.mount("https://", self._adapter)
        yield Visit(session, self._proxy, self._limits)

    def close(self) -> None:
        """End all connections."""
        self._adapter.close()


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: redirects are followed by hand, and requests would read their whole body."""


class _GuardedAdapter(HTTPAdapter):
    """Connections with a deadline and, unless a proxy makes them, a look at who was reached."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        super().__init__(pool_connections=64, pool_maxsize=64)

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = functools.partial(
            _HTTPSConnection if pool.scheme == "https" else _HTTPConnection,
            max_seconds=self._limits.max_seconds,
            public_only=self._limits.public_only and pool.proxy is None,
        )
        return pool


class _PrivatePeer(Exception):
    """A connection reached an address that is not public."""


class _Guard(HTTPConnection):
    def __init__(self, *args: Any, max_seconds: float, public_only: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        timed: Any = functools.partial(_TimedResponse, max_seconds=max_seconds)
        self.response_class = timed
        self._public_only = public_only

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        peer = sock.getpeername()[0]
        if self._public_only and not is_public_address(peer):
            sock.close()
            raise _PrivatePeer(f"{self.host} is at {peer}, which is not a public address")
        return sock


class _HTTPConnection(_Guard):
    pass


class _HTTPSConnection(_Guard, HTTPSConnection):
    pass


class _TimedResponse(http.client.HTTPResponse):
    """An answer of which every byte has to arrive before one deadline."""

    def __init__(self, sock: socket.socket, *args: Any, max_seconds: float, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_TimedReader(raw, sock, max_seconds))


class _TimedReader(io.RawIOBase):
    def __init__(self, raw: io.RawIOBase, sock: socket.socket, max_seconds: float) -> None:
        self._raw = raw
        self._sock = sock
        self._timeout = sock.gettimeout() or max_seconds
        self._deadline = time.monotonic() + max_seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(min(self._timeout, left))
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Stands in for ~/.netrc, whose passwords are no business of other people's servers."""
    return request


def _reason(error: Exception) -> str:
    causes: list[BaseException] = [error]
    while following := causes[-1].__cause__ or causes[-1].__context__:
        causes.append(following)
    for kind, words in _REASONS:
        if any(isinstance(cause, kind) for cause in causes):
            return words
    return f"the connection broke off ({type(causes[-1]).__name__})"
