import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.crawl.addresses import (
    clean_url,
    is_public_address,
    refusal,
    site_of,
    url_extension,
    url_key,
    url_shape,
)

LABEL = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
URLS = st.builds(
    "{}://{}{}.test{}/{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP"]),
    st.sampled_from(["", "www.", "WWW.", "docs."]),
    LABEL,
    st.sampled_from(["", ":80", ":8080"]),
    st.text(st.sampled_from("aZ09/.-_~%é ()+;=&'"), max_size=20),
    st.sampled_from(["", "?", "?b=2&a=1", "?utm_source=x", "?id=7&PHPSESSID=3", "?q=é é"]),
    st.sampled_from(["", "#top"]),
)


@pytest.mark.parametrize(
    ("href", "clean"),
    [
        ("HTTP://WWW.A.Test:80/x#part", "http://www.a.test/x"),
        ("https://a.test:443", "https://a.test/"),
        ("http://a.test:8080/x", "http://a.test:8080/x"),
        (" /x y/é?q=ä b ", "http://a.test/x%20y/%C3%A9?q=%C3%A4%20b"),
        ("/x%20y", "http://a.test/x%20y"),
        ("//b.test/x", "http://b.test/x"),
        ("../up\n.html", "http://a.test/up.html"),
        ("?page=2", "http://a.test/dir/page?page=2"),
        ("http://a.test./x", "http://a.test/x"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_addresses_clean_url(href, clean):
    assert clean_url(href, "http://a.test/dir/page") == clean


@pytest.mark.parametrize(
    "href",
    [
        "mailto:x@a.test",
        "javascript:void(0)",
        "tel:01603",
        "data:text/html,x",
        "ftp://a.test/",
        "http://[bad/",
        "http://a.test:99999/",
        "http://a b.test/",
        "/trap" * 500,
    ],
)
def test_addresses_clean_url_refuses(href):
    assert clean_url(href, "http://a.test/") is None


@given(URLS)
def test_addresses_clean_url_is_idempotent(url):
    cleaned = clean_url(url)
    assert cleaned is not None
    assert clean_url(cleaned) == cleaned


@given(URLS)
def test_addresses_key_does_not_depend_on_the_spelling(url):
    cleaned = clean_url(url)
    assert url_key(clean_url(cleaned)) == url_key(cleaned)
    assert url_key(cleaned.replace("https://", "http://")) == url_key(cleaned)


@given(st.text(), st.text())
@example("http://\ud800.test/\ud800", "")
def test_addresses_any_text_is_an_address_or_none(href, base):
    cleaned = clean_url(href, "http://a.test/" + base)
    if cleaned is not None:
        assert cleaned.startswith(("http://", "https://"))
        assert url_key(cleaned)
        assert site_of(cleaned)


@pytest.mark.parametrize(
    "other",
    [
        "https://a.test/policies",
        "http://www.a.test/policies/",
        "http://a.test/policies/index.html",
        "http://a.test/policies/Default.aspx",
        "http://a.test/policies;jsessionid=12",
        "http://a.test/policies?utm_source=mail&PHPSESSID=1",
        "http://a.test/polic%69es",
    ],
)
def test_addresses_key_of_one_page(other):
    assert url_key(other) == url_key("http://a.test/policies")


@pytest.mark.parametrize(
    "other",
    [
        "http://a.test/Policies",
        "http://a.test/policies?id=1",
        "http://a.test:8080/policies",
        "http://b.a.test/policies",
    ],
)
def test_addresses_key_of_another_page(other):
    assert url_key(other) != url_key("http://a.test/policies")


def test_addresses_key_ignores_the_order_of_parameters():
    assert url_key("http://a.test/?b=2&a=1") == url_key("http://a.test/?a=1&b=2")


def test_addresses_pages_of_a_calendar_share_a_shape():
    assert url_shape("http://a.test/2024/05?p=1") == url_shape("http://a.test/2025/11?p=22")


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("http://docs.shop.co.uk/", "shop.co.uk"),
        ("http://x.norfolk.gov.uk/", "norfolk.gov.uk"),
        ("http://www.shop.example/", "shop.example"),
        ("http://www.shop.co.uk.test/", "shop.co.uk.test"),
        ("http://www.shop.co.test/", "shop.co.test"),
        ("http://co.test/", "co.test"),
        ("http://shop.wixsite.com/", "shop.wixsite.com"),
        ("http://localhost/", "localhost"),
        ("http://192.0.2.7/", "192.0.2.7"),
    ],
)
def test_addresses_site(url, site):
    assert site_of(url) == site


def test_addresses_extension():
    assert url_extension("http://a.test/x/Statement%202024.PDF?v=2") == "pdf"
    assert url_extension("http://a.test/x.d/statement") == ""


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_addresses_public(address):
    assert is_public_address(address)


@pytest.mark.parametrize(
    "address",
    "10.0.0.1 127.0.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%eth0 fd00::1 "
    "::ffff:10.0.0.1 127.1 2130706433 0x7f.1 0177.0.0.1 0 2002:7f00:1::1 2002:a00:1:: "
    "64:ff9b::a00:1 64:ff9b::7f00:1 ::127.0.0.1 ::10.0.0.1".split(),
)
def test_addresses_not_public(address):
    assert not is_public_address(address)


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f.1", "0", "[64:ff9b::a00:1]", "[2002:7f00:1::1]"]
)
def test_addresses_refuse_a_private_address_however_it_is_written(host):
    assert refusal(f"http://{host}/", allow_private=False) == "private addresses are not visited"
    assert refusal(f"http://{host}/", allow_private=True) == ""


@pytest.mark.parametrize("host", ["a.test", "8.8.8.8", "0x7f.test", "127.0.0.1.test"])
def test_addresses_refuse_nothing_public(host):
    assert refusal(f"http://{host}/", allow_private=False) == ""
