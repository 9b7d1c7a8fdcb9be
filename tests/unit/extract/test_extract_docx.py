from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from made_words import body_of, repacked, saved, statement

from checker.errors import UnsupportedFormat
from checker.extract import extract
from checker.model import BlockKind, Extraction, SourceDocument


def test_docx_is_read_in_the_order_of_its_body(read):
    document = read(statement())
    assert document.extraction is Extraction.DOCX
    assert document.title == "Statement 2024"
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        (BlockKind.HEADING, 1, "Modern slavery statement"),
        (BlockKind.HEADING, 1, "Our business"),
        (BlockKind.PARAGRAPH, 0, "We saw timber in Norwich"),
        (BlockKind.HEADING, 2, "Policies"),
        (BlockKind.LIST_ITEM, 1, "A code of conduct"),
        (BlockKind.LIST_ITEM, 2, "for mills"),
        (BlockKind.LIST_ITEM, 1, "A line for complaints"),
        (BlockKind.TABLE_CELL, 0, "Risk"),
        (BlockKind.TABLE_CELL, 0, "Response"),
        (BlockKind.TABLE_CELL, 0, "Agencies"),
        (BlockKind.TABLE_CELL, 0, "Payslips are sampled"),
        (BlockKind.PARAGRAPH, 0, "Approved by the board of directors."),
        (BlockKind.PARAGRAPH, 0, "Jane Smith"),
        (BlockKind.PARAGRAPH, 0, "Chief Executive"),
        (BlockKind.PARAGRAPH, 0, "3 May 2024"),
        (BlockKind.RUNNING, 0, "Version 3"),
    ]


RUN = "<w:r><w:t>{}</w:t></w:r>"
BOX = "<w:txbxContent><w:p><w:r><w:t>Jane Smith</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:ins>{new}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            "new",
        ),
        ("<w:sdt><w:sdtContent><w:p>{new}</w:p></w:sdtContent></w:sdt>", "new"),
        ("<w:p><w:sdt><w:sdtContent>{new}</w:sdtContent></w:sdt></w:p>", "new"),
        ("<w:p><w:hyperlink>{new}</w:hyperlink></w:p>", "new"),
        ("<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:p>", "co-op"),
        ("<w:p><w:r><w:t>Jane</w:t><w:tab/><w:t>Chair</w:t></w:r></w:p>", "Jane Chair"),
        ("<w:p>{new}<w:r><w:pict>" + BOX + "</w:pict></w:r></w:p>", "new\nJane Smith"),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice>" + BOX + "</mc:Choice><mc:Fallback>"
            "<w:pict>" + BOX + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "Jane Smith",
        ),
        (
            (
                "<w:tbl><w:tr><w:tc><w:p>{new}</w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t>"
                "</w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
            ),
            "new\ninner",
        ),
    ],
)
def test_docx_text_is_found_wherever_word_keeps_it(read, body, text):
    word = docx.Document()
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    holder = parse_xml(
        f"<w:body {nsdecls('w')} xmlns:mc='{compatibility}'>"
        + body.format(new=RUN.format("new"))
        + "</w:body>"
    )
    for number, element in enumerate(list(holder)):
        word.element.body.insert(number, element)
    assert read(saved(word)).text == text


def test_docx_with_paragraphs_in_its_cells_is_a_layout_not_a_table(read):
    word = docx.Document()
    cell = word.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "We train our buyers."
    cell.add_paragraph("A code of conduct", style="List Bullet")
    kinds = [block.kind for block in read(saved(word)).blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def field(code: str, result: str) -> str:
    step = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    return (
        f"{step.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
        f"{step.format('separate')}<w:r><w:t>{result}</w:t></w:r>{step.format('end')}"
    )


CONDITION = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
    + field("MERGEFIELD paid", "hidden")
    + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>shown</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{field('PAGE', '12')}</w:p>", "12"),
        (CONDITION, "shown"),
        (
            "<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>3 May</w:t></w:r></w:fldSimple></w:p>",
            "3 May",
        ),
        (
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:p>",
            "a",
        ),
        ("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t></w:r></w:p>", "b"),
        ("<w:p><w:r><w:t>sup</w:t><w:softHyphen/><w:t>pliers</w:t></w:r></w:p>", "suppliers"),
        ("<w:p><w:r><w:sym w:font='Symbol' w:char='00A9'/><w:t> 2024</w:t></w:r></w:p>", "© 2024"),
        ("<w:p><w:smartTag><w:r><w:t>Norwich</w:t></w:r></w:smartTag></w:p>", "Norwich"),
        (
            (
                "<w:p><w:r><w:t>We train</w:t><w:br/><w:t>our buyers.</w:t><w:br/><w:t>Ann Day</w:t>"
                "</w:r></w:p>"
            ),
            "We train our buyers.\nAnn Day",
        ),
        (
            (
                "<w:moveFrom w:id='1'><w:r><w:t>x</w:t></w:r></w:moveFrom><w:p><w:moveFrom><w:r>"
                "<w:t>here</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>"
            ),
            "there",
        ),
        (
            p("We train our ", "<w:rPr><w:del/></w:rPr>") + p("buyers.") + p("Ann Day"),
            "We train our buyers.\nAnn Day",
        ),
        (p("Ann Day", "<w:rPr><w:del/></w:rPr>"), "Ann Day"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + p("Click to add a name")
            + "</w:sdtContent></w:sdt>"
            + p("Ann Day"),
            "Ann Day",
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
            + p("old")
            + "</w:tc></w:tr><w:tr><w:tc>"
            + p("new")
            + "</w:tc></w:tr></w:tbl>",
            "new",
        ),
        (
            "<w:p><w:r><w:pict><w:txbxContent>"
            + p("outer").replace("</w:p>", f"<w:r><w:pict>{BOX}</w:pict></w:r></w:p>")
            + "</w:txbxContent></w:pict></w:r></w:p>",
            "outer\nJane Smith",
        ),
    ],
)
def test_docx_text_is_what_shows_once_changes_are_accepted(read, body, text):
    assert read(body_of(body)).text == text


