"""Where: a search for an organisation's statements, with its proof."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from checker.model.assessment import RequirementVerdict
from checker.model.document import SourceDocument

_CURRENT = timedelta(days=548)  # 18 months after the end of the period


class Outcome(StrEnum):
    """How a search ended. A failure to read or reach is never "no statement"."""

    FOUND = "found"
    FOUND_OLD = "found_old"
    FOUND_UNDATED = "found_undated"
    FOUND_ON_PARENT = "found_on_parent"
    PARENT_DOES_NOT_NAME = "parent_does_not_name"
    UNREADABLE = "unreadable"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"
    NO_WEBSITE = "no_website"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One request, or one that was not made and why.

    Attributes:
        url: The address asked for.
        at: When, in UTC.
        status: HTTP status; None when there was no answer.
        robots: `allowed`, `disallowed` or `unknown`.
        bytes: Size of the body received.
        seconds: Duration.
        note: What came of it, such as `redirected to …`, `not a statement: a policy`.
    """

    url: str
    at: datetime
    status: int | None
    robots: str
    bytes: int
    seconds: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomepageLink:
    """The link of section 54(7): whether the homepage has one, and where.

    Attributes:
        found: Whether a link was seen.
        seen: Whether the homepage was read; always so where a link was found.
        href: Where the link leads to; None when there is none.
        text: Its words; None when there is none.
        where: `header`, `menu`, `footer` or `body`; None when there is none.
    """

    found: bool
    seen: bool = False
    href: str | None = None
    text: str | None = None
    where: str | None = None

    @property
    def verdict(self) -> RequirementVerdict:
        """Stated, not stated, or unclear where nobody has seen the homepage."""
        if self.found:
            return RequirementVerdict.STATED
        return RequirementVerdict.NOT_STATED if self.seen else RequirementVerdict.UNCLEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a document is, as the crawler needs to know it.

    Attributes:
        is_statement: Whether it is a statement under section 54.
        names_organisation: Whether it names the organisation that is searched for.
        period_end: Last day of the period it covers; None when not stated.
        reason: Why, in plain words.
        unreadable: Why it could not be read; empty when it could.
    """

    is_statement: bool
    names_organisation: bool = False
    period_end: date | None = None
    reason: str = ""
    unreadable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement that a search found; `document` are its bytes."""

    url: str
    final_url: str
    media_type: str
    sha256: str
    period_end: date | None
    names_organisation: bool
    found_via: str
    on_parent: bool = False
    document: SourceDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One finished search for one organisation: the outcome and the proof of search."""

    name: str
    website: str
    outcome: Outcome
    searched_at: datetime
    statements: tuple[FoundStatement, ...] = ()
    homepage_link: HomepageLink = HomepageLink(found=False)
    fetches: tuple[Fetch, ...] = ()
    reason: str = ""


def is_outdated(period_end: date | None, today: date) -> bool:
    """Whether a period ended more than 18 months ago; not known without a period, so no."""
    return period_end is not None and period_end < today - _CURRENT
