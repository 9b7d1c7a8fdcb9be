from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pdfs import PROSE, paragraph, scan, statement, typed
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    SimpleDocTemplate,
    Table,
)

from checker.errors import (
    DamagedFile,
    EmptyText,
    EncryptedPdf,
    ExtractError,
    ImageOnlyPdf,
    TooLong,
)
from checker.extract import extract, ocr
from checker.model import BlockKind, Extraction, SourceDocument

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract is not installed")


def test_pdf_text_is_read_with_its_layout(read, quotes):
    document = read(statement())
    assert document.extraction is Extraction.PDF
    assert document.media_type == "application/pdf"
    assert document.title == "Statement 2024"
    assert len(document.pages) == 2
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(block.level, document.text[block.start : block.end]) for block in headings] == [
        (1, "Modern slavery statement 2024"),
        (1, "1. Our business"),
        (1, "2. Our policies"),
        (2, "Risks"),
        (3, "Approval"),
    ]
    assert quotes(document, BlockKind.LIST_ITEM) == [
        "A code of conduct for mills",
        "A line for complaints",
    ]
    assert quotes(document, BlockKind.TABLE_CELL) == [
        "Risk",
        "Response",
        "Agency workers who paid for their jobs",
        "Payslips are sampled",
    ]
    assert (PROSE * 12).strip() in quotes(document, BlockKind.PARAGRAPH)
    assert quotes(document)[-4:] == [
        "This statement was approved by the board of directors on 3 May 2024.",
        "Jane Smith",
        "Chief Executive",
        "3 May 2024",
    ]


def test_pdf_headers_footers_and_page_numbers_stay_on_their_page(read, quotes):
    document = read(statement())
    running = [block for block in document.blocks if block.kind is BlockKind.RUNNING]
    assert [(document.page_of(b.start), document.text[b.start : b.end]) for b in running] == [
        (1, "Wensum Timber Ltd | Modern slavery statement"),
        (1, "Page 1 of 2"),
        (2, "Wensum Timber Ltd | Modern slavery statement"),
        (2, "Page 2 of 2"),
    ]


def test_pdf_page_number_is_told_from_a_number_in_a_table_by_what_is_beside_it(read, quotes):
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page, (measure, value) in enumerate([("Buyers trained", "17"), ("Mills visited", "6")], 1):
        canvas.drawString(60, 700, "We count, and this is what we counted: " + measure.lower())
        canvas.drawString(60, 44, measure)
        canvas.drawString(400, 44, value)
        canvas.drawString(60, 30, "Wensum Timber Ltd")
        canvas.drawString(500, 30, str(page))
        canvas.showPage()
    canvas.save()
    running = quotes(read(buffer.getvalue()), BlockKind.RUNNING)
    assert running == ["Wensum Timber Ltd", "1", "Wensum Timber Ltd", "2"]


def test_pdf_sentence_over_a_page_turn_is_one(read, quotes):
    document = read(statement())
    assert (PROSE * 16).strip() in quotes(document, BlockKind.PARAGRAPH)


def test_pdf_columns_are_read_one_after_the_other(read, quotes):
    buffer = BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4)
    columns = [Frame(40, 40, 250, 400), Frame(305, 40, 250, 400)]
    template.addPageTemplates([PageTemplate(frames=columns)])
    template.build([paragraph(PROSE * 12)])
    document = read(buffer.getvalue())
    assert len(document.pages) == 1
    assert quotes(document) == [(PROSE * 12).strip()]


def test_pdf_text_between_two_tables_stays_between_them(read, quotes):
    grid = [("GRID", (0, 0), (-1, -1), 1, "black")]
    buffer = BytesIO()
    SimpleDocTemplate(buffer).build(
        [
            Table([["Mill", "Visited"], ["Falun", "May"]], style=grid),
            paragraph("The yards were visited, too."),
            Table([["Yard", "Visited"], ["Dereham", "June"]], style=grid),
        ]
    )
    assert quotes(read(buffer.getvalue())) == [
        *("Mill", "Visited", "Falun", "May"),
        "The yards were visited, too.",
        *("Yard", "Visited", "Dereham", "June"),
    ]


def test_pdf_signatures_side_by_side_are_read_one_after_the_other(read, quotes):
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for height, left, right in ((700, "Jane Smith", "John Brown"), (686, "Director", "Chair")):
        canvas.drawString(60, height, left)
        canvas.drawString(320, height, right)
    canvas.save()
    document = read(buffer.getvalue())
    assert quotes(document) == ["Jane Smith", "Director", "John Brown", "Chair"]


def test_pdf_words_cut_at_line_ends_are_joined(read, quotes):
    lines = [
        "We have a zero-tolerance approach to forced labour anywhere in the interna-",
        "tional trade in timber, and our own zero-",
        "tolerance rules are known to all.",
    ]
    assert quotes(read(typed(lines))) == [
        (
            "We have a zero-tolerance approach to forced labour anywhere in the international "
            "trade in timber, and our own zero-tolerance rules are known to all."
        )
    ]


