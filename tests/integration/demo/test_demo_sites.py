"""The example county holds together: register, sites, documents and what their author expects."""

import csv
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pypdfium2 as pdfium
import pytest
import srsly
from bs4 import BeautifulSoup

from checker.demo.site import Answer, Site, load_sites
from checker.model import AreaVerdict, ContentArea, Outcome, RequirementVerdict
from checker.register import load_postcodes, load_register

CORPUS = Path(__file__).parents[3] / "corpus"
SITES = CORPUS / "sites"
REGISTER = CORPUS / "register" / "example.csv"
GONE = "http://breckpine.example/wp-content/uploads/2022/05/slavery-statement-2021.pdf"
LOCKED = "bure-loom.example/_app/documents/BLF-modern-slavery-statement-2025.pdf"
CUT_OFF = "www.wensum-larder.example/assets/documents/modern-slavery-statement-2019-20.pdf"
SCANNED = "hilgay-fen-produce.example/wp-content/uploads/2026/08/Scan_20260811_0932.pdf"
FOUND = {"found", "found_old", "found_undated", "found_on_parent"}


@pytest.fixture(scope="module")
def sites() -> dict[str, Site]:
    return load_sites(SITES)


@pytest.fixture(scope="module")
def expected() -> Any:
    return srsly.read_yaml(SITES / "expected.yml")


@pytest.fixture(scope="module")
def register() -> list[dict[str, str]]:
    with REGISTER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def follow(sites: dict[str, Site], url: str) -> tuple[str, Answer]:
    """Where `url` ends after its redirects, and the answer there."""
    for _ in range(5):
        parts = urlsplit(url)
        site = sites[parts.hostname or ""]
        if site.host != parts.hostname:
            url = parts._replace(netloc=site.host).geturl()
            continue
        answer = site.answer(parts.path or "/")
        if not answer.location:
            return url, answer
        url = urljoin(url, answer.location)
    raise AssertionError(f"{url} redirects without end")


def links(site: Site, path: str) -> list[str]:
    page = BeautifulSoup(site.answer(path).body, "lxml", from_encoding=site.behaviour.charset)
    base = f"http://{site.host}{path}"
    return [urljoin(base, str(link["href"])) for link in page.find_all("a", href=True)]


def host_of(sites: dict[str, Site], website: str) -> Site:
    return sites[website] if website in sites else sites[f"www.{website}"]


def test_sites_have_no_broken_link_but_the_one_that_is_meant(sites: dict[str, Site]) -> None:
    broken = set()
    for host, site in sites.items():
        for file in site.folder.rglob("*.html"):
            if host != site.host or file.stem.isdigit():  # an alias; an error page
                continue
            path = f"/{file.relative_to(site.folder).as_posix()}"
            for url in links(site, path.removesuffix("index.html")):
                _, answer = follow(sites, url)
                if answer.status != 200 or answer.file == site.folder.resolve() / "404.html":
                    broken.add(url)
    assert broken == {GONE}


def test_sites_keep_documents_small(sites: dict[str, Site]) -> None:
    sizes = {file: file.stat().st_size for file in SITES.rglob("*") if file.is_file()}
    assert max(sizes.values()) < 200_000
    assert sum(sizes.values()) < 3_000_000


def test_register_example_is_read_without_an_issue() -> None:
    assert load_register(REGISTER).issues == ()


def test_register_example_covers_every_outcome(register: list[dict[str, str]]) -> None:
    assert {row["expected_outcome"] for row in register} == set(Outcome)


def test_register_example_covers_every_district(register: list[dict[str, str]]) -> None:
    district = {each.postcode: each.district for each in load_postcodes(CORPUS)}
    assert {district[row["postcode"]] for row in register} == set(district.values())


def test_register_example_and_sites_are_the_same_organisations(
    sites: dict[str, Site], register: list[dict[str, str]]
) -> None:
    named = {host_of(sites, row["website"]).host for row in register if row["website"]}
    assert named == {site.host for site in sites.values()}


def test_register_example_names_parents_by_their_own_row(register: list[dict[str, str]]) -> None:
    assert {row["parent"] for row in register} <= {row["name"] for row in register} | {""}


def test_expected_has_a_statement_for_every_one_that_is_to_be_found(
    expected: Any, register: list[dict[str, str]]
) -> None:
    assert set(expected) == {row["name"] for row in register if row["expected_outcome"] in FOUND}


def test_expected_statements_are_served(
    sites: dict[str, Site], expected: Any, register: list[dict[str, str]]
) -> None:
    rows = {row["name"]: row for row in register}
    for name, each in expected.items():
        publisher = rows[rows[name]["parent"] or name]
        for path in [each["path"], *each.get("older", [])]:
            assert host_of(sites, publisher["website"]).answer(path).status == 200, path


def test_expected_homepage_links_are_on_the_homepages(
    sites: dict[str, Site], expected: Any, register: list[dict[str, str]]
) -> None:
    for row in register:
        if each := expected.get(row["name"]):
            ends = {follow(sites, url)[0] for url in links(host_of(sites, row["website"]), "/")}
            paths = {urlsplit(url).path for url in ends}
            assert (each["path"] in paths) == bool(each["homepage_link"]), row["name"]


def test_expected_verdicts_are_words_of_the_model(expected: Any) -> None:
    for name, each in expected.items():
        assert tuple(each["areas"]) == tuple(ContentArea), name
        assert set(each["areas"].values()) <= set(AreaVerdict), name
        assert {each["approval"], each["signature"]} <= set(RequirementVerdict), name


@pytest.mark.parametrize("path", [LOCKED, CUT_OFF])
def test_sites_hold_documents_that_do_not_open(path: str) -> None:
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(SITES / path)


def test_sites_hold_a_scanned_document() -> None:
    with pdfium.PdfDocument(SITES / SCANNED) as pdf:
        texts = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    assert "".join(texts).strip() == ""
