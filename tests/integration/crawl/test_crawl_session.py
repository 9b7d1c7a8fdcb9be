"""The polite session on a real server: robots, turns, limits, walls, refused addresses."""

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from small_web import Page, html, moved

from checker.crawl import PoliteSession
from checker.errors import (
    BotChallenge,
    FetchError,
    HttpStatusError,
    RefusedAddress,
    RobotsDisallowed,
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


def test_session_says_who_asks(web, session):
    web.add("a.test", {"/": html()})
    session.fetch("http://a.test/")
    assert web.agents == {CrawlSettings().user_agent}


def test_session_takes_the_proxy_of_the_environment(web, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", web.url)
    monkeypatch.setenv("http_proxy", web.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    web.add("never-resolved.test", {"/": html(text="here")})
    with PoliteSession(CrawlSettings(delay=0)) as session:
        assert b"here" in session.fetch("http://never-resolved.test/").content


def test_session_option_beats_the_environment(web, session, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "*")
    web.add("a.test", {"/": html()})
    assert session.fetch("http://a.test/").final_url == "http://a.test/"


def test_session_keeps_passwords_of_the_machine_to_itself(web, session, monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text("machine a.test login me password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    seen = []
    web.add(
        "a.test", {"/": Page(act=lambda handler: seen.append(handler.headers["Authorization"]))}
    )
    with pytest.raises(Unreachable):
        session.fetch("http://a.test/")
    assert seen == [None]


def test_session_follows_redirects_and_records_each(web, session):
    web.add("a.test", {"/": moved("/b c?x=é"), "/b%20c?x=%C3%A9": moved("http://b.test/end", 302)})
    web.add("b.test", {"/end": html(text="end")})
    log = []
    answer = session.fetch("http://a.test/", log.append)
    assert answer.final_url == "http://b.test/end"
    assert [(fetch.url, fetch.status) for fetch in log] == [
        ("http://a.test/robots.txt", 404),
        ("http://a.test/", 301),
        ("http://a.test/b%20c?x=%C3%A9", 302),
        ("http://b.test/robots.txt", 404),
        ("http://b.test/end", 200),
    ]
    assert log[1].note == "redirected to http://a.test/b%20c?x=%C3%A9"


def test_session_keeps_a_cookie_for_the_way_only(web, session):
    seen = []

    def wall(handler):
        seen.append(handler.headers["Cookie"])
        handler.send_response(200 if handler.headers["Cookie"] else 302)
        handler.send_header("Set-Cookie", "ok=1")
        handler.send_header("Location", "http://a.test/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.add("a.test", {"/": Page(act=wall)})
    session.fetch("http://a.test/")
    session.fetch("http://a.test/")
    assert seen == [None, "ok=1", None, "ok=1"]


@pytest.mark.parametrize(
    "pages",
    [
        {"/": moved("/")},
        {"/": moved("/b"), "/b": moved("/")},
        {"/": moved("/1"), **{f"/{n}": moved(f"/{n + 1}") for n in range(99)}},
    ],
)
def test_session_gives_up_on_redirects_without_end(web, session, pages):
    web.add("a.test", pages)
    with pytest.raises(Unreachable, match="redirects without end"):
        session.fetch("http://a.test/")
    assert len(web.requests) < 12


ROBOTS = """
User-agent: *
Disallow: /*.pdf$
Disallow: /private/
Allow: /private/statement
Crawl-delay: 7

User-agent: OtherBot
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/private/x", False),
        ("/private/statement", True),
        ("/b", True),
    ],
)
def test_session_obeys_robots(web, session, path, allowed):
    web.add("a.test", {"/robots.txt": Page(ROBOTS), "*": html()})
    log = []
    if allowed:
        session.fetch(f"http://a.test{path}", log.append)
    else:
        with pytest.raises(RobotsDisallowed):
            session.fetch(f"http://a.test{path}", log.append)
        assert web.paths("a.test") == []
        assert log[-1].robots == "disallowed"
        assert log[-1].status is None


def test_session_obeys_robots_after_a_redirect(web, session):
    web.add("a.test", {"/": moved("http://b.test/x")})
    web.add("b.test", {"/robots.txt": Page("User-agent: *\nDisallow: /x"), "/x": html()})
    with pytest.raises(RobotsDisallowed):
        session.fetch("http://a.test/")
    assert web.paths("b.test") == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_session_missing_robots_allow_everything(web, session, status):
    web.add("a.test", {"/robots.txt": Page(status=status), "/": html()})
    assert session.fetch("http://a.test/").content


@pytest.mark.parametrize("status", [500, 503])
def test_session_failing_robots_forbid_everything(web, session, status):
    web.add("a.test", {"/robots.txt": Page(status=status), "/": html()})
    with pytest.raises(Unreachable, match=r"robots\.txt could not be read"):
        session.fetch("http://a.test/")
    assert web.paths("a.test") == []


def test_session_follows_redirected_robots(web, session):
    web.add("a.test", {"/robots.txt": moved("http://b.test/r"), "/": html()})
    web.add("b.test", {"/r": Page("User-agent: *\nDisallow: /")})
    with pytest.raises(RobotsDisallowed):
        session.fetch("http://a.test/")


def test_session_refuses_where_robots_are_redirected_to(web, session):
    web.add("a.test", {"/robots.txt": moved("http://127.0.0.1/robots.txt"), "/": html()})
    session.fetch("http://a.test/")
    assert web.requests == ["http://a.test/robots.txt", "http://a.test/"]


def test_session_leaves_a_pause_between_two_requests(web, session, clock):
    web.add("a.test", {"*": html()})
    for path in "xyz":
        session.fetch(f"http://a.test/{path}")
    assert clock.sleeps == [1.0, 1.0, 1.0]  # after robots.txt, x and y


def test_session_leaves_the_pause_that_robots_ask_for(web, session, clock):
    web.add("a.test", {"/robots.txt": Page(ROBOTS), "*": html()})
    session.fetch("http://a.test/x")
    session.fetch("http://a.test/y")
    assert clock.sleeps == [7.0, 7.0]


def test_session_does_not_wait_for_other_hosts(web, session, clock):
    for host in ("a.test", "b.test"):
        web.add(host, {"/robots.txt": Page(), "/": html()})
        session.policy(f"http://{host}/", lambda _: None)
    assert clock.sleeps == []


def test_session_asks_one_host_one_request_at_a_time(web):
    busy, overlaps = threading.Lock(), []

    def slow(handler):
        overlaps.append(not busy.acquire(blocking=False))
        handler.server.web.closing.wait(0.02)
        busy.release()
        handler.send_response(200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.add("a.test", {"*": Page(act=slow)})
    with (
        PoliteSession(CrawlSettings(proxy=web.url, delay=0)) as session,
        ThreadPoolExecutor(8) as threads,
    ):
        list(threads.map(session.fetch, [f"http://a.test/{n}" for n in range(8)]))
    assert overlaps == [False] * 9  # robots.txt was asked for once


@pytest.mark.parametrize(("asked", "waited"), [("12", 12.0), ("", 5.0)])
def test_session_waits_once_when_asked(web, session, clock, asked, waited):
    answers = [Page(status=503, headers={"Retry-After": asked} if asked else {}), html(text="ok")]

    class Turn(dict):
        def get(self, path, default=None):
            return answers.pop(0) if path == "/" else default

    web.sites["a.test"] = Turn()
    assert b"ok" in session.fetch("http://a.test/").content
    assert clock.sleeps == [1.0, waited]


def test_session_does_not_wait_for_an_hour(web, session, clock):
    web.add("a.test", {"/": Page(status=429, headers={"Retry-After": "3600"})})
    with pytest.raises(HttpStatusError, match="429"):
        session.fetch("http://a.test/")
    assert clock.sleeps == [1.0]


@pytest.mark.parametrize(
    "page",
    [
        Page("<title>Attention Required! | Cloudflare</title>", 403),
        Page("<p>Checking your browser before accessing</p>", 503),
        Page("<p>Please verify you are human.</p>"),
        Page("x", headers={"cf-mitigated": "challenge"}),
    ],
)
def test_session_recognises_a_bot_wall(web, session, page):
    web.add("a.test", {"/": page})
    log = []
    with pytest.raises(BotChallenge):
        session.fetch("http://a.test/", log.append)
    assert log[-1].note.startswith("bot wall")


def test_session_takes_a_contact_form_for_a_page(web, session):
    form = "<p>Tick to show that you are not a robot.</p>" + "<p>We answer letters.</p>" * 60
    web.add("a.test", {"/": html(text=form)})
    assert session.fetch("http://a.test/").is_html


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
