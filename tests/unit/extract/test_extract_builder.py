import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.builder import DocumentBuilder, Passage
from checker.extract.cleaning import clean
from checker.model import BlockKind, Extraction

OPERATIONS = st.one_of(
    st.tuples(st.just("add"), st.text(), st.sampled_from(BlockKind)),
    st.tuples(st.just("add_paragraph"), st.text()),
    st.tuples(st.just("carry_on"), st.text().filter(clean)),
    st.tuples(st.just("new_page")),
)


def build(builder, **about):
    return builder.build(media_type="text/plain", extraction=Extraction.TEXT, **about)


@given(operations=st.lists(OPERATIONS))
def test_builder_keeps_the_promises_of_the_model_whatever_is_added(promises, operations):
    builder = DocumentBuilder()
    added = ""
    for name, *arguments in operations:
        if name == "carry_on" and not added:
            continue  # there is no block to carry on
        if name == "carry_on":
            builder.carry_on(Passage(text=clean(*arguments)))
        else:
            getattr(builder, name)(*arguments)
        added += clean(arguments[0]) if arguments else ""
    document = promises(build(builder))
    assert len(document.pages) == 1 + sum(name == "new_page" for name, *_ in operations)


def test_builder_counts_the_offsets_of_blocks_and_pages():
    builder = DocumentBuilder()
    builder.add("Our policies", BlockKind.HEADING, 2)
    builder.add("We train  our\nbuyers and")
    builder.new_page()
    builder.carry_on(Passage(text="our drivers."))
    builder.add("Page 2", BlockKind.RUNNING)
    document = build(builder)
    assert document.text == "Our policies\nWe train our buyers and our drivers.\nPage 2"
    assert [(page.start, page.end) for page in document.pages] == [(0, 37), (37, 56)]
    assert [document.page_of(block.start) for block in document.blocks] == [1, 1, 2]
    assert document.page_of(document.text.index("drivers")) == 2


def test_builder_joins_a_word_that_a_page_turn_has_cut_at_its_hyphen():
    builder = DocumentBuilder()
    builder.add("We take a zero-")
    builder.new_page()
    builder.carry_on(Passage(text="tolerance approach."))
    assert build(builder).text == "We take a zero-tolerance approach."


def test_builder_keeps_pages_without_text():
    builder = DocumentBuilder()
    builder.new_page()
    builder.add("The second page.")
    builder.new_page()
    document = build(builder)
    assert [(page.start, page.end) for page in document.pages] == [(0, 0), (0, 16), (16, 16)]


def test_builder_without_text_makes_an_empty_document():
    document = build(DocumentBuilder())
    assert (document.text, document.blocks, document.title) == ("", (), "")
    assert len(document.pages) == 1


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  two\u00a0words\n here ", "two words here"),
        ("ﬁnancial traﬃcking", "financial trafficking"),
        ("zero\u200bwidth soft\u00adhyphen \ufeff", "zerowidth softhyphen"),
        ("bell\x07 and surrogate\ud800", "bell and surrogate"),
        ("cafe\u0301", "café"),
        ("½ of 10² tonnes™", "½ of 10² tonnes™"),
    ],
)
def test_builder_cleans_text(raw, cleaned):
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("• We train buyers", "We train buyers", BlockKind.LIST_ITEM),
        ("– Jane Smith", "– Jane Smith", BlockKind.PARAGRAPH),
        ("•", "•", BlockKind.PARAGRAPH),
    ],
)
def test_builder_takes_a_typed_bullet_for_a_list_item(typed, text, kind):
    builder = DocumentBuilder()
    builder.add_paragraph(typed)
    document = build(builder)
    assert (document.text, document.blocks[0].kind) == (text, kind)


def test_builder_takes_a_short_first_line_for_the_title():
    builder = DocumentBuilder()
    builder.add("Internal", BlockKind.RUNNING)
    builder.add("Modern slavery statement 2024", BlockKind.HEADING, 1)
    assert build(builder).title == "Modern slavery statement 2024"
    assert build(builder, title="Reed Farms").title == "Reed Farms"


def test_builder_takes_no_paragraph_for_the_title():
    builder = DocumentBuilder()
    builder.add("This statement has no heading and begins with a long sentence. " * 3)
    assert build(builder).title == ""
