"""The rules of rules/discovery/ and answers made by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
import srsly

from checker.crawl import Answer, LinkScorer
from checker.rulebook import LinkRule

MakeAnswer = Callable[..., Answer]


@pytest.fixture(scope="session")
def link_rules(root: Path) -> tuple[LinkRule, ...]:
    files = sorted((root / "rules" / "discovery").glob("*.yml"))
    return tuple(LinkRule.model_validate(srsly.read_yaml(file)) for file in files)


@pytest.fixture(scope="session")
def scorer(link_rules: tuple[LinkRule, ...]) -> LinkScorer:
    return LinkScorer(link_rules)


@pytest.fixture(scope="session")
def make_answer() -> MakeAnswer:
    def make(
        content: bytes | str, media_type: str = "text/html", url: str = "http://a.test/dir/page"
    ) -> Answer:
        body = content.encode() if isinstance(content, str) else content
        return Answer(url=url, final_url=url, headers={"content-type": media_type}, content=body)

    return make
