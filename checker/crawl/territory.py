"""Whose site an address belongs to: the organisation's, its parent's, or somebody else's."""

from enum import StrEnum

from checker.crawl.addresses import brand_of, clean_url, host_of, is_ip_address, site_of
from checker.model import Organisation

_STORAGE_LABELS = {
    "asset", "assets", "blob", "bucket", "cdn", "content", "docs", "document", "documents",
    "download", "downloads", "file", "files", "filestore", "media", "s3", "static", "storage",
    "uploads",
}  # fmt: skip
_STORAGE_SITES = {
    "amazonaws.com", "azureedge.net", "cloudfront.net", "contentful.com", "ctfassets.net",
    "dropbox.com", "dropboxusercontent.com", "filesusr.com", "googleapis.com", "google.com",
    "googleusercontent.com", "hubspotusercontent.net", "hubspotusercontent-eu1.net",
    "issuu.com", "kc-usercontent.com", "prismic.io", "scribd.com", "sharepoint.com",
    "shopify.com", "squarespace.com", "squarespace-cdn.com", "umbraco.io",
    "website-files.com", "windows.net", "wixstatic.com", "wp.com",
}  # fmt: skip


class Owner(StrEnum):
    """Whose site it is."""

    OWN = "own"
    PARENT = "parent"
    OTHER = "other"


class Territory:
    """The sites of an organisation and of its parent.

    Args:
        organisation: Whose statement is searched for.
        parent: Its parent, where the register has one.
    """

    def __init__(self, organisation: Organisation, parent: Organisation | None) -> None:
        self._has_parent = bool(parent or organisation.parent)
        self._sites: dict[Owner, set[str]] = {
            Owner.OWN: _sites(organisation),
            Owner.PARENT: _sites(parent) if parent else set(),
        }

    @property
    def is_shared(self) -> bool:
        """Whether the organisation and its parent have one website."""
        return bool(self._sites[Owner.OWN] & self._sites[Owner.PARENT])

    def claim(self, url: str, owner: Owner) -> None:
        """Learns that a homepage has moved to `url`, unless that is known to be another's."""
        if all(site_of(url) not in sites for sites in self._sites.values()):
            self._sites[owner].add(site_of(url))

    def holds(self, url: str, owner: Owner) -> bool:
        """Whether `url` is on a site of `owner`: the same domain, or the same name elsewhere.

        `example.com` belongs to the owner of `example.co.uk`, unless the register says otherwise.
        """
        site = site_of(url)
        owners = [known for known, sites in self._sites.items() if site in sites]
        brands = {brand_of(known) for known in self._sites[owner]}
        return owner in owners or (not owners and brand_of(site) in brands)

    def owner_of(self, url: str, *, linked_by: Owner, is_page: bool) -> Owner:
        """Whose document is at `url`.

        Args:
            url: Its address.
            linked_by: Whose site links to it: a document host holds the documents of many.
            is_page: Whether it is a web page; a mere file elsewhere, linked by an organisation
                without a parent, is its own.
        """
        for owner in (Owner.OWN, Owner.PARENT):
            if self.holds(url, owner):
                return owner
        if is_storage(url) or not (is_page or self._has_parent):
            return linked_by
        return Owner.OTHER


def is_storage(url: str) -> bool:
    """Whether an address is on a host that keeps files for others."""
    site = site_of(url)
    known = any(site == name or site.endswith(f".{name}") for name in _STORAGE_SITES)
    labels = host_of(url).replace("-", ".").split(".")
    return known or not _STORAGE_LABELS.isdisjoint(labels)


def home_addresses(website: str) -> tuple[str, ...]:
    """Where a homepage may be, with and without `www`; none when it is no website.

    Args:
        website: As a register has it: a host name, or an address.
    """
    text = website.strip()
    home = clean_url(text if "://" in text else f"https://{text}") if text else None
    if home is None:
        return ()
    home = home.replace("http://", "https://", 1)
    host = host_of(home)
    if is_ip_address(host) or "." not in host:
        return (home,)
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return (home, home.replace(host, other, 1))


def _sites(organisation: Organisation) -> set[str]:
    known = home_addresses(organisation.website) or home_addresses(organisation.statement_url)
    return {site_of(address) for address in known[:1]}
