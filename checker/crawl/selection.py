"""Which of the documents that were judged statements are reported, and in which order."""

from collections.abc import Mapping, Sequence
from datetime import date

from bs4 import BeautifulSoup

from checker.crawl.addresses import url_key
from checker.crawl.hunt import PageRead
from checker.crawl.outcome import find_preferred
from checker.model import FoundStatement

_COVER = 1_500  # characters beside its links: a page that only leads to the statement


def select_statements(
    statements: Sequence[FoundStatement], pages: Mapping[str, PageRead], today: date
) -> tuple[FoundStatement, ...]:
    """The organisation's own statements, else those of its parent, the newest first.

    Beside own statements that are all old, a current one of the parent that names the
    organisation is reported too. Where one names the organisation, those that do not are left
    out; so is a page that only leads to a statement among the rest.
    """
    own = [s for s in statements if not s.on_parent]
    chosen = [*own, *find_preferred(statements, today)] or list(statements)
    chosen = [s for s in chosen if s.names_organisation] or chosen
    chosen = [s for s in chosen if not _is_cover(s, chosen, pages)]
    return tuple(sorted(chosen, key=lambda s: s.period_end or date.min, reverse=True))


def leading_keys(
    statements: Sequence[FoundStatement], pages: Mapping[str, PageRead]
) -> frozenset[str]:
    """Keys of the addresses that lead to a statement: its own, and pages that link to it."""
    reported = {url_key(statement.final_url) for statement in statements}
    urls = {statement.final_url for statement in statements}
    own = {key for key, page in pages.items() if page.url in urls}
    covers = {key for key, page in pages.items() if page.strong and page.targets & (own | reported)}
    return frozenset(own | reported | covers)


def _is_cover(
    statement: FoundStatement, others: Sequence[FoundStatement], pages: Mapping[str, PageRead]
) -> bool:
    page = pages.get(url_key(statement.final_url))
    if page is None or not page.targets:
        return False
    leads_on = any(
        url_key(other.url) in page.targets or url_key(other.final_url) in page.targets
        for other in others
        if _may_cover(statement, other)
    )
    return leads_on and _prose_length(statement) < _COVER


def _may_cover(page: FoundStatement, other: FoundStatement) -> bool:
    if page.period_end is None and other.period_end is not None:
        return True
    return page.period_end == other.period_end and page.media_type != other.media_type


def _prose_length(statement: FoundStatement) -> int:
    soup = BeautifulSoup(statement.document.content, "lxml")
    for tag in soup.find_all(["a", "script", "style", "nav", "header", "footer", "head"]):
        tag.decompose()
    return len(soup.get_text(" ", strip=True))
