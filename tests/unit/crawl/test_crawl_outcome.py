from datetime import date, timedelta

import pytest

from checker.crawl.outcome import Findings, Hindrance, Obstacle, decide, hindrance_of
from checker.errors import (
    BotChallenge,
    HttpStatusError,
    RefusedAddress,
    RobotsDisallowed,
    TooLarge,
    Unreachable,
)
from checker.model import FoundStatement, Outcome, SourceDocument

TODAY = date(2025, 6, 30)
CURRENT = TODAY - timedelta(days=100)
OLD = TODAY - timedelta(days=900)


def found(period_end=CURRENT, *, names=True, on_parent=False):
    return FoundStatement(
        url="u", final_url="u", media_type="text/html", sha256="0", period_end=period_end,
        names_organisation=names, found_via="test", on_parent=on_parent,
        document=SourceDocument(name="n", content=b""),
    )  # fmt: skip


def obstacle(hindrance, *, score=12.0):
    return Obstacle(hindrance=hindrance, url="u", score=score, reason="because", strong=score >= 8)


NONE = ()


@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        (Findings(statements=[found()]), Outcome.FOUND),
        (Findings(statements=[found(OLD), found()]), Outcome.FOUND),
        (Findings(statements=[found(names=False)]), Outcome.FOUND),
        (Findings(statements=[found(OLD)]), Outcome.FOUND_OLD),
        (Findings(statements=[found(OLD), found(None)]), Outcome.FOUND_OLD),
        (Findings(statements=[found(None)]), Outcome.FOUND_UNDATED),
        (Findings(statements=[found(on_parent=True)]), Outcome.FOUND_ON_PARENT),
        (
            Findings(statements=[found(on_parent=True, names=False)]),
            Outcome.PARENT_DOES_NOT_NAME,
        ),
        (Findings(statements=NONE), Outcome.NOT_FOUND),
        (Findings(statements=NONE, has_website=False), Outcome.NO_WEBSITE),
        (
            Findings(statements=[found(on_parent=True)], has_website=False),
            Outcome.FOUND_ON_PARENT,
        ),
        (
            Findings(statements=NONE, obstacles=[obstacle(Hindrance.UNREADABLE)]),
            Outcome.UNREADABLE,
        ),
        (Findings(statements=NONE, obstacles=[obstacle(Hindrance.MISSING)]), Outcome.NOT_FOUND),
        (
            Findings(
                statements=NONE,
                obstacles=[obstacle(Hindrance.BLOCKED), obstacle(Hindrance.UNREADABLE)],
            ),
            Outcome.UNREADABLE,
        ),
        (
            Findings(
                statements=[found(on_parent=True, names=False)],
                obstacles=[obstacle(Hindrance.BLOCKED)],
            ),
            Outcome.BLOCKED,
        ),
        (
            Findings(statements=[found()], obstacles=[obstacle(Hindrance.UNREADABLE)]),
            Outcome.FOUND,
        ),
        (
            Findings(
                statements=NONE, obstacles=[obstacle(Hindrance.BLOCKED, score=5)], best_read=4
            ),
            Outcome.BLOCKED,
        ),
        (
            Findings(
                statements=NONE, obstacles=[obstacle(Hindrance.BLOCKED, score=4)], best_read=5
            ),
            Outcome.NOT_FOUND,
        ),
        (
            Findings(statements=NONE, home=obstacle(Hindrance.BLOCKED, score=0)),
            Outcome.BLOCKED,
        ),
        (
            Findings(statements=NONE, home=obstacle(Hindrance.UNREACHABLE, score=0)),
            Outcome.UNREACHABLE,
        ),
        (
            Findings(statements=NONE, home=obstacle(Hindrance.UNREADABLE, score=0)),
            Outcome.UNREADABLE,
        ),
        (Findings(statements=NONE, home=obstacle(Hindrance.MISSING, score=0)), Outcome.NOT_FOUND),
        (Findings(statements=[found(OLD), found(on_parent=True)]), Outcome.FOUND_ON_PARENT),
        (Findings(statements=[found(OLD), found(OLD, on_parent=True)]), Outcome.FOUND_OLD),
        (Findings(statements=[found(OLD), found(on_parent=True, names=False)]), Outcome.FOUND_OLD),
        (Findings(statements=[found(None), found(on_parent=True)]), Outcome.FOUND_UNDATED),
    ],
)
def test_outcome_decision(findings, outcome):
    decided, reason = decide(findings, TODAY)
    assert decided is outcome
    assert reason.endswith((".", "because"))


def test_outcome_old_statement_tells_of_one_that_could_not_be_read():
    findings = Findings(statements=[found(OLD)], obstacles=[obstacle(Hindrance.UNREADABLE)])
    assert "could not be read: u: because" in decide(findings, TODAY)[1]


@pytest.mark.parametrize(("period_end", "old"), [(OLD, True), (CURRENT, False), (None, False)])
def test_outcome_says_when_the_parents_statement_is_old(period_end, old):
    outcome, reason = decide(Findings(statements=[found(period_end, on_parent=True)]), TODAY)
    assert outcome is Outcome.FOUND_ON_PARENT
    assert ("over 18 months ago" in reason) is old


def test_outcome_tells_of_a_parent_that_could_not_be_reached():
    findings = Findings(statements=NONE, parent_home=obstacle(Hindrance.UNREACHABLE, score=0))
    assert "parent's site could not be read" in decide(findings, TODAY)[1]


@pytest.mark.parametrize(
    ("error", "hindrance"),
    [
        (RobotsDisallowed("u", "r"), Hindrance.BLOCKED),
        (BotChallenge("u", "r"), Hindrance.BLOCKED),
        (HttpStatusError("u", 403), Hindrance.BLOCKED),
        (HttpStatusError("u", 429), Hindrance.BLOCKED),
        (HttpStatusError("u", 404), Hindrance.MISSING),
        (HttpStatusError("u", 500), Hindrance.UNREACHABLE),
        (TooLarge("u", "r"), Hindrance.UNREADABLE),
        (Unreachable("u", "r"), Hindrance.UNREACHABLE),
        (RefusedAddress("u", "r"), Hindrance.UNREACHABLE),
    ],
)
def test_outcome_hindrance(error, hindrance):
    assert hindrance_of(error) is hindrance
