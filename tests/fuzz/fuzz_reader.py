"""What the fuzzing does in the process of each reader, which has to be there quickly."""

import resource
from itertools import pairwise

from checker.errors import ExtractError
from checker.extract import extract
from checker.model import Document, SourceDocument


def read_measured(source: SourceDocument) -> tuple[str, int]:
    """In the process of the reader: how reading ended, and the most memory it took, in bytes."""
    try:
        document = extract(source)
    except ExtractError as error:
        outcome = type(error).__name__
    else:
        check_promises(document)
        outcome = "Document"
    return outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def check_promises(document: Document) -> None:
    """What the model promises of every document."""
    text = document.text
    text.encode("utf-8")
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(document.pages))
    assert all(
        text[b.start : b.end].strip() == text[b.start : b.end] != "" for b in document.blocks
    )
    assert all(text[a.end : b.start] == "\n" for a, b in pairwise(document.blocks))
    for block in document.blocks[:20]:
        for box in document.boxes(block.start, block.end):
            assert 0 <= box.left <= box.right <= 1
            assert 0 <= box.top <= box.bottom <= 1