def test_pdf_turned_page_is_read(read):
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setPageRotation(90)
    canvas.drawString(60, 700, "We train our buyers.")
    canvas.save()
    assert read(buffer.getvalue()).text == "We train our buyers."


@pytest.mark.parametrize("made_up", ["Microsoft Word - v3 FINAL.docx", "Scan_2024", "untitled"])
def test_pdf_name_of_a_file_is_no_title(read, made_up):
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.setTitle(made_up)
    canvas.drawString(60, 700, "Modern slavery statement")
    canvas.save()
    assert read(buffer.getvalue()).title == "Modern slavery statement"


@needs_tesseract
def test_pdf_scanned_page_is_recognised_and_the_others_are_read(read, quotes):
    document = read(typed(["The first page is typed."], None, ["So is the last."]))
    assert document.extraction is Extraction.OCR
    assert quotes(document) == [
        "The first page is typed.",
        "The board approved this statement.",
        "So is the last.",
    ]
    assert document.page_of(document.text.index("approved")) == 2


def test_pdf_of_scans_without_text_recognition_is_image_only(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ImageOnlyPdf, match=r"statement\.pdf: .*Install Tesseract"):
        extract(SourceDocument(name="statement.pdf", content=typed(None, None)))


def test_pdf_with_one_scanned_page_is_read_without_text_recognition(read, monkeypatch):
    monkeypatch.setenv("PATH", "")
    document = read(typed(["The first page is typed."], None))
    assert document.text == "The first page is typed."
    assert document.extraction is Extraction.PDF
    assert len(document.pages) == 2


def test_pdf_of_empty_pages_is_empty():
    with pytest.raises(EmptyText, match="holds no text"):
        extract(SourceDocument(name="blank.pdf", content=typed([], [])))


def test_pdf_with_a_password_is_encrypted():
    locked = typed(["Secret."], encrypt="password")
    with pytest.raises(EncryptedPdf, match="without a password"):
        extract(SourceDocument(name="locked.pdf", content=locked))


def test_pdf_cut_off_is_damaged():
    with pytest.raises(DamagedFile, match="broken or cut off"):
        extract(SourceDocument(name="cut.pdf", content=b"%PDF-1.7\n1 0 obj <<"))


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_pdf_with_broken_bytes_is_read_or_fails_by_name(promises, data):
    content = bytearray(typed(["We train our buyers.", "We visit mills."]))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(ExtractError):
        promises(extract(SourceDocument(name="broken.pdf", content=bytes(content))))


def test_pdf_of_400_pages_is_read_to_its_last_page(read):
    document = read(typed(*([f"This is what we did on day {day}."] for day in range(1, 401))))
    assert len(document.pages) == 400
    assert document.page_of(document.text.index("on day 400.")) == 400


def test_pdf_of_over_2000_pages_is_too_long():
    with pytest.raises(TooLong, match="has 2,001 pages"):
        extract(SourceDocument(name="report.pdf", content=typed(*[[]] * 2_001)))


@needs_tesseract
def test_pdf_of_over_60_scanned_pages_is_too_long():
    with pytest.raises(TooLong, match="holds 61 scanned pages; at most 60 are recognised"):
        extract(SourceDocument(name="scan.pdf", content=typed(*[None] * 61)))


def test_pdf_in_reading_lets_shorter_ones_pass():
    long = SourceDocument(name="blank.pdf", content=typed(*[[]] * 2_000))
    short = SourceDocument(name="short.pdf", content=typed(["We visit mills."]))
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(extract, long)
        for _ in range(10):
            extract(short)
        assert not reading.done()  # blank pages take time to read, and none to lay out
        with pytest.raises(EmptyText):
            reading.result()


def test_pdf_is_read_on_several_threads_at_once():
    source = SourceDocument(name="statement.pdf", content=statement())
    with ThreadPoolExecutor(4) as pool:
        texts = {document.text for document in pool.map(extract, [source] * 12)}
    assert len(texts) == 1


def test_pdf_scan_with_a_printed_header_is_not_taken_for_an_empty_document(monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in (1, 2):
        canvas.drawImage(ImageReader(scan()), 0, 0, width=A4[0], height=A4[1] - 40)
        canvas.drawString(60, A4[1] - 20, f"Wensum Timber Ltd | Page {page} of 2")
        canvas.showPage()
    canvas.save()
    with pytest.raises(ImageOnlyPdf, match="scanned, not read"):
        extract(SourceDocument(name="scan.pdf", content=buffer.getvalue()))


def test_pdf_word_that_a_page_turn_cuts_is_mended(read):
    full = "We buy from mills in Sweden and visit each of them once in two years with our suppli-"
    document = read(typed([full], ["ers and their workers, who know the mills."]))
    assert "with our suppliers and their workers" in document.text
    quote = document.text.index("suppliers")
    boxes = document.boxes(quote, quote + len("suppliers"))
    assert [box.page for box in boxes] == [1, 2]
