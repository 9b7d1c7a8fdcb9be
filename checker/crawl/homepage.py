"""The link of section 54(7): is the statement linked in a prominent place on the homepage."""

from collections.abc import Collection, Sequence

from checker.crawl.addresses import url_key
from checker.crawl.links import PageLink, Position
from checker.crawl.scoring import STATEMENT, LinkScorer
from checker.model import HomepageLink

_PROMINENCE = (Position.HEADER, Position.MENU, Position.FOOTER, Position.BODY)


def find_homepage_link(
    links: Sequence[PageLink],
    scorer: LinkScorer,
    *,
    leading: Collection[str],
    rejected: Collection[str],
) -> HomepageLink:
    """The most prominent link to the statement.

    A link counts when it leads to a statement that was found, or when its words name the
    statement and nothing shows that they are wrong (the page may be blocked or unreadable).

    Args:
        links: Of the homepage.
        scorer: Knows the words that name a statement.
        leading: Keys of the addresses that lead to a statement.
        rejected: Keys of the addresses that turned out to be something else.
    """

    def rank(link: PageLink) -> tuple[bool, int]:
        return url_key(link.url) not in leading, _PROMINENCE.index(link.position)

    counting = [
        link
        for link in links
        if url_key(link.url) in leading
        or (url_key(link.url) not in rejected and scorer.score(link.text) >= STATEMENT)
    ]
    if not counting:
        return HomepageLink(found=False, seen=True)
    best = min(counting, key=rank)
    return HomepageLink(
        found=True, seen=True, href=best.url, text=best.text, where=best.position.value
    )
