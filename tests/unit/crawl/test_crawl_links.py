import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.crawl import Answer
from checker.crawl.addresses import clean_url
from checker.crawl.links import Position, find_links, find_refresh


@pytest.fixture
def links_of(make_answer):
    return lambda markup, **fields: find_links(make_answer(markup, **fields))


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/s.pdf">Our statement</a>',
        '<a href="/s.pdf" aria-label="Our statement"></a>',
        '<a href="/s.pdf" title="Our statement"><i></i></a>',
        '<a href="/s.pdf"><img src="x.png" alt="Our statement"></a>',
        '<map><area href="/s.pdf" alt="Our statement"></map>',
        "<button onclick=\"window.location.href='/s.pdf'\">Our statement</button>",
        "<div onclick=\"window.open('/s.pdf')\">Our statement</div>",
        '<a href="#" onclick="location.href = \'/s.pdf\'">Our statement</a>',
        '<li data-href="/s.pdf">Our statement</li>',
        '<select><option value="/s.pdf">Our statement</option></select>',
        '<iframe src="/s.pdf" title="Our statement"></iframe>',
        '<object data="/s.pdf" title="Our statement"></object>',
        '<embed src="/s.pdf" title="Our statement">',
        '<frameset><frame src="/s.pdf" title="Our statement"></frameset>',
    ],
)
def test_links_every_way_to_link(links_of, markup):
    (found,) = links_of(f"<html>{markup}</html>")
    assert (found.url, found.text) == ("http://a.test/s.pdf", "Our statement")


def test_links_words_are_not_repeated(links_of):
    (found,) = links_of('<a href="/x" title="Policies"> Poli<b>cies</b> </a><a>no address</a>')
    assert found.text == "Poli cies Policies"


def test_links_respect_the_base_address(links_of):
    (found,) = links_of('<base href="/docs/"><a href="x.pdf">x</a>')
    assert found.url == "http://a.test/docs/x.pdf"


@pytest.mark.parametrize("href", ["#part", "mailto:a@b.test", "javascript:go()", "", "tel:1"])
def test_links_leave_out_what_is_no_page(links_of, href):
    assert links_of(f'<a href="{href}">x</a>') == ()


def test_links_in_a_viewer_lead_to_the_document(links_of):
    found = links_of('<iframe src="/pdfjs/viewer.html?file=%2Ffiles%2Fs.pdf"></iframe>')
    assert [link.url for link in found][1] == "http://a.test/files/s.pdf"
    assert all(link.embedded for link in found)


LINK = '<a href="/x">x</a>'


@pytest.mark.parametrize(
    ("markup", "position"),
    [
        (f"<footer>{LINK}</footer>", Position.FOOTER),
        (f'<div id="siteFooter"><ul class="menu">{LINK}</ul></div>', Position.FOOTER),
        (f"<footer><nav>{LINK}</nav></footer>", Position.FOOTER),
        (f'<div role="contentinfo">{LINK}</div>', Position.FOOTER),
        (f"<header><nav>{LINK}</nav></header>", Position.MENU),
        (f'<div class="main-nav dropdown-menu">{LINK}</div>', Position.MENU),
        (f"<header><p>{LINK}</p></header>", Position.HEADER),
        (f'<div class="top-bar masthead">{LINK}</div>', Position.HEADER),
        (f"<main><p>{LINK}</p></main>", Position.BODY),
        (f"<article><header>{LINK}</header></article>", Position.BODY),
        (f'<div class="card"><div class="card-footer">{LINK}</div></div>', Position.BODY),
        (f'<div class="sticky-footer"><main>{LINK}</main><footer></footer></div>', Position.BODY),
        (f'<body class="has-header no-footer"><p>{LINK}</p></body>', Position.BODY),
    ],
)
def test_links_position(links_of, markup, position):
    assert links_of(markup)[0].position is position


def test_links_context_is_the_row_and_the_heading(links_of):
    markup = """<title>Policies</title><h2>Modern slavery</h2><p>Prose.</p>
        <table><tr><td>Statement for 2023</td><td><a href="/d?id=7">Download</a></td></tr></table>
        <footer><a href="/contact">Contact</a></footer>"""
    row, footer = links_of(markup)
    assert row.context == "Modern slavery Statement for 2023 Download"
    assert footer.context == ""


def test_links_thousands_in_one_wrapper(links_of):
    """Takes minutes where the wrapper is looked at again for each link."""
    links = "".join(f'<a href="/{number}">Item {number}</a>' for number in range(5_000))
    found = links_of(f'<div class="page-footer"><ul><li><p>{links}</p></li></ul></div>')
    assert len(found) == 5_000
    assert {link.position for link in found} == {Position.FOOTER}
    assert {link.context for link in links_of(f"<h2>Head</h2><p>{links}</p>")} == {"Head"}


def test_links_long_prose_is_no_context(links_of):
    (found,) = links_of(f"<h2>Head</h2><p>{'slavery ' * 40}<a href='/x'>x</a></p>")
    assert found.context == "Head"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_links_in_any_encoding(links_of, charset):
    markup = '<html><a href="/x">Rücksicht – £</a></html>'.encode(charset)
    (found,) = links_of(markup, media_type=f"text/html; charset={charset}")
    assert found.text == "Rücksicht – £"


def test_links_encoding_declared_in_the_page(links_of):
    markup = '<meta charset="windows-1252"><a href="/x">£</a>'.encode("windows-1252")
    assert links_of(markup)[0].text == "£"


def test_links_of_xhtml(links_of):
    markup = '<?xml version="1.0"?><!DOCTYPE html><html><body><a href="/x">x</a></body></html>'
    assert len(links_of(markup, media_type="application/xhtml+xml")) == 1


def test_links_of_what_is_no_page(links_of):
    assert links_of(b"%PDF-1.7 <a href='/x'>x</a>") == ()
    assert links_of("{}", media_type="application/json") == ()


@pytest.mark.parametrize("declared", ["text/plain", "application/octet-stream", "application/pdf"])
def test_links_of_a_page_that_is_declared_as_something_else(links_of, declared):
    assert len(links_of(f"<!doctype html>{LINK}", media_type=declared)) == 1


@given(st.binary(max_size=300) | st.text(st.sampled_from("<a href='/x>\"&;=!-\0é"), max_size=80))
def test_links_of_any_bytes_are_clean(content):
    body = content if isinstance(content, bytes) else content.encode()
    headers = {"content-type": "text/html"}
    answer = Answer(url="http://a.test/", final_url="http://a.test/", headers=headers, content=body)
    find_refresh(answer)
    for link in find_links(answer):
        assert clean_url(link.url) == link.url


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        ('<meta http-equiv="refresh" content="0; url=/en/">', "http://a.test/en/"),
        ("<META HTTP-EQUIV=Refresh CONTENT='3;URL=\"/en/\"'>", "http://a.test/en/"),
        ('<meta http-equiv="refresh" content="300">', None),
        ('<meta http-equiv="refresh" content="300; url=/en/">', None),
        ('<meta http-equiv="refresh" content="0; url=/dir/page">', None),
        ('<noscript><meta http-equiv="refresh" content="0; url=/no"></noscript>', None),
        ('<!-- <meta http-equiv="refresh" content="0; url=/no"> -->', None),
        (f'<meta http-equiv="refresh" content="{"9" * 5_000}; url=/en/">', None),
        ("<p>refresh</p>", None),
    ],
)
def test_links_refresh(make_answer, markup, target):
    assert find_refresh(make_answer(markup)) == target
