"""Reading for tests: every document that comes out keeps the promises of the model."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from checker.extract import extract
from checker.model import BlockKind, Document, SourceDocument


def keep_promises(document: Document) -> Document:
    """The document, once all that `Document` and `Block` promise has been asserted."""
    text = document.text
    assert text.encode("utf-8").decode("utf-8") == text
    for block in document.blocks:
        quote = text[block.start : block.end]
        assert quote.strip() == quote != ""
        assert "\n" not in quote
    for before, block in pairwise(document.blocks):
        assert text[before.end : block.start] == "\n"
    covered = sum(len(text[block.start : block.end].split()) for block in document.blocks)
    assert covered == len(text.split())
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(text)
    assert all(before.end == page.start for before, page in pairwise(document.pages))
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    return document


@pytest.fixture(scope="session")
def promises() -> Callable[[Document], Document]:
    return keep_promises


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Reads bytes or text as `extract` does; keywords are those of `SourceDocument`."""

    def read(content: bytes | str, **about: str) -> Document:
        octets = content.encode() if isinstance(content, str) else content
        return keep_promises(extract(SourceDocument(name="a test", content=octets, **about)))

    return read


@pytest.fixture(scope="session")
def quotes() -> Callable[..., list[str]]:
    """The texts of a document's blocks; of one kind, where it is given."""

    def quotes(document: Document, kind: BlockKind | None = None) -> list[str]:
        blocks = (b for b in document.blocks if kind is None or b.kind is kind)
        return [document.text[block.start : block.end] for block in blocks]

    return quotes
