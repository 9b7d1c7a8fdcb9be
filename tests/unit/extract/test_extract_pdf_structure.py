"""Tags and bookmarks of PDFs: who follows them, and when they are not believed."""

import pytest
from tagged_pdfs import ARTIFACT, Bookmark, Drawn, Node, tagged_pdf

from checker.model import BlockKind

PROSE = (
    "We make desks and chairs in three workshops of our own near the river,",
    "and we ask every sawmill that we buy from to tell us who works there,",
    "how they were hired and whether they can leave whenever they want to.",
)


def lines(tag, texts, *, top=700.0, size=11.0, **place):
    """The lines of one paragraph, as they are drawn below one another."""
    return [
        Drawn(tag, text, top - 1.3 * size * row, size=size, **place)
        for row, text in enumerate(texts)
    ]


def leaf(kind, key):
    return Node(kind, key=key)


def kinds(document):
    return [
        (block.kind, block.level, document.text[block.start : block.end])
        for block in document.blocks
    ]


def test_pdf_structure_names_headings_whose_type_does_not_show_it(read):
    page = [
        Drawn("a", "Our workshops", 760),
        *lines("b", PROSE, top=740),
        Drawn("c", "the sawmills", 680),
        *lines("d", PROSE, top=660),
    ]
    tree = Node("Document", [leaf("Kop", "a"), leaf("P", "b"), leaf("H4", "c"), leaf("P", "d")])
    document = read(tagged_pdf([page], tree, roles={"Kop": "H2"}))
    assert kinds(document) == [
        (BlockKind.HEADING, 2, "Our workshops"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
        (BlockKind.HEADING, 4, "the sawmills"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
    ]


def test_pdf_structure_knows_list_items_and_their_depth_without_marks(read):
    page = [
        *lines("p", PROSE, top=760),
        Drawn("one", "Planks from the north", 700),
        Drawn("two", "Oak", 685),
        Drawn("two more", "from two forests", 670),
        Drawn("label", "-", 655),
        Drawn("three", "Glue", 655, 75),
    ]
    nested = Node("L", [Node("LI", [leaf("P", "two"), leaf("P", "two more")])])
    items = Node(
        "L",
        [
            Node("LI", [leaf("LBody", "one"), nested]),
            Node("LI", [leaf("Lbl", "label"), Node("LBody", [leaf("P", "three")])]),
        ],
    )
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "p"), items])))
    assert kinds(document)[1:] == [
        (BlockKind.LIST_ITEM, 1, "Planks from the north"),
        (BlockKind.LIST_ITEM, 2, "Oak"),
        (BlockKind.PARAGRAPH, 0, "from two forests"),
        (BlockKind.LIST_ITEM, 1, "Glue"),
    ]


def test_pdf_structure_knows_the_cells_of_a_table_without_rules(read):
    page = [
        *lines("p", PROSE, top=760),
        Drawn("a", "Risk", 700),
        Drawn("b", "Answer", 700, 90),
        Drawn("c", "Agency", 685),
        Drawn("d", "Payslips of all", 685, 103),
        Drawn("d", "hands are read", 672, 103),
    ]
    rows = [
        Node("TR", [leaf("TH", "a"), leaf("TH", "b")]),
        Node("TR", [Node("TD", [leaf("P", "c")]), leaf("TD", "d")]),
    ]
    table = Node("Table", [Node("THead", rows[:1]), Node("TBody", rows[1:])])
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "p"), table])))
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [(b.row, b.column, document.text[b.start : b.end]) for b in cells] == [
        (1, 1, "Risk"),
        (1, 2, "Answer"),
        (2, 1, "Agency"),
        (2, 2, "Payslips of all hands are read"),
    ]


