"""Every form shows the whole text, in the way that it is named after."""

from collections import Counter
from io import BytesIO
from itertools import pairwise

import docx
import lxml.html
import pdfplumber
import pytest
from PIL import Image

from checker.evaluation.fidelity.forms import FORMS
from checker.model import BlockKind

PDFS = [name for name in FORMS if name.startswith("pdf")]
SITES = [name for name in FORMS if name.startswith("html")]


def letters(words):
    return Counter(words.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("-", ""))


def text_of(pdf):
    return "".join(char["text"] for page in pdf.pages for char in page.chars if char["text"] != " ")


@pytest.fixture
def pdf():
    opened = []

    def open_pdf(rendering):
        opened.append(pdfplumber.open(BytesIO(rendering.content)))
        return opened[-1]

    yield open_pdf
    for each in opened:
        each.close()


@pytest.mark.parametrize("name", [name for name in FORMS if name not in {"docx", "scan"}])
def test_forms_are_the_same_each_time(name, text):
    assert FORMS[name].render(text()).content == FORMS[name].render(text()).content


@pytest.mark.parametrize("name", PDFS)
@pytest.mark.parametrize("number", range(3))
def test_forms_a_pdf_shows_every_letter_of_the_text(name, number, text, pdf):
    wanted = letters("".join(each.text for each in text(number).passages).replace(" ", ""))
    shown = letters(text_of(pdf(FORMS[name].render(text(number)))))
    assert not wanted - shown


def test_forms_two_columns_have_a_header_and_a_number_on_every_page(text, pdf):
    pages = pdf(FORMS["pdf_two_columns"].render(text())).pages
    assert len(pages) > 1
    for page in pages:
        lines = page.extract_text_lines()
        assert str(page.page_number) in lines[-1]["text"]
        assert lines[0]["text"] == pages[0].extract_text_lines()[0]["text"]


@pytest.mark.parametrize(
    ("name", "by_row"), [("pdf_two_columns", False), ("pdf_two_columns_by_row", True)]
)
def test_forms_columns_are_drawn_in_the_order_they_are_named_after(name, by_row, text, pdf):
    page = pdf(FORMS[name].render(text())).pages[0]
    sides = [char["x0"] > page.width / 2 for char in page.chars]
    crossings = sum(one != other for one, other in pairwise(sides))
    assert (crossings > 20) is by_row


def test_forms_the_side_box_is_drawn_amid_the_text_and_may_be_read(text, pdf):
    rendering = FORMS["pdf_side_box"].render(text())
    shown = text_of(pdf(rendering))
    heading = rendering.beside[0].text.replace(" ", "")
    assert 200 < shown.index(heading) < len(shown) - 200
    assert rendering.beside[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("name", SITES)
def test_forms_a_site_shows_every_passage_and_much_besides(name, text):
    page = lxml.html.fromstring(FORMS[name].render(text()).content.decode())
    shown = " ".join(page.text_content().split())
    assert all(each.text in shown for each in text().passages)
    assert len(shown) > sum(len(each.text) for each in text().passages) + 400


def test_forms_docx_has_headings_lists_and_a_table(text):
    long_list = [
        each
        for each in text().passages
        for _ in range(2 if each.kind is BlockKind.LIST_ITEM else 1)
    ]
    rendering = FORMS["docx"].render(type(text())(name="long", passages=tuple(long_list)))
    document = docx.Document(BytesIO(rendering.content))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Heading 1", "Heading 2", "List Bullet", "Normal"} <= styles
    assert document.tables[0].cell(0, 0).text == "deck hands of boat 2"


def test_forms_a_scan_is_pictures_at_200_dpi_only(text, pdf):
    scan = pdf(FORMS["scan"].render(text()))
    typed = pdf(FORMS["pdf_one_column"].render(text()))
    assert len(scan.pages) == len(typed.pages)
    assert not scan.pages[0].chars
    picture = scan.pages[0].images[0]
    assert picture["srcsize"][0] == pytest.approx(typed.pages[0].width * 200 / 72, abs=2)
    assert picture["stream"]["Filter"].name == "DCTDecode"
    shades = Image.open(BytesIO(picture["stream"].get_rawdata())).getcolors(256)
    assert len(shades) > 50
