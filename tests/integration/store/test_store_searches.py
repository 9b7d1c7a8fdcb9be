from dataclasses import asdict
from datetime import timedelta

import factories as make
import pytest

from checker.errors import NotFound
from checker.model import HomepageLink, Issue, IssueLevel, Outcome, Postcode
from checker.store.records import FoundRecord
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    PostcodeRepository,
    RunRepository,
    SearchRepository,
    StatementRepository,
)


@pytest.fixture
def searches(session):
    return SearchRepository(session)


@pytest.fixture
def runs(session):
    return RunRepository(session)


@pytest.fixture
def owners(session):
    """Ids of four organisations, the first in Norwich."""
    PostcodeRepository(session).load(
        [Postcode(postcode="NR1 1SW", district="Norwich", lad_code="")]
    )
    organisations = OrganisationRepository(session)
    organisations.add_register(
        make.organisation(
            name=name, company_number="", postcode="NR1 1SW" if name == "Wensum" else ""
        )
        for name in ("Wensum", "Yare", "Bure", "Ant")
    )
    return [record.id for record in organisations.all()]


def test_search_comes_back_with_every_request_in_order(searches, owners):
    fetches = (
        make.fetch("https://w.example/robots.txt", status=404),
        make.fetch("https://w.example/", note="linked: /modern-slavery"),
        make.fetch(
            "https://w.example/private", status=None, robots="disallowed", bytes=0, seconds=0.0
        ),
        make.fetch("https://w.example/", at=make.MOMENT + timedelta(seconds=3)),
    )
    link = HomepageLink(
        found=True, seen=True, href="/modern-slavery", text="Modern slavery", where="footer"
    )
    search = make.search(
        Outcome.FOUND_OLD,
        website="w.example",
        fetches=fetches,
        homepage_link=link,
        reason="Ended in 2019.",
    )

    key = searches.add(owners[0], search, None)

    record = searches.latest_for(owners[0])
    assert record.id == key
    assert (record.outcome, record.reason) == (Outcome.FOUND_OLD, "Ended in 2019.")
    assert (record.website, record.searched_at) == ("w.example", make.MOMENT)
    assert record.homepage_link == link
    assert record.fetches == fetches


def test_search_comes_back_with_what_it_found_as_it_found_it(searches, owners):
    own = make.found_statement(url="https://w.example/ms", final_url="https://w.example/ms.pdf")
    group = make.found_statement(
        make.source_document(b"group"), names_organisation=False, on_parent=True, period_end=None
    )
    search = make.search(statements=(own, group))

    searches.add(owners[0], search, None)

    statements = searches.latest_for(owners[0]).statements
    assert [asdict(found) for found in statements] == [
        {name: getattr(found, name) for name in FoundRecord.__dataclass_fields__}
        for found in (own, group)
    ]


def test_search_keeps_broken_text_as_far_as_it_can_be_kept(searches, owners):
    link = HomepageLink(found=True, href="/a\x00b", text="Modern \ud800slavery", where="footer")
    searches.add(owners[0], make.search(homepage_link=link, reason="\x00"), None)

    kept = searches.latest_for(owners[0])
    assert (kept.homepage_link.href, kept.homepage_link.text) == (
        "/a\ufffdb",
        "Modern \ufffdslavery",
    )
    assert kept.reason == "\ufffd"


def test_searches_of_a_run_come_in_register_order(searches, runs, owners):
    run = runs.start("county")
    second = searches.add(owners[1], make.search(Outcome.BLOCKED), run)
    first = searches.add(owners[0], make.search(Outcome.FOUND), run)
    searches.add(owners[0], make.search(Outcome.FOUND), runs.start("demo"))

    found = searches.of_run(run)

    assert [(owner.slug, search.id) for owner, search in found] == [
        ("wensum", first),
        ("yare", second),
    ]
    assert found[0][0].district == "Norwich"
    assert found[0][1] == searches.history_for(owners[0])[1]


def test_search_history_is_kept_latest_first(searches, owners):
    first = searches.add(owners[0], make.search(Outcome.BLOCKED), None)
    second = searches.add(owners[0], make.search(Outcome.FOUND), None)

    assert [record.id for record in searches.history_for(owners[0])] == [second, first]
    assert searches.latest_for(owners[0]).outcome is Outcome.FOUND
    assert searches.latest_for(owners[1]) is None
    assert searches.history_for(owners[1]) == ()


def test_every_outcome_can_be_kept(searches, owners):
    for outcome in Outcome:
        searches.add(owners[0], make.search(outcome), None)

    kept = [record.outcome for record in searches.history_for(owners[0])]
    assert kept == list(reversed(Outcome))


def test_missing_are_those_without_a_current_statement(searches, owners):
    """The latest search counts; who was never searched (Ant) is not called missing."""
    wensum, yare, bure, _ = owners
    searches.add(bure, make.search(Outcome.FOUND), None)
    searches.add(bure, make.search(Outcome.NOT_FOUND), None)
    searches.add(wensum, make.search(Outcome.FOUND_OLD), None)
    searches.add(yare, make.search(Outcome.BLOCKED), None)
    searches.add(yare, make.search(Outcome.FOUND_ON_PARENT), None)

    assert [row.organisation.id for row in searches.missing()] == [wensum, bure]