def test_pdf_structure_puts_a_paragraph_together_over_a_page_turn_and_artifacts(read):
    first = [
        Drawn(ARTIFACT, "Deskmakers for the county", 800),
        *lines("a", PROSE),
        Drawn("b", "Our people were asked by", 60),
    ]
    second = [
        Drawn(ARTIFACT, "Something else above the second page", 800),
        Drawn("b", "Jane Smith whether they are content.", 760),
        *lines("c", PROSE),
    ]
    tree = Node("Document", [leaf("P", "a"), leaf("P", "b"), leaf("P", "c")])
    document = read(tagged_pdf([first, second], tree))
    assert kinds(document) == [
        (BlockKind.RUNNING, 0, "Deskmakers for the county"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
        (BlockKind.PARAGRAPH, 0, "Our people were asked by Jane Smith whether they are content."),
        (BlockKind.RUNNING, 0, "Something else above the second page"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
    ]


def test_pdf_structure_keeps_the_paragraphs_of_a_list_item_over_a_page_turn(read):
    first = [
        *lines("p", PROSE),
        Drawn("one", "Planks are bought by people", 90),
        Drawn("two", "Those who sell them are asked by", 60),
    ]
    second = [Drawn("two", "Jane Smith who felled the trees", 760), *lines("q", PROSE, top=740)]
    item = Node("LI", [Node("LBody", [leaf("P", "one"), leaf("P", "two")])])
    tree = Node("Document", [leaf("P", "p"), Node("L", [item]), leaf("P", "q")])
    assert kinds(read(tagged_pdf([first, second], tree)))[1:3] == [
        (BlockKind.LIST_ITEM, 1, "Planks are bought by people"),
        (
            BlockKind.PARAGRAPH,
            0,
            "Those who sell them are asked by Jane Smith who felled the trees",
        ),
    ]


def test_pdf_structure_puts_a_paragraph_together_around_a_box_drawn_within(read, quotes):
    page = [
        *lines("a", PROSE[:1]),
        Drawn("box", "A box beside it", 690, 450),
        *lines("a", PROSE[1:], top=686),
    ]
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "a"), leaf("P", "box")])))
    assert quotes(document) == [" ".join(PROSE), "A box beside it"]


def test_pdf_structure_keeps_the_lines_of_a_signature_in_one_paragraph_apart(read, quotes):
    signature = ("Jane Smith", "Chief Executive", "3 May 2024")
    page = [*lines("a", PROSE), *lines("b", signature, top=640)]
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "a"), leaf("P", "b")])))
    assert quotes(document) == [" ".join(PROSE), *signature]


def test_pdf_structure_takes_artifacts_within_the_text_and_stamps_below_it_for_text(read, quotes):
    page = [
        *lines("a", PROSE),
        Drawn(ARTIFACT, "A word in the middle", 655),
        *lines("b", PROSE, top=640),
        Drawn("", "Signed by Jane Smith", 300),
    ]
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "a"), leaf("P", "b")])))
    assert quotes(document, BlockKind.RUNNING) == []
    assert "Signed by Jane Smith" in quotes(document)


def test_pdf_structure_takes_what_nobody_tagged_in_the_margin_for_the_paper_s(read, quotes):
    page = [Drawn("", "Envelope 77", 820), *lines("a", PROSE), *lines("b", PROSE, top=640)]
    document = read(tagged_pdf([page], Node("Document", [leaf("P", "a"), leaf("P", "b")])))
    assert quotes(document, BlockKind.RUNNING) == ["Envelope 77"]


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(Node("P", key="a0"), id="tags on a few words only"),
        pytest.param(
            Node("Document", [leaf("P", f"{tag}{row}") for tag in "abcdef" for row in range(3)]),
            id="a paragraph for each line",
        ),
        pytest.param(
            Node("H1", [leaf("Span", f"{tag}{row}") for tag in "abcdef" for row in range(3)]),
            id="all one heading",
        ),
    ],
)
def test_pdf_structure_that_cuts_sentences_is_not_believed(read, quotes, tree):
    named = {node.key for node in [tree, *tree.inner]}
    page = [
        Drawn(f"{tag}{row}" if f"{tag}{row}" in named else "", text, 760 - 60 * place - 14 * row)
        for place, tag in enumerate("abcdef")
        for row, text in enumerate(PROSE)
    ]
    document = read(tagged_pdf([page], tree))
    assert quotes(document, BlockKind.PARAGRAPH) == [" ".join(PROSE)] * 6


