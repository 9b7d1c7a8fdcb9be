"""The polite session on a real server: robots, turns, walls."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from small_web import Page, html, moved

from checker.crawl import PoliteSession
from checker.errors import (
    BotChallenge,
    HttpStatusError,
    RobotsDisallowed,
    Unreachable,
)
from checker.settings import CrawlSettings


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
