from checker.analysis.contexts import Context
from checker.model import BlockKind

ITEM, TEXT = BlockKind.LIST_ITEM, BlockKind.PARAGRAPH


def _lead_ins(*sentences):
    context = Context()
    return [context.before(text, kind, level)[1] for text, kind, level in sentences]


def test_contexts_a_sub_item_stands_under_its_item_and_the_lead_in():
    assert _lead_ins(
        ("In the year we did this.", TEXT, 0),
        ("We trained", ITEM, 1),
        ("buyers", ITEM, 2),
        ("by day", ITEM, 3),
        ("drivers", ITEM, 2),
        ("We audited", ITEM, 1),
    ) == [
        (),
        ("In the year we did this.",),
        ("In the year we did this.", "We trained"),
        ("In the year we did this.", "We trained", "buyers"),
        ("In the year we did this.", "We trained"),
        ("In the year we did this.",),
    ]


def test_contexts_an_item_with_a_colon_leads_in_a_list_without_depths():
    assert _lead_ins(
        ("We trained:", ITEM, 1),
        ("buyers;", ITEM, 1),
        ("drivers.", ITEM, 1),
        ("We audited:", ITEM, 1),
        ("mills.", ITEM, 1),
    ) == [(), ("We trained:",), ("We trained:",), (), ("We audited:",)]


def test_contexts_an_item_with_sub_items_leads_in_nothing_else():
    assert _lead_ins(
        ("We trained:", ITEM, 1), ("buyers", ITEM, 2), ("We audited mills", ITEM, 1)
    ) == [(), ("We trained:",), ()]


def test_contexts_a_paragraph_after_a_list_is_no_item():
    after_list = [("We trained:", TEXT, 0), ("all buyers.", ITEM, 1), ("We met mills.", TEXT, 0)]
    assert _lead_ins(*after_list)[2] == ()


def test_contexts_a_paragraph_goes_on_with_a_list_that_is_not_finished():
    unfinished = [("We trained:", TEXT, 0), ("all buyers; and", ITEM, 1), ("Drivers.", TEXT, 0)]
    assert _lead_ins(*unfinished)[2] == ("We trained:",)


def test_contexts_a_heading_ends_a_list():
    context = Context()
    context.before("We trained:", TEXT, 0)
    context.before("buyers", ITEM, 1)
    assert context.before("Audits", BlockKind.HEADING, 2) == ("", ())
    assert context.before("Mills", ITEM, 1) == ("Audits", ())