def test_pdf_structure_of_a_file_that_does_not_say_it_is_tagged_is_not_read(read):
    page = [Drawn("a", "the sawmills", 760), *lines("b", PROSE, top=740)]
    tree = Node("Document", [leaf("H4", "a"), leaf("P", "b")])
    assert (BlockKind.HEADING, 4, "the sawmills") in kinds(read(tagged_pdf([page], tree)))
    untagged = kinds(read(tagged_pdf([page], tree, marked=False)))
    assert (BlockKind.HEADING, 4, "the sawmills") not in untagged


def test_pdf_bookmarks_name_headings_also_wrapped_ones(read):
    page = [
        Drawn("", "how we look after", 760),
        Drawn("", "those who work for us", 745),
        *lines("", PROSE),
    ]
    marks = [Bookmark("How we look after those who work for us"), Bookmark("report final v2.docx")]
    document = read(tagged_pdf([page], Node("Document"), bookmarks=marks))
    assert kinds(document) == [
        (BlockKind.HEADING, 1, "how we look after those who work for us"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
    ]


def test_pdf_bookmarks_name_the_largest_of_the_lines_that_say_the_same(read):
    page = [
        Drawn("", "sawmills", 810, size=8),
        *lines("", PROSE, top=740),
        Drawn("", "sawmills", 690),
        *lines("", PROSE, top=670),
    ]
    document = read(tagged_pdf([page], Node("Document"), bookmarks=[Bookmark("Sawmills")]))
    assert kinds(document) == [
        (BlockKind.PARAGRAPH, 0, "sawmills"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
        (BlockKind.HEADING, 1, "sawmills"),
        (BlockKind.PARAGRAPH, 0, " ".join(PROSE)),
    ]


def hostile(tree_objects):
    """A tagged page with one line, and these objects for its structure; 5 is the root."""
    stream = "/P<</MCID 0>>BDC BT /F 11 Tf 60 700 Td (A line of a page.) Tj ET EMC"
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R"
        "/Outlines 90 0 R>>",
        2: "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        4: f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        **tree_objects,
    }
    bodies = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in objects.items())
    return f"%PDF-1.7\n{bodies}trailer<</Root 1 0 R>>\n%%EOF".encode()


def parent_of(number):
    return f"<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[0[{number} 0 R]]>>>>"


DOUBLED = {
    5: parent_of(36),
    **{
        number: f"<</S/Sect/P {number - 1} 0 R/K[{f'{number + 1} 0 R ' * 100}]>>"
        for number in range(6, 36)
    },
    36: "<</S/P/P 35 0 R/Pg 3 0 R/K 0>>",
}


@pytest.mark.parametrize(
    "objects",
    [
        pytest.param(DOUBLED, id="each element named a hundred times"),
        pytest.param({5: parent_of(6), 6: "<</S/P/P 6 0 R/Pg 3 0 R/K[0 6 0 R]>>"}, id="own parent"),
        pytest.param(
            {5: parent_of(6), 6: "<</S/P/P 7 0 R/Pg 3 0 R/K[0 7 0 R]>>", 7: "<</S/P/P 6 0 R>>"},
            id="parents in a ring",
        ),
        pytest.param(
            {5: parent_of(6), 6: f"<</S/P/P 5 0 R/Pg 3 0 R/K[{'0 ' * 300_000}]>>"},
            id="contents without end",
        ),
        pytest.param(
            {5: parent_of(6), 6: f"<</S/{'x' * 9_000}/P 5 0 R/Pg 3 0 R/K[2147483647 -7 null]>>"},
            id="a long name and odd numbers",
        ),
        pytest.param(
            {
                5: "<</Type/StructTreeRoot>>",
                90: "<</First 91 0 R>>",
                91: "<</Title(Elsewhere)/Next 91 0 R/First 91 0 R/Dest[3 0 R/Fit]>>",
            },
            id="bookmarks in a ring",
        ),
    ],
)
def test_pdf_structure_without_end_is_left(read, quotes, objects):
    assert quotes(read(hostile(objects))) == ["A line of a page."]
