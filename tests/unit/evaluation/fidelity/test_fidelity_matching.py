"""Sentences are the same whatever type they are set in, and each counts as often as it is there."""

import pytest

from checker.evaluation.fidelity.matching import Splitter, match, normalised
from checker.evaluation.fidelity.source import Passage, document_of
from checker.model import BlockKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Our ﬁrst  audit", "our first audit"),
        ("the crew’s “own” line", "the crew's 'own' line"),
        ("2024–25 — the year", "2024-25 - the year"),
        ("• cooks", "cooks"),
    ],
)
def test_matching_type_makes_no_difference(one, other):
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("re-sign", "resign"), ("12 cooks", "1 2 cooks"), ("a cook.", "a cook")]
)
def test_matching_wording_makes_a_difference(one, other):
    assert normalised(one) != normalised(other)


def test_matching_counts_each_sentence_as_often_as_it_is_there():
    found = match(["a", "a", "b"], ["a", "c", "c"], [])
    assert (found.found, found.lost, found.added) == (1, ("a", "b"), ("c", "c"))


def test_matching_what_is_shown_besides_counts_neither_way_and_once():
    found = match(["a"], ["a", "box", "box"], ["box", "unread"])
    assert (found.found, found.lost, found.added) == (1, (), ("box",))


def test_matching_the_sentences_of_a_passage_end_with_it():
    passages = [
        Passage(kind=BlockKind.HEADING, text="Our boats", level=1),
        Passage(kind=BlockKind.PARAGRAPH, text="We sail. We fish"),
        Passage(kind=BlockKind.LIST_ITEM, text="herring", level=1),
    ]
    sentences = Splitter().sentences(document_of(passages))
    assert sentences == ["our boats", "we sail.", "we fish", "herring"]
