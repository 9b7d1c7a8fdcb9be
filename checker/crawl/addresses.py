"""Addresses: one spelling to ask for, one key to recognise a page by, and whose they are."""

import ipaddress
import posixpath
import re
import socket
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

import tldextract

_MAX_LENGTH = 2_000  # characters; longer addresses are made by traps
_PORTS = {"http": 80, "https": 443}
_SECOND_LEVEL = {"ac", "co", "com", "gov", "net", "org"}
_SAFE_IN_PATH = "%/:=&~+!$,;'@()*[]"
_SAFE_IN_QUERY = _SAFE_IN_PATH + "?"
_TRACKING = re.compile(r"(?i)utm_\w+|gclid|fbclid|msclkid|dclid|mc_[ce]id|_ga|_gl|hslang|_hs\w+")
_SESSION = re.compile(r"(?i)phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|sid|sess(ion)?_?id")
_PATH_SESSION = re.compile(r"(?i);\w*sess\w*id=[^/?]*")
_IPV4_IN_LAST_BITS = (
    ipaddress.IPv6Network("::/96"),  # IPv4-compatible (RFC 4291, 2.5.5.1)
    ipaddress.IPv6Network("64:ff9b::/96"),  # NAT64 (RFC 6052)
)
_INDEX_PAGE = re.compile(r"(?i)/(index|default)\.(html?|php|aspx?|cfm|jsp)$")


def clean_url(href: str, base: str = "") -> str | None:
    """The address to ask for: absolute http(s), without fragment; None when it is no address.

    Args:
        href: As written on a page or in a register.
        base: Address it is relative to.
    """
    try:
        parts = urlsplit(urljoin(base, re.sub(r"[\t\r\n]", "", href.strip())))
        host, port = (parts.hostname or "").rstrip("."), parts.port
        path = quote(parts.path, safe=_SAFE_IN_PATH) or "/"
        query = quote(parts.query, safe=_SAFE_IN_QUERY)
    except ValueError:
        return None
    if len(path) + len(query) > _MAX_LENGTH:
        return None
    if parts.scheme not in _PORTS or not host or re.search(r"[\s<>\"\\^`{|}%]", host):
        return None
    user, at, _ = parts.netloc.rpartition("@")
    name = f"[{host}]" if ":" in host else host
    netloc = f"{user}{at}{name}" + (f":{port}" if port and port != _PORTS[parts.scheme] else "")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def url_key(url: str) -> str:
    """What a page is recognised by, however its address is written.

    The scheme, `www.`, a trailing slash, an index page, session and tracking parameters and the
    order of parameters make no difference.
    """
    parts = urlsplit(url)
    port = parts.port if parts.port not in _PORTS.values() else None
    host = host_of(url).removeprefix("www.") + (f":{port}" if port else "")
    path = _PATH_SESSION.sub("", unquote(parts.path))
    path = _INDEX_PAGE.sub("", path).rstrip("/")
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not (_TRACKING.fullmatch(name) or _SESSION.fullmatch(name))
    )
    return f"{host}{path}" + (f"?{urlencode(query)}" if query else "")


def url_shape(url: str) -> str:
    """The key with every number alike: the pages of a calendar or a list share one shape."""
    return re.sub(r"\d+", "0", url_key(url))


def url_extension(url: str) -> str:
    """File extension of the path, in lower case without the dot; empty where there is none."""
    return posixpath.splitext(unquote(urlsplit(url).path))[1].lower().lstrip(".")


def host_of(url: str) -> str:
    """Host name of an address that `clean_url` returned."""
    return (urlsplit(url).hostname or "").rstrip(".")


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def site_of(url: str) -> str:
    """Registrable domain of an address, such as `example.co.uk`: one owner's site.

    An ending that is on no list (`.example`, `.test`, a local name) is taken for one more label:
    the site of `www.shop.co.uk.test` is `shop.co.uk.test`.
    """
    host = host_of(url)
    if is_ip_address(host):
        return host
    found = _suffixes()(host)
    if found.suffix:
        return found.top_domain_under_public_suffix or host
    rest, _, ending = host.rpartition(".")
    within = _suffixes()(rest)
    if "." in within.suffix or within.suffix in _SECOND_LEVEL:
        return f"{within.top_domain_under_public_suffix or rest}.{ending}"
    return ".".join(host.split(".")[-2:])


def brand_of(site: str) -> str:
    """The label that an owner chose: `example` of `example.co.uk`."""
    return site if is_ip_address(site) else site.partition(".")[0]


def refusal(url: str, *, allow_private: bool) -> str:
    """Why this program does not visit an address, as far as its writing tells; empty if it does.

    Where a name leads is looked at when the connection is made (`transport.py`).
    """
    if clean_url(url) is None:
        return "only http and https addresses are visited"
    if "@" in urlsplit(url).netloc:
        return "addresses with a user name or password are not visited"
    host = host_of(url)
    local = host == "localhost" or host.endswith(".localhost")
    if not allow_private and (local or (is_ip_address(host) and not is_public_address(host))):
        return "private addresses are not visited"
    return ""


def is_ip_address(host: str) -> bool:
    """Whether a host is written as an IP address, in any way that a resolver understands."""
    try:
        _parse_ip(host)
    except ValueError:
        return False
    return True


def is_public_address(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    Raises:
        ValueError: It is no IP address.
    """
    ip = _parse_ip(address)
    if isinstance(ip, ipaddress.IPv6Address):
        ip = _carried_ipv4(ip) or ip
    return ip.is_global and not ip.is_multicast


def _parse_ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))  # 127.1, 0x7f.1, 2130706433
    except OSError as exc:
        raise ValueError(f"{host!r} is no IP address") from exc


def _carried_ipv4(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if any(ip in network for network in _IPV4_IN_LAST_BITS):
        return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The public suffix list that comes with tldextract: nothing is fetched or written."""
    return tldextract.TLDExtract(
        cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True
    )
