import pytest

from checker.crawl.territory import Owner, Territory, home_addresses, is_storage
from checker.model import Organisation

ACME = Organisation(name="Acme Ltd", website="www.acme.co.uk")
GROUP = Organisation(name="Group plc", website="https://group.com/uk/")


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://docs.acme.co.uk/x", Owner.OWN),
        ("https://acme.com/x", Owner.OWN),
        ("https://investors.group.com/x", Owner.PARENT),
        ("https://other.org/x", Owner.OTHER),
        ("https://d1.cloudfront.net/x.pdf", Owner.OWN),
    ],
)
def test_territory_owner(url, owner):
    territory = Territory(ACME, GROUP)
    assert territory.owner_of(url, linked_by=Owner.OWN, is_page=True) is owner


@pytest.mark.parametrize(
    ("parent", "is_page", "owner"),
    [
        (None, False, Owner.OWN),  # a file somewhere, and nobody else it could belong to
        (None, True, Owner.OTHER),
        (GROUP, False, Owner.OTHER),
    ],
)
def test_territory_document_on_an_unknown_host(parent, is_page, owner):
    territory = Territory(ACME, parent)
    url = "https://elsewhere.org/statement.pdf"
    assert territory.owner_of(url, linked_by=Owner.OWN, is_page=is_page) is owner


def test_territory_storage_belongs_to_whoever_links():
    territory = Territory(ACME, GROUP)
    url = "https://cdn.elsewhere.org/x.pdf"
    assert territory.owner_of(url, linked_by=Owner.PARENT, is_page=False) is Owner.PARENT


def test_territory_same_name_of_two_owners_follows_the_register():
    territory = Territory(ACME, Organisation(name="Acme Group", website="acme.com"))
    assert not territory.holds("https://acme.com/x", Owner.OWN)
    assert territory.holds("https://acme.com/x", Owner.PARENT)


def test_territory_shared_site():
    assert Territory(ACME, Organisation(name="G", website="acme.co.uk")).is_shared
    assert not Territory(ACME, GROUP).is_shared


def test_territory_claims_where_the_homepage_moved():
    territory = Territory(ACME, GROUP)
    territory.claim("https://new.org/", Owner.OWN)
    territory.claim("https://group.com/acme", Owner.OWN)
    assert territory.holds("https://new.org/x", Owner.OWN)
    assert not territory.holds("https://group.com/x", Owner.OWN)


@pytest.mark.parametrize(
    ("website", "addresses"),
    [
        ("acme.co.uk", ("https://acme.co.uk/", "https://www.acme.co.uk/")),
        (" WWW.Acme.co.uk ", ("https://www.acme.co.uk/", "https://acme.co.uk/")),
        ("http://acme.co.uk/en/", ("https://acme.co.uk/en/", "https://www.acme.co.uk/en/")),
        ("acme.test:8080", ("https://acme.test:8080/", "https://www.acme.test:8080/")),
        ("127.0.0.1:80", ("https://127.0.0.1:80/",)),
        ("", ()),
        ("none known", ()),
    ],
)
def test_territory_home_addresses(website, addresses):
    assert home_addresses(website) == addresses


@pytest.mark.parametrize("host", ["s3.eu-west-2.amazonaws.com", "cdn.shopify.com", "files.a.test"])
def test_territory_storage(host):
    assert is_storage(f"https://{host}/x")


def test_territory_plain_site_is_no_storage():
    assert not is_storage("https://www.group.com/documents/x.pdf")
