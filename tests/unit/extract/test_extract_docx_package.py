from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_words import repacked, saved, statement

from checker.errors import DamagedFile, EmptyText, ExtractError, TooLong
from checker.extract import extract
from checker.model import SourceDocument

STRICT = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


def strict(_, part):
    for transitional, name in STRICT:
        part = part.replace(transitional, name)
    return part


def template(_, part):
    return part.replace(b"document.main+xml", b"template.macroEnabledTemplate.main+xml")


def without_picture(name, part):
    return None if "thumbnail" in name or "theme" in name else part


@pytest.mark.parametrize("change", [strict, template, without_picture])
def test_docx_is_read_whatever_word_has_made_of_its_package(read, change):
    changed = repacked(statement(), change)
    assert changed != statement()
    assert read(changed).blocks == read(statement()).blocks


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


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_docx_with_broken_bytes_is_read_or_fails_by_name(promises, data):
    content = bytearray(statement())
    for place in data.draw(st.lists(st.integers(4, len(content) - 1), max_size=10)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(ExtractError):
        promises(extract(SourceDocument(name="broken.docx", content=bytes(content))))