def test_docx_headings_are_known_by_style_and_by_outline_level(read):
    long = "We train our buyers. " * 20
    document = read(
        body_of(
            p("Policies", "<w:outlineLvl w:val='1'/>")
            + p("Prose", "<w:pStyle w:val='Heading1'/><w:outlineLvl w:val='9'/>")
            + p(long, "<w:pStyle w:val='Heading1'/>")
        )
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_docx_cells_know_their_row_and_column(read):
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide, top, below = "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    rows = (
        cell("Mills", wide) + cell("Visits"),
        cell("Sweden", top) + cell("north") + cell("4"),
        cell("", below) + cell("south") + cell("2"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    document = read(body_of(f"<w:tbl>{table}</w:tbl>"))
    assert [
        (block.row, block.column, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is BlockKind.TABLE_CELL
    ] == [
        (1, 1, "Mills"),
        (1, 3, "Visits"),
        (2, 1, "Sweden"),
        (2, 2, "north"),
        (2, 3, "4"),
        (3, 2, "south"),
        (3, 3, "2"),
    ]


def test_docx_frame_of_one_cell_is_no_table(read):
    document = read(
        body_of(f"<w:tbl><w:tr><w:tc>{p('We train our buyers.')}</w:tc></w:tr></w:tbl>")
    )
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


def test_docx_running_text_and_contents_are_kept_as_no_sentences(read, quotes):
    word = docx.Document()
    word.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("Our policies 3", style="toc 1")
    word.add_paragraph("We train our buyers.")
    section = word.sections[0]
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    for number, part in enumerate(
        (section.header, section.first_page_header, section.even_page_footer)
    ):
        part.paragraphs[0].text = f"Part {number}"
    document = read(saved(word))
    running = quotes(document, BlockKind.RUNNING)
    assert running[0] == "Our policies 3"
    assert sorted(running[1:]) == ["Part 0", "Part 1", "Part 2"]
    assert quotes(document, BlockKind.PARAGRAPH) == ["We train our buyers."]


def test_docx_footnotes_come_after_the_body(read):
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'>{p('rule')}"
        f"</w:footnote><w:footnote w:id='1'>{p('Since May 2024.')}</w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f"<Relationship Id='n' Type='{kind}' Target='/word/footnotes.xml'/></Relationships>"
    whole = repacked(
        statement(),
        lambda name, part: (
            part.replace(b"</Relationships>", relation.encode())
            if "document.xml.rels" in name
            else part
        ),
    )
    buffer = BytesIO(whole)
    with ZipFile(buffer, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    lines = read(buffer.getvalue()).text.split("\n")
    assert lines[-2:] == ["Since May 2024.", "Version 3"]


def test_docx_with_a_document_in_another_form_within_says_so():
    with pytest.raises(UnsupportedFormat, match="open it in Word and save it"):
        extract(SourceDocument(name="merged.docx", content=body_of("<w:altChunk/>")))


def test_docx_full_of_empty_paragraphs_is_read_without_asking_each_for_its_style(read):
    word = docx.Document()
    word.element.body.clear_content()
    for _ in range(100_000):
        word.element.body.append(word.element.makeelement(qn("w:p")))
    word.add_paragraph("We train our buyers.")
    assert read(saved(word)).text == "We train our buyers."


def test_docx_style_based_on_itself_is_read(read):
    word = docx.Document()
    word.styles["Heading 1"].base_style = word.styles["Normal"]
    word.styles["Normal"].base_style = word.styles["Heading 1"]
    word.add_paragraph("We train our buyers.")
    assert read(saved(word)).text == "We train our buyers."


def test_docx_paragraph_taken_out_of_the_list_of_its_style_is_none(read):
    word = docx.Document()
    word.add_paragraph("We train our buyers", style="List Bullet")
    plain = word.add_paragraph("and the buyers of our mills", style="List Bullet")
    plain._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    kinds = [block.kind for block in read(saved(word)).blocks]
    assert kinds == [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
