"""Sitemaps (sitemaps.org): the addresses they list, nested and gzipped ones included."""

import zlib

from lxml import etree

from checker.crawl.addresses import clean_url
from checker.crawl.answer import Answer

_MAX_BYTES = 50_000_000  # of one sitemap, unpacked: the limit of sitemaps.org
_MAX_ADDRESSES = 50_000
_GZIP = b"\x1f\x8b"


def find_sitemap_addresses(answer: Answer) -> tuple[str, ...]:
    """The addresses of the pages, or of further sitemaps, in a sitemap; none when it is none."""
    content = _unpacked(answer.content)
    if b"<urlset" not in content[:4096] and b"<sitemapindex" not in content[:4096]:
        return ()
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return ()
    if root is None:
        return ()
    texts = ((loc.text or "").strip() for loc in root.iter("{*}loc"))
    addresses = (clean_url(text, answer.final_url) for text in texts if text)
    unique = dict.fromkeys(address for address in addresses if address)
    return tuple(unique)[:_MAX_ADDRESSES]


def is_sitemap_address(url: str) -> bool:
    """Whether an address listed in a sitemap looks like a further sitemap."""
    return url.lower().partition("?")[0].endswith((".xml", ".xml.gz"))


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompressobj(wbits=31).decompress(content, _MAX_BYTES)
    except zlib.error:
        return b""
