from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from checker.errors import DamagedFile, EmptyText, ImageOnlyPdf, TooLong
from checker.extract import extract, ocr
from checker.extract.ocr import picture, recognition
from checker.extract.ocr.rows import parse_rows
from checker.model import BlockKind, Extraction, SourceDocument

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract is not installed")

PROSE = (
    "We buy timber from mills in Scotland",
    "and Sweden, and visit each of them once",
    "in two years to speak with the people.",
)


def sheet(*lines, width=1400, size=44) -> Image.Image:
    picture = Image.new("RGB", (width, 150 + 90 * len(lines)), "white")
    for number, line in enumerate(lines):
        place = (60, 60 + 90 * number)
        ImageDraw.Draw(picture).text(place, line, "black", ImageFont.load_default(size))
    return picture


def saved(picture: Image.Image, form="PNG", **options) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, format=form, **options)
    return buffer.getvalue()


def source(content: bytes) -> SourceDocument:
    return SourceDocument(name="scan.png", content=content)


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_ocr_reads_a_photographed_page(read, quotes, form):
    picture = saved(sheet("We train our buyers every year.", "", "Jane Smith", "Director"), form)
    document = read(picture, media_type="application/octet-stream")
    assert quotes(document) == ["We train our buyers every year.", "Jane Smith", "Director"]
    assert document.extraction is Extraction.OCR
    assert document.media_type == f"image/{form.lower()}"


@needs_tesseract
def test_ocr_says_how_sure_it_was_and_how_large_the_page_is(read):
    document = read(saved(sheet(*PROSE), dpi=(150, 150)))
    assert 0.8 < document.pages[0].confidence <= 1
    assert document.pages[0].width == pytest.approx(1400 * 72 / 150, rel=0.01)


@needs_tesseract
def test_ocr_joins_the_lines_of_a_paragraph_and_knows_where_each_stands(read):
    document = read(saved(sheet(*PROSE)))
    assert document.text == " ".join(PROSE)
    boxes = document.boxes(0, len(document.text))
    assert len(boxes) == 3
    height = 150 + 90 * 3
    for number, box in enumerate(boxes):
        assert box.left == pytest.approx(60 / 1400, abs=0.01)
        assert box.top == pytest.approx((68 + 90 * number) / height, abs=0.03)
        assert box.bottom - box.top == pytest.approx(42 / height, abs=0.03)
    start = document.text.index("Sweden")
    (word,) = document.boxes(start, start + len("Sweden"))
    assert boxes[1].left < word.left < word.right < boxes[1].right


@needs_tesseract
def test_ocr_reads_two_columns_one_after_the_other(read, quotes):
    picture = Image.new("L", (2400, 700), "white")
    draw = ImageDraw.Draw(picture)
    for column in range(2):
        for number, line in enumerate(PROSE * 2):
            place = (80 + 1200 * column, 60 + 90 * number)
            draw.text(place, line, "black", ImageFont.load_default(44))
    assert read(saved(picture)).text.count(" ".join(PROSE)) == 4


@needs_tesseract
def test_ocr_makes_headings_of_large_letters_and_of_nothing_else(read, quotes):
    picture = sheet("", "", *PROSE * 2)
    ImageDraw.Draw(picture).text((60, 60), "Our business", "black", ImageFont.load_default(80))
    assert quotes(read(saved(picture)), BlockKind.HEADING) == ["Our business"]


@needs_tesseract
def test_ocr_knows_bullets_of_which_tesseract_makes_letters(read, quotes):
    picture = sheet("We have these policies:", "", "", "")
    draw = ImageDraw.Draw(picture)
    for number, item in enumerate(["Codes of conduct", "Lines for complaints"], 1):
        draw.ellipse((110, 78 + 90 * number, 128, 96 + 90 * number), "black")
        draw.text((200, 60 + 90 * number), item, "black", ImageFont.load_default(44))
    items = quotes(read(saved(picture)), BlockKind.LIST_ITEM)
    assert items == ["Codes of conduct", "Lines for complaints"]


@needs_tesseract
def test_ocr_turns_a_photograph_as_it_was_held(read):
    held = Image.Exif()
    held[0x112] = 6  # to be turned clockwise by a quarter
    picture = saved(sheet(*PROSE).rotate(90, expand=True), "JPEG", exif=held)
    assert read(picture).text == " ".join(PROSE)


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_ocr_reads_a_page_that_was_scanned_from_the_side(read, turn):
    picture = sheet(*PROSE * 4).rotate(turn, expand=True)
    document = read(saved(picture))
    assert document.text.split() == " ".join(PROSE * 4).split()
    dark = np.asarray(picture.convert("L")) < 128
    boxes = document.boxes(0, len(document.text))
    assert len(boxes) == 12
    for box in boxes:
        left, right = (round(side * picture.width) for side in (box.left, box.right))
        top, bottom = (round(side * picture.height) for side in (box.top, box.bottom))
        assert dark[top:bottom, left:right].mean() > 0.05
        dark[max(top - 4, 0) : bottom + 4, max(left - 4, 0) : right + 4] = False
    assert dark.mean() < 0.001


