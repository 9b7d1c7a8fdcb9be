"""Who has no current statement."""

import csv
import io

import factories
import openpyxl

from checker.model import Outcome


def test_missing_lists_organisations_with_their_proof_of_search(page, keep):
    keep(
        factories.organisation(), factories.search(Outcome.NOT_FOUND, reason="12 pages were read.")
    )
    keep(factories.organisation(name="Found Limited", company_number=""), factories.search())
    main = page("/missing").main
    assert [row.th.a.text for row in main.tbody.find_all("tr")] == ["Wensum Foods Limited"]
    assert "12 pages were read." in main.text
    assert main.find("a", href="/organisations/wensum-foods-limited#proof")


def test_missing_says_how_many_requests_were_answered_and_not_by_whom(page, keep):
    keep(factories.organisation(), factories.search(Outcome.NOT_FOUND))
    unknown = factories.organisation(name="Yare Care", company_number="", website="")
    keep(unknown, factories.search(Outcome.NO_WEBSITE, website="", fetches=()))
    searched, without = page("/missing").find_all("td", attrs={"data-label": "Proof of search"})
    assert "1 request answered for Wensum" in searched.text
    assert "answered by" not in searched.text
    assert (without.text.strip(), without.a) == ("Nothing to search", None)


def test_missing_without_anyone_says_so(page):
    assert "Nobody is on this list" in page("/missing").main.text


def test_missing_can_be_saved_as_csv_without_formulas(client, keep):
    keep(
        factories.organisation(name='=HYPERLINK("http://evil.example")', sector="@SUM(A1)"),
        factories.search(Outcome.NOT_FOUND, reason="-2+3"),
    )
    answer = client.get("/missing.csv")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=missing-")
    (row,) = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row["organisation"] == """'=HYPERLINK("http://evil.example")"""
    assert row["sector"] == "'@SUM(A1)"
    assert row["reason"] == "'-2+3"
    assert row["outcome"] == "not_found"
    assert row["outcome_in_words"] == "No statement found"
    assert row["searched_on"] == "2026-03-02"


def test_missing_can_be_saved_as_a_workbook(client, page, keep):
    keep(factories.organisation(), factories.search(Outcome.NOT_FOUND))
    assert page("/missing").main.find("a", href="/missing.xlsx")
    answer = client.get("/missing.xlsx")
    assert answer.headers["Content-Disposition"].endswith(".xlsx")
    header, row = openpyxl.load_workbook(io.BytesIO(answer.data)).active.iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["organisation"] == "Wensum Foods Limited"
