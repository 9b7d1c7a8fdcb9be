"""The small web, a session that reaches it, and a search in it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import srsly
from small_web import Clock, Web
from small_web import judge as judge_by_marks

from checker.crawl import LinkScorer, PoliteSession, search
from checker.crawl.hunt import Judge
from checker.model import Organisation, Search
from checker.rulebook import LinkRule
from checker.settings import CrawlSettings

TODAY = date(2025, 6, 30)


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    yield web
    web.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(web: Web, clock: Clock) -> Iterator[PoliteSession]:
    options = CrawlSettings(proxy=web.url, timeout=2, max_seconds=3, max_bytes=200_000)
    with PoliteSession(options, clock=clock, sleep=clock.sleep) as session:
        yield session


@pytest.fixture(scope="session")
def scorer(root: Path) -> LinkScorer:
    files = sorted((root / "rules" / "discovery").glob("*.yml"))
    return LinkScorer(LinkRule.model_validate(srsly.read_yaml(file)) for file in files)


Find = Callable[..., Search]


@pytest.fixture
def find(session: PoliteSession, scorer: LinkScorer) -> Find:
    """Searches for an organisation of the small web."""

    def run(
        name: str = "Acme Ltd",
        parent: Organisation | None = None,
        judge: Judge = judge_by_marks,
        **fields: str,
    ) -> Search:
        organisation = Organisation(name=name, **{"website": "acme.test", **fields})
        return search(
            organisation, session=session, judge=judge, links=scorer, parent=parent, today=TODAY
        )

    return run
