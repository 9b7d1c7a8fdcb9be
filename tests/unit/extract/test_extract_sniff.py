from io import BytesIO
from zipfile import ZipFile

import pytest

from checker.errors import DamagedFile, UnsupportedFormat
from checker.extract.sniff import MediaType, sniff
from checker.model import SourceDocument


def source(content, media_type=""):
    return SourceDocument(name="upload", content=content, media_type=media_type)


def archive(**files):
    buffer = BytesIO()
    with ZipFile(buffer, "w") as out:
        for name, content in files.items():
            out.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7\n...", MediaType.PDF),
        (b"\n\n junk before the header %PDF-1.4", MediaType.PDF),
        (b"\x89PNG\r\n\x1a\n....", MediaType.PNG),
        (b"\xff\xd8\xff\xe0....", MediaType.JPEG),
        (archive(word__document="<w/>"), MediaType.DOCX),
        (b"<!DOCTYPE html><html></html>", MediaType.HTML),
        (b"\xef\xbb\xbf\r\n<!-- saved --><HTML>", MediaType.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', MediaType.HTML),
        (b"<p>We train buyers.</p>", MediaType.HTML),
        (b"We train buyers.", MediaType.TEXT),
        ("Our café".encode("cp1252"), MediaType.TEXT),
        ("Our café".encode("utf-16"), MediaType.TEXT),
        ("Our café in Norwich".encode("utf-16-le"), MediaType.TEXT),
        (b"We use <b> where", MediaType.TEXT),
        (b"", MediaType.TEXT),
    ],
)
def test_sniff_tells_the_form_from_the_bytes(content, found):
    assert sniff(source(content)) is found


def test_sniff_does_not_believe_a_wrong_declaration():
    assert sniff(source(b"%PDF-1.7", media_type="text/html")) is MediaType.PDF
    assert sniff(source(b"<html></html>", media_type="application/pdf")) is MediaType.HTML


def test_sniff_believes_a_declared_page_that_begins_with_words():
    page = b"Welcome <p>We train buyers.</p>"
    assert sniff(source(page, media_type="text/html")) is MediaType.HTML
    assert sniff(source(page, media_type="text/plain")) is MediaType.TEXT


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "with a password",
        ),
        (b"{\\rtf1 hello}", "RTF"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (archive(xl__workbook="x"), "spreadsheet"),
        (archive(photo="x"), "ZIP archive"),
        (b"GIF89a...", "GIF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x7fELF\x00\x01\x00\x00", "binary"),
        (b'<?xml version="1.0"?><rss></rss>', "XML"),
    ],
)
def test_sniff_names_the_forms_that_are_not_read(content, words):
    with pytest.raises(UnsupportedFormat, match=words) as failure:
        sniff(source(content))
    assert "upload" in str(failure.value)
    assert "Save it as PDF, DOCX, HTML or plain text" in str(failure.value)


def test_sniff_calls_a_truncated_archive_damaged():
    whole = archive(word__document="We train our buyers. " * 40)
    with pytest.raises(DamagedFile, match="cut off"):
        sniff(source(whole[: len(whole) // 2]))


def test_sniff_knows_a_page_behind_a_long_comment():
    content = (
        b"<!-- " + b"licence " * 2_000 + b"-->" + b" " * 5_000 + b"<!doctype html><p>We train."
    )
    assert sniff(SourceDocument(name="page", content=content)) is MediaType.HTML
