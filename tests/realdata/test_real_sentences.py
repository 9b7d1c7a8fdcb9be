"""The sentences of every published text quote it, leave nothing out and stay within their block."""

from itertools import pairwise

import pytest

from checker.analysis.language import StatementEnglish
from checker.analysis.sentences import split_document
from checker.extract import extract
from checker.model import BlockKind

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def documents(published_statements):
    return [extract(source) for source in published_statements]


def test_sentences_of_real_texts_hold_every_word_once_and_cross_no_block(documents):
    nlp = StatementEnglish()
    assert len(documents) > 100
    for document in documents:
        text = document.text
        blocks = [block for block in document.blocks if block.kind is not BlockKind.RUNNING]
        sentences = split_document(document, nlp)
        assert all(s.text == text[s.start : s.end] == s.span.text for s in sentences)
        assert all(first.end <= second.start for first, second in pairwise(sentences))
        owners = {at: block for block in blocks for at in range(block.start, block.end)}
        assert all(owners[s.start] is owners[s.end - 1] for s in sentences)
        covered = {at for s in sentences for at in range(s.start, s.end)}
        assert covered >= {at for at in owners if not text[at].isspace()}
        assert repr(sentences) == repr(split_document(document, nlp))
