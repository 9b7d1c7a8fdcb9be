"""The main job on the example county: each site was written for one outcome, and reaches it."""

import csv

import pytest
import srsly

from checker.model import Outcome
from checker.store import (
    OrganisationRepository,
    OverviewRepository,
    SearchRepository,
    StatementRepository,
    make_session_factory,
    reading,
)


@pytest.fixture(scope="module")
def session(example_county):
    with reading(make_session_factory(example_county)) as session:
        yield session


@pytest.fixture(scope="module")
def register(root):
    with (root / "corpus/register/example.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def records(session):
    return {r.organisation.name: r for r in OrganisationRepository(session).all()}


def test_county_every_organisation_reaches_the_outcome_its_site_was_written_for(session, register):
    searches = SearchRepository(session)
    known = records(session)
    reached = {
        row["name"]: searches.latest_for(known[row["name"]].id).outcome.value for row in register
    }
    assert reached == {row["name"]: row["expected_outcome"] for row in register}


def test_county_the_example_shows_every_outcome(register):
    assert {row["expected_outcome"] for row in register} == {outcome.value for outcome in Outcome}
    assert len(register) >= 15


def test_county_every_search_has_its_proof(session):
    searches = SearchRepository(session)
    for record in records(session).values():
        search = searches.latest_for(record.id)
        if search.outcome is not Outcome.NO_WEBSITE:
            assert search.fetches, record.organisation.name
        assert search.reason


def test_county_each_statement_is_the_one_that_was_published(session, root):
    statements = StatementRepository(session)
    known = records(session)
    for name, expected in srsly.read_yaml(root / "corpus/sites/expected.yml").items():
        summary = statements.for_organisation(known[name].id)[0]
        found = statements.get(summary.id)
        assert found.final_url.endswith(expected["path"]), name
        ended = found.assessment.statement.period_end
        assert (ended.isoformat() if ended else None) == expected["period_end"], name
        assert found.assessment.statement.no_steps is expected["no_steps"], name
        text = found.document.text
        for finding in (*found.assessment.requirements, *found.assessment.areas):
            assert all(e.quote == text[e.start : e.end] for e in finding.evidence)


def test_county_bytes_are_kept_as_they_were_received(session, root):
    statements = StatementRepository(session)
    pdfs = [p.read_bytes() for p in (root / "corpus/sites").rglob("*.pdf")]
    kept = [
        statements.source(found.sha256).content
        for record in records(session).values()
        for summary in statements.for_organisation(record.id)
        if (found := statements.get(summary.id)).media_type == "application/pdf"
    ]
    assert kept
    assert all(content in pdfs for content in kept)


def test_county_the_overview_counts_every_organisation_once(session, register):
    overview = OverviewRepository(session).get()
    assert overview.organisations == len(register)
    assert sum(overview.outcomes.values()) == len(register)
