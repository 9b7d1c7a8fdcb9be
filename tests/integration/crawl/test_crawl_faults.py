"""What servers and addresses can do to a session: each fault has its name, within its limit."""

import gzip

import pytest
from small_web import Page, html, moved

from checker.crawl import PoliteSession
from checker.errors import (
    FetchError,
    RefusedAddress,
    TooLarge,
    Unreachable,
)
from checker.settings import CrawlSettings


@pytest.fixture
def direct(clock):
    """A session without a proxy that may visit loopback addresses."""
    options = CrawlSettings(timeout=2, max_seconds=2, allow_private=True, delay=0)
    with PoliteSession(options, clock=clock, sleep=clock.sleep) as session:
        yield session


def drip(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not handler.server.web.closing.wait(0.05):
        handler.wfile.write(b".")


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not handler.server.web.closing.wait(0.05):
        handler.wfile.write(b".")


def drip_length(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n")
    while not handler.server.web.closing.wait(0.05):
        handler.wfile.write(b".")


def flood(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not handler.server.web.closing.is_set():
        handler.wfile.write(b"." * 65_536)


def flood_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.web.closing.is_set():
        handler.wfile.write(b"X: y\r\n" * 100)


def break_off(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")


def nonsense(handler):
    handler.wfile.write(b"\x00\x01 not HTTP\r\n\r\n")


def silence(handler):
    handler.server.web.closing.wait(30)


def bomb(handler):
    body = gzip.compress(b"\0" * 5_000_000)
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def bad_gzip(handler):
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", "9")
    handler.end_headers()
    handler.wfile.write(b"not gzip!")


def flood_redirect(handler):
    handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: http://b.test/\r\n\r\n")
    while not handler.server.web.closing.is_set():
        handler.wfile.write(b"." * 65_536)


def test_session_does_not_read_the_body_of_a_redirect_for_ever(web, session):
    web.add("a.test", {"/": Page(act=flood_redirect)})
    web.add("b.test", {"/": html(text="end")})
    assert b"end" in session.fetch("http://a.test/").content


def bad_length(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n")


@pytest.mark.parametrize(
    ("fault", "error", "reason"),
    [
        (drip, Unreachable, "no complete answer in time"),
        (drip_headers, Unreachable, "no complete answer in time"),
        (drip_length, Unreachable, "no complete answer in time"),
        (silence, Unreachable, "no complete answer in time"),
        (flood, TooLarge, "longer than the limit"),
        (flood_headers, Unreachable, "broke off"),
        (break_off, Unreachable, "the answer broke off"),
        (nonsense, Unreachable, "broke off"),
        (bomb, TooLarge, "longer than the limit"),
        (bad_gzip, Unreachable, "compressed answer is damaged"),
        (bad_length, TooLarge, "900,000,000 bytes"),
    ],
)
def test_session_names_the_fault(web, clock, fault, error, reason):
    web.add("a.test", {"/": Page(act=fault)})
    options = CrawlSettings(proxy=web.url, timeout=0.3, max_seconds=0.4, max_bytes=100_000)
    log = []
    with (
        PoliteSession(options, clock=clock, sleep=clock.sleep) as session,
        pytest.raises(error, match=reason),
    ):
        session.fetch("http://a.test/", log.append)
    assert len(log) == 2
    assert log[-1].note


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.test/",
        "file:///etc/passwd",
        "http://user:secret@a.test/",
        "http://localhost/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:192.168.0.1]/",
        "http://224.0.0.1/",
    ],
)
def test_session_refuses_an_address(web, session, url):
    web.add("a.test", {"/": moved(url)})
    log = []
    with pytest.raises(RefusedAddress):
        session.fetch("http://a.test/", log.append)
    assert len(web.requests) == 2
    assert log[-1].note.startswith("not fetched")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433"])
def test_session_refuses_names_of_private_addresses(web, clock, host, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    web.add(host, {"/": html()})
    with (
        PoliteSession(CrawlSettings(delay=0), clock=clock, sleep=clock.sleep) as session,
        pytest.raises(FetchError) as raised,
    ):
        session.fetch(f"http://{host}:{web.port}/")
    assert web.requests == []
    assert isinstance(raised.value, RefusedAddress)


def test_session_visits_loopback_where_a_test_says_so(web, direct):
    web.add("127.0.0.1", {"/": html(text="local")})
    assert b"local" in direct.fetch(f"http://127.0.0.1:{web.port}/").content


def test_session_tls_error_is_unreachable(web, direct):
    with pytest.raises(Unreachable, match="TLS"):
        direct.fetch(f"https://127.0.0.1:{web.port}/")


def test_session_refused_connection_is_unreachable(direct):
    with pytest.raises(Unreachable, match="the connection was refused"):
        direct.fetch("http://127.0.0.1:9/")


def test_session_proxy_that_is_down_is_named(clock):
    options = CrawlSettings(proxy="http://127.0.0.1:9", delay=0)
    with (
        PoliteSession(options, clock=clock, sleep=clock.sleep) as session,
        pytest.raises(Unreachable, match="proxy"),
    ):
        session.fetch("http://a.test/")


@pytest.mark.parametrize("url", ["http://", "http://[bad/", "http://a b/", "http://a.test:99999/"])
def test_session_malformed_address_is_refused(session, url):
    with pytest.raises(RefusedAddress):
        session.fetch(url)
