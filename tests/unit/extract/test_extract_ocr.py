from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from checker.errors import DamagedFile, EmptyText, ImageOnlyPdf, TooLong
from checker.extract import extract, ocr
from checker.model import Extraction, SourceDocument

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract is not installed")


def photograph(form, *lines) -> bytes:
    picture = Image.new("RGB", (1400, 150 + 90 * len(lines)), "white")
    for number, line in enumerate(lines):
        place = (60, 60 + 90 * number)
        ImageDraw.Draw(picture).text(place, line, "black", ImageFont.load_default(44))
    buffer = BytesIO()
    picture.save(buffer, format=form)
    return buffer.getvalue()


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_ocr_reads_a_photographed_page(read, quotes, form):
    picture = photograph(form, "We train our buyers every year.", "", "Jane Smith", "Director")
    document = read(picture, media_type="application/octet-stream")
    assert quotes(document) == ["We train our buyers every year.", "Jane Smith", "Director"]
    assert document.extraction is Extraction.OCR
    assert document.media_type == f"image/{form.lower()}"


@needs_tesseract
def test_ocr_of_an_empty_sheet_is_empty_text():
    with pytest.raises(EmptyText):
        extract(SourceDocument(name="sheet.png", content=photograph("PNG")))


@needs_tesseract
def test_ocr_of_a_broken_picture_is_a_damaged_file():
    with pytest.raises(DamagedFile, match=r"scan\.png"):
        extract(SourceDocument(name="scan.png", content=photograph("PNG", "Text")[:60]))


def test_ocr_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ImageOnlyPdf, match="no text recognition is installed"):
        extract(SourceDocument(name="scan.png", content=photograph("PNG", "Text")))


def test_ocr_that_does_not_end_is_too_long(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec /usr/bin/tail -f /dev/null\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "_SECONDS", 0.1)
    with pytest.raises(TooLong, match=r"recognition over 0\.1 seconds"):
        extract(SourceDocument(name="scan.png", content=photograph("PNG", "Text")))
