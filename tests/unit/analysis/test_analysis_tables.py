from dataclasses import replace

from checker.analysis.tables import find_cell_heads


def _heads(document):
    """The heads of each cell that has some, by its text."""
    found = find_cell_heads(document)
    return {
        document.text[block.start : block.end]: found[block.start]
        for block in document.blocks
        if found.get(block.start)
    }


def test_tables_a_cell_has_the_heads_of_its_row_and_column(table):
    rows = [["Measure", "2023", "2024"], ["Buyers trained", "88%", "94%"], ["Audits", "", "31"]]
    assert _heads(table(rows)) == {
        "Buyers trained": ("Measure",),
        "88%": ("Buyers trained", "2023"),
        "94%": ("Buyers trained", "2024"),
        "Audits": ("Measure",),
        "31": ("Audits", "2024"),
    }


def test_tables_a_title_above_the_columns_is_a_head_of_every_cell(table):
    rows = [["Training"], ["", "2023", "2024"], ["Buyers", "88%", "94%"]]
    assert _heads(table(rows))["94%"] == ("Training", "Buyers", "2024")


def test_tables_a_first_row_of_sentences_or_figures_heads_no_column(table):
    assert _heads(table([["Buyers trained", "94%"], ["Audits", "31"]])) == {
        "94%": ("Buyers trained",),
        "31": ("Audits",),
    }
    rows = [["Risk", "Step", "We asked all mills."], ["Farms", "Visit", "We saw two."]]
    assert _heads(table(rows))["We saw two."] == ("Farms",)


def test_tables_the_first_row_of_two_columns_may_be_an_entry(table):
    rows = [["Financial year", "to 31 March 2025"], ["Signed by", "Jane Reader"]]
    assert _heads(table(rows))["to 31 March 2025"] == ("Financial year",)
    assert _heads(table([["Measure", "Result"], ["Audits", "31"]]))["31"] == ("Audits", "Result")
    assert "Result" not in _heads(table([["Measure", "Result"], ["Audits", "31"]]))


def test_tables_a_long_text_heads_nothing(table):
    long = "We asked the mills " * 10
    assert _heads(table([["Step", "Result"], [long, "Done"]]))["Done"] == ("Result",)


def test_tables_one_below_the_other_are_two(table):
    rows = [["Audits", "31"], ["Buyers trained", "94%"]]
    document = table([["Risk", "Step"], ["Farms", "Visits"], *rows])
    blocks = [replace(b, row=b.row - 2) if b.row > 2 else b for b in document.blocks]
    assert _heads(replace(document, blocks=tuple(blocks)))["94%"] == ("Buyers trained", "31")


def test_tables_the_paragraphs_of_a_cell_are_one_head(table):
    document = table([["Step", "Result"], ["Buyers", "94%"]])
    first, second, *others = document.blocks
    middle = first.start + 2
    parts = [replace(first, end=middle), replace(first, start=middle), second]
    assert _heads(replace(document, blocks=(*parts, *others)))["Buyers"] == ("St ep",)


def test_tables_cells_without_a_place_have_no_heads(table):
    document = table([["Step", "Result"], ["Buyers", "94%"]])
    blocks = tuple(replace(block, row=0, column=0) for block in document.blocks)
    assert find_cell_heads(replace(document, blocks=blocks)) == {}
