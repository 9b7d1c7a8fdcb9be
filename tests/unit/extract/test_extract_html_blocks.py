"""Lists, tables, footnotes and buttons of a page as blocks."""

import pytest

from checker.model import BlockKind


@pytest.fixture
def cells(read):
    """The cells of a page: row, column, text."""

    def cells(markup: str) -> list[tuple[int, int, str]]:
        document = read(f"<html><body>{markup}</body></html>")
        blocks = (b for b in document.blocks if b.kind is BlockKind.TABLE_CELL)
        return [(b.row, b.column, document.text[b.start : b.end]) for b in blocks]

    return cells


def test_html_cells_know_their_row_and_column(cells):
    markup = """<table><thead><tr><th>Risk<th colspan=2>Response</thead>
    <tbody><tr><td rowspan=2>Agencies<td>Payslips<td>Audits
    <tr><td>Visits<td>Calls<br>Letters</tbody></table>"""
    assert cells(markup) == [
        (1, 1, "Risk"),
        (1, 2, "Response"),
        (2, 1, "Agencies"),
        (2, 2, "Payslips"),
        (2, 3, "Audits"),
        (3, 2, "Visits"),
        (3, 3, "Calls"),
        (3, 3, "Letters"),
    ]


def test_html_cell_of_several_paragraphs_is_one_cell(cells):
    markup = "<table><tr><th>Risk<th>Response<tr><td>Agencies<td><p>Audits</p><p>Visits</p></table>"
    assert cells(markup)[2:] == [(2, 1, "Agencies"), (2, 2, "Audits"), (2, 2, "Visits")]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>One<td>Two<tr><td>Three<td>Four</table>",
        "<table><tr><td>One<tr><td>Two</table>",
        "<table><tr><td><h2>One</h2><td>Two</table>",
        "<table><tr><td><table><tr><td>One</table><td>Two</table>",
    ],
)
def test_html_table_that_gives_the_page_its_shape_has_no_cells(cells, read, table):
    assert cells(table) == []
    assert "One" in read(f"<html><body>{table}</body></html>").text


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "99999999999"])
def test_html_span_of_a_cell_that_cannot_be_is_taken_for_a_possible_one(cells, span):
    markup = f"<table><tr><th>One<th colspan='{span}' rowspan='{span}'>Two<tr><td>Three</table>"
    assert cells(markup)[-1] == (2, 1, "Three")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>We act<sup><a href='#f1'>1</a></sup> at once.</p>", "We act at once."),
        ("<p>We act<a href='#f1'><sup>[12]</sup></a> at once.</p>", "We act at once."),
        ("<p>See the code. <a href='#r1'>↩</a></p>", "See the code."),
        ("<p>On 31<sup>st</sup> March, over 20 m<sup>2</sup>.</p>", "On 31st March, over 20 m2."),
        ("<p>super\u00admarket&shy;s</p>", "supermarkets"),
        ("<p><o:p>typed in</o:p> Word</p>", "typed in Word"),
        ("<h2>Modern<br>slavery</h2>", "Modern slavery"),
        ("<p>&lt;b&gt; &pound;5 &#8211; &rsquo;</p>", "<b> £5 – ’"),
        ("<div><a href=/a>Our people</a><a href=/b>Our places</a></div>", "Our people Our places"),
        ("<p>See <a href=/a>our pol</a><a href=/a>icies</a>.</p>", "See our policies."),
        ("<div><span>Our people</span><span>Our places</span></div>", "Our people Our places"),
        ("<p><span>W</span><span>e act</span>.</p>", "We act."),
        ("<p>One<p>Two<ul><li>Three<li>Four", "One\nTwo\nThree\nFour"),
    ],
)
def test_html_marks_within_a_line(read, markup, text):
    assert read(f"<html><body>{markup}</body></html>").text == text


def test_html_button_that_unfolds_a_part_is_its_heading(read):
    page = (
        "<button aria-expanded=false aria-controls=p1>Training</button><div id=p1 hidden>Yes.</div>"
    )
    document = read(f"<html><body>{page}</body></html>")
    assert document.text == "Training\nYes."
    assert document.blocks[0].kind is BlockKind.HEADING


def test_html_lists_keep_their_depth(read):
    document = read("<ol><li>One<ul><li>Two<ul><li>Three</ul><li>Four</ul><li>Five</ol>")
    assert [block.level for block in document.blocks] == [1, 2, 3, 2, 1]


def test_html_text_without_scripts_is_read_where_there_is_no_other(read):
    prose = "<p>We buy timber from three mills and know each of them.</p>" * 5
    assert read(f"<div id=app></div><noscript>{prose}</noscript>").text.startswith("We buy")
    assert read(f"<p>Shown.</p><noscript>{prose}</noscript>").text == "Shown."
