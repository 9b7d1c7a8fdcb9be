"""An assessed document as a reader sees it."""

import factories
import pytest

from checker.model import Block, BlockKind, Document, Extraction, HomepageLink, Outcome, Page
from checker.model import RequirementVerdict as Verdict
from checker.store.records import SearchRecord
from webapp.homepage import link_of_draft, link_of_search
from webapp.reading import make_reading


def document_of(*blocks):
    """A document of (kind, level, page) blocks, each with one word."""
    text, made, pages = "", [], []
    for kind, level, number in blocks:
        start = len(text)
        text += "word\n"
        made.append(Block(start=start, end=start + 4, kind=kind, level=level))
        if pages and pages[-1].number == number:
            start = pages.pop().start
        pages.append(Page(number=number, start=start, end=len(text)))
    return Document(
        text=text,
        media_type="application/pdf",
        extraction=Extraction.PDF,
        pages=tuple(pages),
        blocks=tuple(made),
    )


def passages(*blocks):
    return make_reading(document_of(*blocks), None, homepage_link=link_of_draft()).passages


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ([1, 2, 3], [3, 4, 5]),
        ([4, 1, 6], [3, 3, 4]),
        ([0], [3]),
        ([1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]),
    ],
)
def test_reading_headings_never_skip_a_level_on_the_way_down(levels, shown):
    blocks = [(BlockKind.HEADING, level, 1) for level in levels]
    assert [line.level for passage in passages(*blocks) for line in passage.lines] == shown


def test_reading_keeps_the_items_of_a_list_together():
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
    found = passages(*((kind, 1, 1) for kind in kinds))
    assert [(passage.kind, len(passage.lines)) for passage in found] == [
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.TABLE_CELL, 1),
    ]


def test_reading_marks_where_each_page_begins():
    found = passages(*((BlockKind.PARAGRAPH, 0, number) for number in (1, 1, 2, 4)))
    assert [passage.page for passage in found] == [1, 2, 4]


def test_reading_of_one_page_marks_none():
    assert [passage.page for passage in passages((BlockKind.PARAGRAPH, 0, 1))] == [None]


def test_reading_quotes_what_is_not_in_the_text_without_a_place():
    assessment = factories.assessment()
    elsewhere = document_of((BlockKind.PARAGRAPH, 0, 1))
    reading = make_reading(elsewhere, assessment, homepage_link=link_of_draft())
    (group,) = reading.groups["training"]
    (quote,) = group.quotes
    assert (quote.anchor, quote.evidence) == ("", assessment.areas[-1].evidence[0])


@pytest.mark.parametrize(
    ("outcome", "link", "verdict"),
    [
        (Outcome.FOUND, HomepageLink(found=True, where="footer"), Verdict.STATED),
        (Outcome.FOUND, HomepageLink(found=False, seen=True), Verdict.NOT_STATED),
        (Outcome.BLOCKED, HomepageLink(found=False), Verdict.UNCLEAR),
    ],
)
def test_reading_homepage_link_as_the_search_saw_it(outcome, link, verdict):
    search = SearchRecord(
        id=1,
        website="wensum-foods.example",
        outcome=outcome,
        reason="",
        searched_at=factories.MOMENT,
        homepage_link=link,
        statements=(),
        fetches=(),
    )
    assert link_of_search(search).verdict == verdict


def test_reading_homepage_link_without_a_search_is_not_known():
    assert link_of_search(None).verdict == Verdict.UNCLEAR
