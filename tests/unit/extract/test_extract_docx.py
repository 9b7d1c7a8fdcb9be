from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import DamagedFile, EmptyText, ExtractError, TooLong
from checker.extract import extract
from checker.model import BlockKind, Extraction, SourceDocument


def saved(word) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def statement() -> bytes:
    word = docx.Document()
    word.core_properties.title = "Statement 2024"
    word.add_heading("Modern slavery statement", 0)
    word.add_heading("Our business", 1)
    word.add_paragraph("We saw timber in ").add_run("Norwich").bold = True
    word.add_heading("Policies", 2)
    word.add_paragraph("A code of conduct", style="List Bullet")
    word.add_paragraph("for mills", style="List Bullet 2")
    word.add_paragraph("• A line for complaints")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        table._cells, ["Risk", "Response", "Agencies", "Payslips are sampled"], strict=True
    ):
        cell.text = text
    word.add_paragraph("Approved by the board of directors.")
    word.add_paragraph("Jane Smith\nChief Executive\n3 May 2024")
    word.sections[0].footer.paragraphs[0].text = "Version 3"
    return saved(word)


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


def test_docx_without_text_is_empty():
    with pytest.raises(EmptyText):
        extract(SourceDocument(name="empty.docx", content=saved(docx.Document())))


def test_docx_without_its_document_is_damaged():
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("word/styles.xml", "<x/>")
    with pytest.raises(DamagedFile, match="broken or cut off"):
        extract(SourceDocument(name="half.docx", content=buffer.getvalue()))


@pytest.mark.parametrize(
    ("part", "size"), [("word/document.xml", 30_000_001), ("word/media/photo.png", 200_000_001)]
)
def test_docx_that_unpacks_to_far_too_much_is_refused(part, size):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/styles.xml", "")
        archive.writestr(part, bytes(size))
    with pytest.raises(TooLong, match=f"unpacks to {size:,} bytes"):
        extract(SourceDocument(name="bomb.docx", content=buffer.getvalue()))


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


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_docx_with_broken_bytes_is_read_or_fails_by_name(promises, data):
    content = bytearray(statement())
    for place in data.draw(st.lists(st.integers(4, len(content) - 1), max_size=10)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(ExtractError):
        promises(extract(SourceDocument(name="broken.docx", content=bytes(content))))
