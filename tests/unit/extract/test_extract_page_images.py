from io import BytesIO

import numpy as np
import pytest
from made_pdfs import statement, typed
from PIL import Image

from checker.errors import NoPageImage
from checker.extract import extract, ocr
from checker.extract.page_images import MAX_WIDTH, render_page
from checker.model import SourceDocument

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract is not installed")


def source(content, name="statement"):
    return SourceDocument(name=name, content=content)


def drawn(content: bytes, number=1, width=900) -> Image.Image:
    return Image.open(BytesIO(render_page(source(content), number, width=width)))


def picture(*sizes: int, form="PNG", **options) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", sizes, "white").save(buffer, format=form, **options)
    return buffer.getvalue()


def shade_within(image: Image.Image, box) -> tuple[float, float]:
    """The share of dark pixels in a box, and in a frame around it a third of its height wide."""
    dark = np.asarray(image.convert("L")) < 128
    height, width = dark.shape
    left, right = round(box.left * width), round(box.right * width)
    top, bottom = round(box.top * height), round(box.bottom * height)
    border = max(1, (bottom - top) // 3)
    inner = dark[top:bottom, left:right]
    outer = dark[top - border : bottom + border, left - border : right + border]
    return inner.mean(), (outer.sum() - inner.sum()) / max(outer.size - inner.size, 1)


def test_page_images_are_as_wide_as_asked_and_shaped_as_the_page():
    image = drawn(statement(), 2, width=900)
    assert image.format == "PNG"
    assert image.width == 900
    assert image.height / image.width == pytest.approx(842 / 595, rel=0.01)


def test_page_images_of_a_pdf_show_a_sentence_where_its_boxes_say():
    content = typed(["We buy timber.", "", "", "We train our buyers.", "", "", "Jane Smith"])
    document = extract(source(content))
    start = document.text.index("We train")
    (box,) = document.boxes(start, start + len("We train our buyers."))
    assert box.page == 1
    within, around = shade_within(drawn(content), box)
    assert within > 0.1
    assert around < 0.01


@needs_tesseract
def test_page_images_of_a_scan_show_a_sentence_where_its_boxes_say():
    content = typed(None)
    document = extract(source(content))
    (box,) = document.boxes(0, len("The board"))
    (rest,) = document.boxes(len("The board "), len("The board approved"))
    within, around = shade_within(drawn(content), box)
    assert within > 0.1
    assert around < 0.01
    assert box.right < rest.left


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_page_images_of_a_picture_are_the_picture_as_it_was_held(form):
    turned = Image.Exif()
    turned[0x112] = 6
    image = drawn(picture(400, 300, form=form, exif=turned), width=150)
    assert image.size == (150, 200)


def test_page_images_are_never_larger_than_a_screen_needs():
    assert drawn(picture(50, 40), width=10**9).width == MAX_WIDTH
    long = drawn(picture(10, 9000), width=4000)
    assert long.width * long.height <= 40_000_000


@pytest.mark.parametrize("number", [0, 3, -1])
def test_page_images_know_how_many_pages_there_are(number):
    with pytest.raises(NoPageImage, match=rf"no page {number}; its pages are 1 to 2"):
        render_page(source(statement()), number, width=300)


def test_page_images_are_not_made_of_a_web_page():
    with pytest.raises(NoPageImage, match="no pages that could be shown"):
        render_page(source(b"<p>We train our buyers.</p>"), 1, width=300)
