import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import EmptyText
from checker.extract import extract
from checker.extract.cleaning import clean
from checker.model import BlockKind, Extraction, SourceDocument

WRAPPED = """\
WENSUM TIMBER LTD: MODERN SLAVERY STATEMENT

This statement is made by Wensum Timber Ltd for the year that ended on 31 March
2024. We saw, plane and sell timber from our yards in Norwich, Dereham and King's
Lynn, and we employ 212 people.
Our supply chains
Most of our timber comes from mills in Scotland and Sweden. We know each of them and
visit them every two years.

Our steps in the year were:
• we asked every mill for the names of the agencies through which it
  hires seasonal workers
• we trained our buyers
o by an online course
o and in one workshop
(a) Payslips of agency staff were sampled.
1. Complaints were counted.

We take a zero-
tolerance approach to forced labour, and we report it to the inter-
national office. Other zero-tolerance rules are in our code.
This statement was approved by the board of directors on 3 May 2024.
Jane Smith
Chief Executive
3 May 2024
"""


def test_text_joins_wrapped_lines_and_keeps_apart_what_is_apart(read, quotes):
    document = read(WRAPPED)
    assert quotes(document) == [
        "WENSUM TIMBER LTD: MODERN SLAVERY STATEMENT",
        (
            "This statement is made by Wensum Timber Ltd for the year that ended on 31 March 2024. "
            "We saw, plane and sell timber from our yards in Norwich, Dereham and King's Lynn, "
            "and we employ 212 people."
        ),
        "Our supply chains",
        (
            "Most of our timber comes from mills in Scotland and Sweden. We know each of them and "
            "visit them every two years."
        ),
        "Our steps in the year were:",
        "we asked every mill for the names of the agencies through which it hires seasonal workers",
        "we trained our buyers",
        "by an online course",
        "and in one workshop",
        "(a) Payslips of agency staff were sampled.",
        "1. Complaints were counted.",
        (
            "We take a zero-tolerance approach to forced labour, and we report it to the "
            "international office. Other zero-tolerance rules are in our code."
        ),
        "This statement was approved by the board of directors on 3 May 2024.",
        "Jane Smith",
        "Chief Executive",
        "3 May 2024",
    ]


