"""The example county's proxy, asked by a real client."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
import requests
from requests.exceptions import ConnectionError as NoAnswer
from requests.exceptions import ProxyError, ReadTimeout

from checker.demo import ExampleWeb
from checker.errors import CorpusError

HOME = "<!doctype html><title>Reed</title><p>Price list: £4 – post free</p>"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "secret.html": "outside every site",
        "www.reed.example/index.html": HOME,
        "www.reed.example/about/index.html": "<title>About</title>",
        "www.reed.example/news.html": "<title>News</title>",
        "www.reed.example/404.html": "<title>We looked everywhere</title>",
        "www.reed.example/robots.txt": "User-agent: *\nDisallow:\n",
        "www.reed.example/a b.pdf": b"%PDF-1.4",
        "www.reed.example/site.yml": (
            "aliases: [reed.example]\n"
            "redirects: {/old: /older, /older: /about/}\n"
            "headers: {X-Powered-By: reeds}\n"
        ),
        "wall.example/index.html": "<title>Never shown</title>",
        "wall.example/403.html": "<title>Are you a person?</title>",
        "wall.example/robots.txt": "User-agent: *\nAllow: /\n",
        "wall.example/site.yml": "status: {/*: 403, /robots.txt: 200}\n",
        "soft.example/index.html": "<title>Soft</title>",
        "soft.example/404.html": "<title>Sorry</title>",
        "soft.example/site.yml": "status: {/*: 200, /shop/*: 503}\n",
        "latin.example/index.html": HOME.encode("cp1252"),
        "latin.example/site.yml": "charset: windows-1252\n",
        "late.example/index.html": "<title>Late</title>",
        "late.example/site.yml": "delay: 0.3\n",
        "down.example/site.yml": "down: true\n",
        "silent.example/site.yml": "hang: true\n",
    }
    return write(tmp_path / "sites", files)


@pytest.fixture
def web(sites: Path) -> Iterator[ExampleWeb]:
    with ExampleWeb(sites) as web:
        yield web


Get = Callable[..., requests.Response]


@pytest.fixture
def get(web: ExampleWeb) -> Iterator[Get]:
    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"http": web.url, "https": web.url}

        def get(url: str, **options: object) -> requests.Response:
            return session.request(str(options.pop("method", "GET")), url, timeout=5, **options)  # type: ignore[arg-type]

        yield get


def test_proxy_serves_a_page_of_a_host_that_does_not_exist(get: Get) -> None:
    page = get("http://www.reed.example/")
    assert page.text == HOME
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["X-Powered-By"] == "reeds"


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/news", "text/html; charset=utf-8"),
        ("/news?page=2", "text/html; charset=utf-8"),
        ("/a%20b.pdf", "application/pdf"),
    ],
)
def test_proxy_finds_the_file_of_a_path(get: Get, path: str, media_type: str) -> None:
    page = get(f"http://www.reed.example{path}")
    assert (page.status_code, page.headers["Content-Type"]) == (200, media_type)


def test_proxy_answers_in_the_charset_of_the_site(get: Get) -> None:
    page = get("http://latin.example/")
    assert page.headers["Content-Type"] == "text/html; charset=windows-1252"
    assert page.text == HOME


def test_proxy_redirects_an_alias_to_the_same_path(get: Get) -> None:
    page = get("http://reed.example/news?page=2")
    assert page.url == "http://www.reed.example/news?page=2"
    assert [hop.status_code for hop in page.history] == [301]


def test_proxy_follows_the_sites_chain_of_redirects(get: Get) -> None:
    page = get("http://www.reed.example/old")
    assert page.url == "http://www.reed.example/about/"
    assert [hop.status_code for hop in page.history] == [301, 301]


def test_proxy_adds_the_slash_of_a_folder(get: Get) -> None:
    assert get("http://www.reed.example/about").url == "http://www.reed.example/about/"


def test_proxy_shows_the_sites_own_404_page(get: Get) -> None:
    page = get("http://www.reed.example/missing")
    assert page.status_code == 404
    assert "everywhere" in page.text


@pytest.mark.parametrize(
    ("url", "status", "title"),
    [
        ("http://soft.example/missing", 200, "Sorry"),
        ("http://soft.example/", 200, "Soft"),
        ("http://soft.example/shop/till", 503, "503"),
        ("http://wall.example/", 403, "Are you a person?"),
        ("http://wall.example/robots.txt", 200, "Allow"),
    ],
)
def test_proxy_answers_with_the_status_that_the_site_sets(
    get: Get, url: str, status: int, title: str
) -> None:
    page = get(url)
    assert page.status_code == status
    assert title in page.text


def test_proxy_head_has_the_headers_of_get_without_body(get: Get) -> None:
    page = get("http://www.reed.example/", method="HEAD")
    assert page.content == b""
    assert int(page.headers["Content-Length"]) == len(HOME.encode())


@pytest.mark.parametrize(
    ("known", "condition"), [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")]
)
def test_proxy_answers_304_to_who_has_the_page(get: Get, known: str, condition: str) -> None:
    first = get("http://www.reed.example/")
    again = get("http://www.reed.example/", headers={condition: first.headers[known]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize(
    "headers",
    [{"If-None-Match": '"other"'}, {"If-Modified-Since": "Thu, 01 Jan 1998 00:00:00 GMT"},
     {"If-Modified-Since": "yesterday"}],
)  # fmt: skip
def test_proxy_sends_the_page_to_who_has_another(get: Get, headers: dict[str, str]) -> None:
    assert get("http://www.reed.example/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "url",
    ["http://down.example/", "http://nowhere.example/", "http://www.reed.example:8080/"],
)
def test_proxy_answers_502_where_nothing_listens(get: Get, url: str) -> None:
    assert get(url).status_code == 502


def test_proxy_refuses_tls(get: Get) -> None:
    with pytest.raises(ProxyError):
        get("https://www.reed.example/")


@pytest.mark.parametrize(
    "path", ["/../../secret.html", "/%2e%2e/%2e%2e/secret.html", "/..%2F..%2Fsecret", "/site.yml",
             "/%00", "//etc/passwd"],
)  # fmt: skip
def test_proxy_never_leaves_the_folder_of_the_site(web: ExampleWeb, path: str) -> None:
    address = web.url.removeprefix("http://").split(":")
    with socket.create_connection((address[0], int(address[1])), timeout=5) as client:
        request = f"GET http://www.reed.example{path} HTTP/1.1\r\nConnection: close\r\n\r\n"
        client.sendall(request.encode())
        answer = b"".join(iter(lambda: client.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 404 ")


def test_proxy_explains_itself_to_a_browser_that_opens_it(web: ExampleWeb) -> None:
    page = requests.get(web.url, timeout=5)
    assert page.status_code == 400
    assert "set it as HTTP proxy" in page.text


def test_proxy_delays_the_slow_site(get: Get) -> None:
    start = monotonic()
    assert get("http://late.example/").status_code == 200
    assert monotonic() - start >= 0.3


def test_proxy_leaves_the_client_of_a_silent_site_waiting(web: ExampleWeb) -> None:
    with pytest.raises(ReadTimeout):
        requests.get("http://silent.example/", proxies={"http": web.url}, timeout=0.2)
    assert [visit.status for visit in web.visits("silent.example")] == [None]


def test_proxy_closes_promptly_with_a_waiting_and_an_idle_client(sites: Path) -> None:
    with ExampleWeb(sites) as web, requests.Session() as idle:
        idle.proxies = {"http": web.url}
        idle.get("http://www.reed.example/", timeout=5)
        address = web.url.removeprefix("http://").split(":")
        waiting = socket.create_connection((address[0], int(address[1])), timeout=5)
        waiting.sendall(b"GET http://silent.example/ HTTP/1.1\r\n\r\n")
        while not web.visits("silent.example"):
            pass
        start = monotonic()
    assert monotonic() - start < 2
    assert waiting.recv(1) == b""
    waiting.close()
    with pytest.raises(NoAnswer):
        requests.get("http://www.reed.example/", proxies={"http": web.url}, timeout=5)


def test_proxy_remembers_what_was_asked_of_each_host(web: ExampleWeb, get: Get) -> None:
    get("http://www.reed.example/news")
    get("http://www.reed.example/missing", method="HEAD")
    get("http://soft.example/")
    seen = [(visit.method, visit.path, visit.status) for visit in web.visits("www.reed.example")]
    assert seen == [("GET", "/news", 200), ("HEAD", "/missing", 404)]


def test_sites_report_every_wrong_site_file_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.example/site.yml": "slow: true\n",
            "b.example/site.yml": "delay: -1\n",
            "c.example/site.yml": "aliases: [d.example\n",
            "d.example/index.html": "",
            "e.example/site.yml": "aliases: [d.example]\n",
        },
    )
    with pytest.raises(CorpusError) as caught:
        ExampleWeb(tmp_path)
    message = str(caught.value)
    for part in ("4 problem(s)", "slow", "delay", "c.example", "d.example already belongs to"):
        assert part in message


def test_sites_need_their_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no folder"):
        ExampleWeb(tmp_path / "nowhere")