@needs_tesseract
@pytest.mark.parametrize(
    "picture",
    [
        sheet(*PROSE).resize((490, 147)),
        sheet(*PROSE).resize((4200, 1260)),
        sheet(*PROSE).convert("P"),
        sheet(*PROSE).convert("CMYK").convert("L"),
        Image.fromarray(np.asarray(sheet(*PROSE).convert("L")).astype(np.uint16) * 257),
    ],
    ids=["tiny", "huge", "palette", "grey", "16 bits"],
)
def test_ocr_reads_pictures_of_any_size_and_depth(read, picture):
    assert read(saved(picture)).text == " ".join(PROSE)


@needs_tesseract
def test_ocr_puts_transparent_letters_on_white_paper(read):
    letters = sheet(*PROSE).convert("L")
    picture = Image.new("RGBA", letters.size, (0, 0, 0, 0))
    picture.putalpha(letters.point(lambda value: 255 - value))
    assert read(saved(picture)).text == " ".join(PROSE)


@needs_tesseract
def test_ocr_reads_a_photograph_in_uneven_light(read):
    light = np.linspace(0.45, 1.0, 1400)[None, :, None] * [1.0, 0.95, 0.8]
    picture = Image.fromarray((np.asarray(sheet(*PROSE)) * light).astype(np.uint8))
    assert read(saved(picture, "JPEG", quality=70, dpi=(72, 72))).text == " ".join(PROSE)


def hocr(*lines) -> bytes:
    """What Tesseract says of lines of words, each with its left edge and confidence."""
    rows: list[str] = []
    for number, words in enumerate(lines):
        top = 100 * number
        spans = "".join(
            f"<span class='ocrx_word' title='bbox {left} {top} {left + 90} {top + 30}; "
            f"x_wconf {confidence}'>{text}</span>"
            for text, left, confidence in words
        )
        about = f"bbox 0 {top} 900 {top + 30}; baseline 0.01 -5; x_size 40"
        rows.append(f"<span class='ocr_line' title='{about}'>{spans}</span>")
    return f"<html xmlns='http://www.w3.org/1999/xhtml'>{''.join(rows)}</html>".encode()


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ([("We", 0, 96), ("train", 100, 10)], ["We train"]),  # an unsure word among sure ones
        ([("il", 0, 12), ("Ij", 100, 20)], []),
        ([("|", 0, 30), ("We", 100, 96), ("—", 200, 40), ("they", 300, 96)], ["We — they"]),
        ([("e", 0, 70), ("Training", 150, 96)], ["• Training"]),
        ([("a", 0, 96), ("policy", 100, 96)], ["a policy"]),
        ([("$.54(1)", 0, 90), ("and", 100, 96), ("$54", 200, 96)], ["s.54(1) and $54"]),
        ([("Mills", 0, 96), ("Visits", 300, 96)], ["Mills", "Visits"]),
        ([("1.", 0, 96), ("Training", 300, 96)], ["1. Training"]),
    ],
)
def test_ocr_tells_words_from_dirt_bullets_and_cells(words, rows):
    found = parse_rows(hocr(words))
    assert [" ".join(word.text for word in row.words) for row in found] == rows


@needs_tesseract
def test_ocr_of_an_empty_sheet_is_empty_text():
    with pytest.raises(EmptyText):
        extract(source(saved(sheet())))


@needs_tesseract
def test_ocr_of_a_dirty_sheet_is_empty_text():
    specks = np.random.default_rng(54).random((600, 800)) > 0.0002
    with pytest.raises(EmptyText):
        extract(source(saved(Image.fromarray(specks.astype(np.uint8) * 255))))


@needs_tesseract
def test_ocr_of_a_broken_picture_is_a_damaged_file():
    with pytest.raises(DamagedFile, match=r"scan\.png"):
        extract(source(saved(sheet("Text"))[:60]))


@needs_tesseract
def test_ocr_of_a_picture_with_too_many_pixels_is_too_long(monkeypatch):
    monkeypatch.setattr(picture, "MAX_PIXELS", 1000)
    with pytest.raises(TooLong, match="more than 1,000 pixels"):
        extract(source(saved(sheet("Text"))))


@needs_tesseract
def test_ocr_of_a_bomb_of_pixels_is_too_long():
    bomb = saved(Image.new("1", (20_000, 20_000)))
    with pytest.raises(TooLong, match="pixels"):
        extract(source(bomb))


def test_ocr_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ImageOnlyPdf, match="no text recognition is installed"):
        extract(source(saved(sheet("Text"))))


def test_ocr_that_does_not_end_is_too_long(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec /usr/bin/tail -f /dev/null\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(recognition, "_SECONDS", 0.1)
    with pytest.raises(TooLong, match=r"recognition over 0\.1 seconds"):
        extract(source(saved(sheet("Text"))))


@needs_tesseract
def test_ocr_cells_side_by_side_stay_apart(read, quotes):
    page = Image.new("L", (1700, 500), "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(48)
    for row, (left, right) in enumerate([("Staff trained", "Buyers"), ("Mills visited", "Nine")]):
        draw.text((60, 100 + 150 * row), left, "black", font)
        draw.text((1100, 100 + 150 * row), right, "black", font)
    texts = quotes(read(saved(page, "PNG")))
    assert sorted(texts) == ["Buyers", "Mills visited", "Nine", "Staff trained"]
