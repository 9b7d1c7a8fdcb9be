import gzip

import pytest

from checker.crawl.sitemap import find_sitemap_addresses, is_sitemap_address

URLSET = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> http://a.test/x </loc></url><url><loc>http://a.test/y?a=1&amp;b=2</loc></url></urlset>"""


@pytest.mark.parametrize("content", [URLSET, gzip.compress(URLSET), URLSET.replace(b"xmlns", b"x")])
def test_sitemap_addresses(make_answer, content):
    found = find_sitemap_addresses(make_answer(content, "application/xml"))
    assert found == ("http://a.test/x", "http://a.test/y?a=1&b=2")


def test_sitemap_that_breaks_off_is_read_so_far(make_answer):
    found = find_sitemap_addresses(make_answer(URLSET[:-60], "text/xml"))
    assert found[0] == "http://a.test/x"


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>no map</body></html>", b"\x1f\x8bdamaged", b"<urlset", b"%PDF"]
)
def test_sitemap_of_something_else(make_answer, content):
    assert find_sitemap_addresses(make_answer(content)) == ()


def test_sitemap_entities_are_not_expanded(make_answer):
    bomb = b"<!DOCTYPE r [<!ENTITY a 'http://a.test/evil'>]><urlset><loc>&a;</loc></urlset>"
    assert find_sitemap_addresses(make_answer(bomb)) == ()


def test_sitemap_further_sitemaps():
    assert is_sitemap_address("http://a.test/pages.xml.gz")
    assert not is_sitemap_address("http://a.test/pages")