def test_text_tells_headings_and_list_items_from_paragraphs(read, quotes):
    document = read(WRAPPED)
    assert quotes(document, BlockKind.HEADING) == [
        "WENSUM TIMBER LTD: MODERN SLAVERY STATEMENT",
        "Our supply chains",
    ]
    depths = [block.level for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert depths == [1, 1, 2, 2, 3, 4]
    assert document.extraction is Extraction.TEXT
    assert document.media_type == "text/plain"
    assert document.title == "WENSUM TIMBER LTD: MODERN SLAVERY STATEMENT"


def test_text_keeps_the_lines_of_a_sign_off_block_apart_after_a_full_line(read, quotes):
    document = read(
        "We have looked at our suppliers and will go on looking at them during the next\n"
        "year, and the board of directors has approved this statement on 12 June in 2024.\n"
        "Jane Smith\nChief Executive\nWensum Timber Ltd\n12 June 2024\n"
    )
    assert quotes(document)[1:] == [
        "Jane Smith",
        "Chief Executive",
        "Wensum Timber Ltd",
        "12 June 2024",
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_text_without_wrapped_lines_takes_each_line_for_a_paragraph(read, quotes):
    lines = [
        "We are a family firm and we make mustard in Norwich. We employ forty people all year.",
        "Our suppliers are farmers within thirty miles of the mill. We know them all by name.",
        "Jane Smith, Managing Director",
    ]
    assert quotes(read("\n".join(lines))) == lines


def test_text_joins_a_bullet_on_a_line_of_its_own_with_its_item(read, quotes):
    document = read(
        "We did this:\n•\nWe trained buyers.\n\n\uf0b7\n\nWe visited mills.\n(i)\n\nPolicy"
    )
    assert quotes(document, BlockKind.LIST_ITEM)[:2] == ["We trained buyers.", "We visited mills."]
    assert "(i) Policy" in document.text


def test_text_takes_numbered_items_for_a_list_and_numbered_headings_for_headings(read, quotes):
    document = read(
        "We rated these as high:\n1. Timber from abroad\n2. Agency work at mills\n"
        "3. Hauliers\n\n7. Training\nAll of our buyers were trained in May.\n"
    )
    assert quotes(document, BlockKind.HEADING) == ["7. Training"]
    assert len(quotes(document, BlockKind.LIST_ITEM)) == 3


def test_text_takes_a_dash_within_a_wrapped_sentence_for_a_dash(read, quotes):
    document = read(
        "Our people are at risk where they are hired through agencies in a high season\n"
        "– from May to September – and where they cannot read the contract that is put\n"
        "before them.\n"
    )
    assert len(quotes(document)) == 1


PAGES = """\
Reed Farms statement

Reed Farms
We grow reed on the Broads and sell it to thatchers in the whole of the county and\f\
Reed Farms statement
to some in Suffolk. The rest is burnt.

                               - 2 -
\f\
Reed Farms statement
Cutting is done by our own people.

                               - 3 -
"""


def test_text_turns_the_page_at_a_form_feed_and_sets_running_lines_aside(read, quotes):
    document = read(PAGES)
    assert len(document.pages) == 3
    assert quotes(document, BlockKind.RUNNING) == [
        "Reed Farms statement",
        "- 2 -",
        "Reed Farms statement",
        "- 3 -",
    ]
    assert quotes(document)[0] == "Reed Farms statement"  # at the head of page 1: the title


def test_text_carries_a_sentence_over_the_page_turn(read, quotes):
    document = read(PAGES)
    sentence = (
        "We grow reed on the Broads and sell it to thatchers in the whole of the county and "
        "to some in Suffolk. The rest is burnt."
    )
    assert sentence in quotes(document)
    assert document.page_of(document.text.index("county and")) == 1
    assert document.page_of(document.text.index("to some")) == 2


def test_text_does_not_take_a_repeated_number_or_bullet_for_a_running_line(read, quotes):
    document = read("First page.\n•\f2024\nSecond page.\n•\f2023\nThird page.\n•")
    assert quotes(document, BlockKind.RUNNING) == []


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_charset(read, charset):
    assert read("Café “Wensum”".encode(charset)).text == "Café “Wensum”"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n\f ", "\ufeff\u200b".encode()])
def test_text_without_a_character_is_empty(content):
    with pytest.raises(EmptyText, match="draft"):
        extract(SourceDocument(name="draft", content=content))


# A zero byte makes a binary file of a text.
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
PROSE = st.text(alphabet="abc DEF\n\n.-:•–o1(a)\f\t")


@given(text=st.one_of(ANY, PROSE))
def test_text_keeps_the_promises_of_the_model_for_any_text(read, text):
    read("." + text)  # the stop keeps it from being empty, or another form


def visible(text: str) -> Counter[str]:
    """The characters of a text but for hyphens at line ends and the marks of list items."""
    return Counter(c for c in clean(text) if not c.isspace() and c not in NOT_KEPT)


NOT_KEPT = "-–—*·»>•◦▪▫■□●○‣⁃∙➢➤►✓✔❖◆oØü§\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d"


@given(text=PROSE)
def test_text_loses_no_character(read, text):
    assert visible(read("." + text).text) == visible("." + text)


@pytest.mark.realdata
def test_text_of_every_real_statement_is_whole(read, real_data, record_property):
    paths = sorted((real_data / "statements" / "texts").glob("*.txt"))
    assert len(paths) > 100
    started = time.perf_counter()
    for path in paths:
        content = path.read_bytes()
        assert visible(read(content).text) == visible(content.decode()), path.name
    record_property("seconds", round(time.perf_counter() - started, 2))
