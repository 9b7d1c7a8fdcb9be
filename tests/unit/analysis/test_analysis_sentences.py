from itertools import pairwise

import factories
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.sentences import from_texts, split_document
from checker.model import Block, BlockKind

WORDS = st.sampled_from(
    "We trained Norwich staff. Ltd. e.g. • – 1. (a) b) 2.1 s.54(1) Signed: Jane J. Reader 31. March"
    " chain.1 and of; bread, “flour” “bread.” .) ?! ... Director… No. 5 www.example.org/a. \n \n\n"
    " \t \u2028 \xa0".split(" ")
)
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=40).map(" ".join)
KINDS = st.lists(st.sampled_from(list(BlockKind)), min_size=1, max_size=6)


def _texts(nlp, text):
    """The sentences of one paragraph."""
    block = Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH)
    document = factories.document(text, blocks=(block,))
    return [sentence.text for sentence in split_document(document, nlp)]


@given(texts=st.lists(TEXTS, min_size=1, max_size=6), kinds=KINDS)
def test_sentences_quote_the_document_and_leave_nothing_out(nlp, texts, kinds):
    blocks, start = [], 0
    for number, text in enumerate(texts):
        kind = kinds[number % len(kinds)]
        blocks.append(Block(start=start, end=start + len(text), kind=kind))
        start += len(text) + 1
    text = "\n".join(texts)
    document = factories.document(text, blocks=tuple(block for block in blocks))
    sentences = split_document(document, nlp)

    assert repr(sentences) == repr(split_document(document, nlp))
    assert all(s.text == text[s.start : s.end] == s.span.text for s in sentences)
    assert all(s.text.strip() == s.text for s in sentences)
    assert all(any(b.start <= s.start and s.end <= b.end for b in blocks) for s in sentences)
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    assert [s.index for s in sentences] == list(range(len(sentences)))
    covered = {at for s in sentences for at in range(s.start, s.end)}
    expected = {
        at
        for block in blocks
        if block.kind is not BlockKind.RUNNING
        for at in range(block.start, block.end)
        if not text[at].isspace()
    }
    assert expected <= covered
    assert all(text[at].isspace() for at in covered - expected)


def test_sentences_know_heading_and_list_lead_in(nlp):
    sentences = from_texts(
        ["TRAINING", "In the year we trained:", "• buyers", "• drivers", "We also met suppliers."],
        nlp,
    )
    assert [(s.kind, s.heading, s.lead_ins) for s in sentences[1:4]] == [
        (BlockKind.PARAGRAPH, "TRAINING", ()),
        (BlockKind.LIST_ITEM, "TRAINING", ("In the year we trained:",)),
        (BlockKind.LIST_ITEM, "TRAINING", ("In the year we trained:",)),
    ]
    assert sentences[4].lead_ins == ()
    assert sentences[4].before == "• drivers"


def test_sentences_leave_running_lines_out(nlp):
    text = "We bake.\nPage 2 of 3\nWe sell."
    blocks = (
        Block(start=0, end=8, kind=BlockKind.PARAGRAPH),
        Block(start=9, end=20, kind=BlockKind.RUNNING),
        Block(start=21, end=29, kind=BlockKind.PARAGRAPH),
    )
    sentences = split_document(factories.document(text, blocks=blocks), nlp)
    assert [sentence.text for sentence in sentences] == ["We bake.", "We sell."]


def test_sentences_that_were_split_elsewhere_stay_as_they_are(nlp):
    texts = [" We bake. We sell. ", "", "– bread"]
    assert [sentence.text for sentence in from_texts(texts, nlp)] == texts


def test_sentences_of_a_document_are_those_of_its_blocks(nlp):
    texts = ["Our bakery", "We bake. We sell.", "We buy from Wherry Ltd.", "The rest is ours."]
    together = split_document(factories.document("\n".join(texts)), nlp)
    assert [s.text for s in together] == [one for text in texts for one in _texts(nlp, text)]


def test_sentences_a_figure_in_a_table_is_read_after_its_heads(nlp, table):
    rows = [["Measure", "2024/25"], ["Buyers trained", "94%"], ["Why", "We had no time for more."]]
    cells = split_document(table(rows), nlp)
    assert [(s.text, s.heads, s.reading) for s in (cells[3], cells[5])] == [
        ("94%", ("Buyers trained", "2024/25"), "Buyers trained · 2024/25: 94%"),
        ("We had no time for more.", ("Why", "2024/25"), "We had no time for more."),
    ]
    assert cells[3].under == "Buyers trained\n2024/25"
