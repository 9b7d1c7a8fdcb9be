"""From a PDF to its assessment: the boxes of every quotation are where its ink is."""

import textwrap
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker.analysis import Analyser
from checker.extract import extract
from checker.extract.page_images import render_page
from checker.model import SourceDocument
from checker.rulebook import load_rulebook

TRAINED = "All 40 buyers completed our training on forced labour in May 2025."
SENTENCES = [
    "This statement is made under section 54 of the Modern Slavery Act 2015 by Fen Bakery Ltd.",
    TRAINED,
    "We bake bread and rolls in Aylsham and sell them to 60 schools in Norfolk.",
    "Our modern slavery policy was reviewed by the board in March and given to all suppliers.",
    "In 2025 we audited 12 mills and found that two of them had kept the passports of workers.",
    "The vans are serviced in Dereham.",
    "This statement was approved by the board of directors on 2 June 2025.",
]
PLACES = st.fixed_dictionaries(
    {
        "left": st.floats(20, 150),
        "size": st.sampled_from([8, 10.5, 13]),
        "width": st.integers(28, 45),  # characters
    }
)


@pytest.fixture(scope="module")
def analyser(root):
    return Analyser(load_rulebook(root / "rules"))


def drawn(pages, left, size, width):
    """A PDF with these sentences, each from the left on lines far apart."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for sentences in pages:
        top = A4[1] - 60
        canvas.setFont("Helvetica", size)
        for sentence in sentences:
            for line in textwrap.wrap(sentence, width):
                canvas.drawString(left, top, line)
                top -= 2 * size
            top -= size
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def ink_in_and_around(image, box):
    """The share of dark pixels in a box, and in a narrow frame around it."""
    dark = np.asarray(image.convert("L")) < 128
    height, width = dark.shape
    left, right = int(box.left * width), int(box.right * width) + 1
    top, bottom = int(box.top * height), int(box.bottom * height) + 1
    border = (bottom - top) // 4
    inner = dark[top:bottom, left:right]
    outer = dark[max(top - border, 0) : bottom + border, max(left - border, 0) : right + border]
    return inner.mean(), outer.sum() - inner.sum()


@settings(max_examples=15, deadline=None)
@given(
    pages=st.lists(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=3
    ),
    place=PLACES,
)
def test_pipeline_boxes_hold_the_ink_of_their_quotation_and_no_other(analyser, pages, place):
    content = drawn([[TRAINED, *sentences] for sentences in pages], **place)
    source = SourceDocument(name="statement.pdf", content=content)
    document = extract(source)
    assessment = analyser.assess(document, source)
    images = [
        Image.open(BytesIO(render_page(source, number, width=900)))
        for number in range(1, len(pages) + 1)
    ]
    found = (*assessment.requirements, *assessment.areas, *assessment.findings)
    evidence = [piece for finding in found for piece in finding.evidence]
    assert evidence
    for piece in evidence:
        sentence = next(sentence for sentence in SENTENCES if piece.quote in sentence)
        lines = textwrap.wrap(sentence, place["width"])
        assert len(piece.boxes) == sum(line in piece.quote for line in lines)
        for box in piece.boxes:
            assert box.page == piece.page
            assert 0 <= box.left < box.right <= 1
            assert 0 <= box.top < box.bottom <= 1
            within, around = ink_in_and_around(images[box.page - 1], box)
            assert within > 0.03
            assert around == 0