@pytest.mark.parametrize("outcome", Outcome)
def test_missing_by_outcome(searches, owners, outcome):
    searches.add(owners[0], make.search(outcome), None)

    expected = outcome not in {Outcome.FOUND, Outcome.FOUND_ON_PARENT}
    assert bool(searches.missing()) is expected


@pytest.mark.parametrize(("days", "missing"), [(548, False), (549, True)])
def test_missing_lists_a_parents_statement_that_is_old(searches, session, owners, days, missing):
    ended = make.MOMENT.date() - timedelta(days=days)
    found = make.found_statement(on_parent=True, period_end=ended)
    searches.add(owners[0], make.search(Outcome.FOUND_ON_PARENT, statements=(found,)), None)
    StatementRepository(session).add(owners[0], found, make.document())

    rows = searches.missing()

    assert [row.latest_period_end for row in rows] == ([ended] if missing else [])


def test_search_says_whether_the_homepage_was_seen(searches, owners):
    for seen in (True, False):
        link = HomepageLink(found=False, seen=seen)
        searches.add(owners[0], make.search(homepage_link=link), None)

        assert searches.latest_for(owners[0]).homepage_link == link


def test_missing_carries_the_proof_in_short(searches, session, owners):
    fetches = (
        make.fetch("https://w.example/", note="homepage"),
        make.fetch("https://w.example/p", note="not a statement: a policy"),
        make.fetch("https://w.example/down", status=None),
        make.fetch("https://w.example/c", note="a statement of somebody else"),
        make.fetch("https://w.example/d.pdf", note="could not be read: scanned pages"),
        make.fetch("https://w.example/e", note="redirected to /"),
    )
    earlier = (make.fetch("https://w.example/old", note="not a statement: a job"),)
    searches.add(owners[0], make.search(Outcome.NOT_FOUND, fetches=earlier), None)
    search = make.search(
        Outcome.FOUND_OLD, fetches=fetches, reason="Ended in 2025.", website="moved.example"
    )
    searches.add(owners[0], search, None)
    statements = StatementRepository(session)
    key = statements.add(owners[0], make.found_statement(period_end=None), make.document())
    AssessmentRepository(session).add(key, make.assessment())

    (row,) = searches.missing()

    assert row.organisation.slug == "wensum"
    assert row.organisation.district == "Norwich"
    assert (row.outcome, row.reason) == (Outcome.FOUND_OLD, "Ended in 2025.")
    assert row.searched_at == make.MOMENT
    assert row.pages_fetched == 5
    assert row.homepage == "https://moved.example/"
    assert row.latest_period_end == make.YEAR_END
    assert row.candidates == (
        "https://w.example/p: not a statement: a policy",
        "https://w.example/c: a statement of somebody else",
        "https://w.example/d.pdf: could not be read: scanned pages",
    )


def test_missing_leaves_a_parents_statement_that_does_not_name_it_aside(searches, session, owners):
    searches.add(owners[0], make.search(Outcome.PARENT_DOES_NOT_NAME), None)
    unnamed = make.found_statement(on_parent=True, names_organisation=False)
    StatementRepository(session).add(owners[0], unnamed, make.document())

    (row,) = searches.missing()

    assert row.latest_period_end is None


def test_killed_run_is_gone_on_with_and_a_finished_one_is_not(runs, searches, owners):
    run = runs.start("county")
    searches.add(owners[0], make.search(), run)
    searches.add(owners[1], make.search(), None)

    assert runs.start("county") == run
    assert runs.start("demo") != run
    assert runs.searched_in(run) == {owners[0]}

    runs.finish(run)
    assert runs.start("county") != run
    assert runs.searched_in(runs.start("county")) == set()


def test_run_that_was_killed_long_ago_is_closed(runs):
    run = runs.start("county", now=make.MOMENT)
    day = make.MOMENT + timedelta(hours=24)

    assert runs.start("county", now=day) == run

    second = runs.start("county", now=day + timedelta(seconds=1))
    assert second != run
    assert runs.latest().started_at == day + timedelta(seconds=1)
    runs.finish(second)
    assert runs.start("county", now=make.MOMENT) not in {run, second}


def test_latest_run_is_the_one_started_last(runs):
    assert runs.latest() is None
    runs.finish(runs.start("demo"))
    second = runs.start("county")

    latest = runs.latest()
    assert (latest.id, latest.kind, latest.finished_at) == (second, "county", None)

    runs.finish(second)
    assert runs.latest().finished_at >= runs.latest().started_at


def test_finish_raises_for_an_unknown_run(runs):
    with pytest.raises(NotFound, match="no run 7"):
        runs.finish(7)


def test_issues_are_kept_with_their_run(runs):
    issues = tuple(
        Issue(level=level, stage="crawl", subject=f"{level}", message="It went wrong: try again.")
        for level in IssueLevel
    )
    run = runs.start("county")
    runs.add_issues(run, issues)
    runs.add_issues(runs.start("demo"), issues[:1])

    assert runs.issues_for(run) == issues
