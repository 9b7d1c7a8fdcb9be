"""How a search ended, and why, in plain words (design.md 5.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.errors import (
    BotChallenge,
    FetchError,
    HttpStatusError,
    RobotsDisallowed,
    TooLarge,
)
from checker.model import FoundStatement, Outcome
from checker.model.search import is_outdated

_WALLS = {401, 402, 403, 407, 429, 451}


class Hindrance(StrEnum):
    """What keeps a page from being read."""

    UNREADABLE = "unreadable"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A promising page that could not be read. `score` is how promising, as of its link."""

    hindrance: Hindrance
    url: str
    score: float
    reason: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that a search has to be judged by.

    Attributes:
        statements: Found, the newest first.
        obstacles: Pages that could not be read.
        home: Why the homepage could not be read; None when it could, or there is none.
        best_read: Score of the most promising page that was read and is not a statement.
        has_website: Whether the register names a website.
        parent_home: Why the parent's homepage could not be read.
        exhausted: Whether the search ended because it had made all its requests.
    """

    statements: Sequence[FoundStatement]
    obstacles: Sequence[Obstacle] = ()
    home: Obstacle | None = None
    best_read: float = 0.0
    has_website: bool = True
    parent_home: Obstacle | None = None
    exhausted: bool = False


def hindrance_of(error: FetchError) -> Hindrance:
    """What kind of hindrance an error is."""
    match error:
        case RobotsDisallowed() | BotChallenge():
            return Hindrance.BLOCKED
        case TooLarge():
            return Hindrance.UNREADABLE
        case HttpStatusError(status=status):
            if status in _WALLS:
                return Hindrance.BLOCKED
            return Hindrance.MISSING if 400 <= status < 500 else Hindrance.UNREACHABLE
        case _:
            return Hindrance.UNREACHABLE


def is_current(period_end: date | None, today: date) -> bool:
    """Whether a period ended within the last 18 months, or has not ended yet."""
    return period_end is not None and not is_outdated(period_end, today)


def find_preferred(statements: Sequence[FoundStatement], today: date) -> list[FoundStatement]:
    """The parent's statements that go before old ones of its own: current, and they name it."""
    latest = _latest_period(statement for statement in statements if not statement.on_parent)
    if not is_outdated(latest, today):
        return []
    return [
        statement
        for statement in statements
        if statement.on_parent
        and statement.names_organisation
        and is_current(statement.period_end, today)
    ]


def decide(findings: Findings, today: date) -> tuple[Outcome, str]:
    """The outcome and the reason for it."""
    for step in (_own_statement, _parent_names, _hindered, _parent_silent):
        decided = step(findings, today)
        if decided:
            return decided
    if not findings.has_website:
        return Outcome.NO_WEBSITE, "The register names no usable website." + _parent_note(findings)
    return Outcome.NOT_FOUND, _not_found_reason(findings)


def _own_statement(findings: Findings, today: date) -> tuple[Outcome, str] | None:
    own = [statement for statement in findings.statements if not statement.on_parent]
    if not own or find_preferred(findings.statements, today):
        return None
    latest = _latest_period(own)
    if latest is None:
        return Outcome.FOUND_UNDATED, f"{own[0].url} does not state its period."
    if is_current(latest, today):
        return Outcome.FOUND, f"The latest statement covers a period to {latest:%-d %B %Y}."
    reason = f"The latest statement covers a period to {latest:%-d %B %Y}, over 18 months ago."
    worst = _worst(findings.obstacles)
    if worst:
        reason += f" A page that may be a later one could not be read: {worst.url}: {worst.reason}"
    return Outcome.FOUND_OLD, reason


def _parent_names(findings: Findings, today: date) -> tuple[Outcome, str] | None:
    naming = [s for s in findings.statements if s.on_parent and s.names_organisation]
    if not naming:
        return None
    reason = f"The statement at {naming[0].final_url} names it."
    latest = _latest_period(naming)
    if latest and is_outdated(latest, today):
        reason += f" It covers a period to {latest:%-d %B %Y}, over 18 months ago."
    return Outcome.FOUND_ON_PARENT, reason


def _hindered(findings: Findings, _today: date) -> tuple[Outcome, str] | None:
    worst = _worst(findings.obstacles)
    if worst:
        return Outcome(worst.hindrance.value), f"{worst.url}: {worst.reason}"
    blocked = [o for o in findings.obstacles if o.hindrance is Hindrance.BLOCKED]
    best = max(blocked, key=lambda obstacle: obstacle.score, default=None)
    if best and best.score > findings.best_read:
        reason = f"The most promising page may not be read: {best.url}: {best.reason}"
        return Outcome.BLOCKED, reason
    home = findings.home
    if home and home.hindrance is not Hindrance.MISSING:
        return Outcome(home.hindrance.value), f"{home.url}: {home.reason}"
    return None


def _parent_silent(findings: Findings, _today: date) -> tuple[Outcome, str] | None:
    if not findings.statements:
        return None
    url = findings.statements[0].final_url
    return Outcome.PARENT_DOES_NOT_NAME, f"The statement at {url} does not name it."


def _latest_period(statements: Iterable[FoundStatement]) -> date | None:
    return max((s.period_end for s in statements if s.period_end), default=None)


def _worst(obstacles: Sequence[Obstacle]) -> Obstacle | None:
    """The first page that should be the statement and could not be read."""
    order = (Hindrance.UNREADABLE, Hindrance.BLOCKED, Hindrance.UNREACHABLE)
    strong = [o for o in obstacles if o.strong and o.hindrance in order]
    return min(strong, key=lambda obstacle: order.index(obstacle.hindrance), default=None)


def _not_found_reason(findings: Findings) -> str:
    missing = [o for o in findings.obstacles if o.strong]
    if missing:
        return f"A link calls {missing[0].url} the statement, but: {missing[0].reason}"
    if findings.home:
        return f"No homepage and no statement: {findings.home.url}: {findings.home.reason}"
    more = " The search ended at its limit of requests." if findings.exhausted else ""
    return f"No page that was read is a statement.{more}{_parent_note(findings)}"


def _parent_note(findings: Findings) -> str:
    home = findings.parent_home
    return f" The parent's site could not be read: {home.reason}." if home else ""
