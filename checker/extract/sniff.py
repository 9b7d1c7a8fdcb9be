"""What kind of file the bytes are, whatever the sender declared."""

import re
import zlib
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from checker.errors import DamagedFile, UnsupportedFormat
from checker.extract.charset import decode, unmarked_utf16
from checker.extract.sniff_refusals import (
    describe_archive,
    describe_binary,
    describe_ole,
    describe_text,
)
from checker.model import SourceDocument


class MediaType(StrEnum):
    """The kinds of file that are read here."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HTML = "text/html"
    TEXT = "text/plain"
    PNG = "image/png"
    JPEG = "image/jpeg"


_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_CANNOT_UNPACK = (
    *(BadZipFile, zlib.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError),
)
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # marks of UTF-16 and UTF-32
_SAMPLE = 1 << 16  # bytes: long comments and much white space may stand before a page
_PDF_HEADER_WITHIN = 1024  # as every PDF reader allows: ISO 32000-1, annex H.3.4.1
_XML_PROLOGUE = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|article|section|header"
    r"|nav|div|table|ul|ol|h[1-6]|p|span|a|b|strong|em|br)\b",
    re.IGNORECASE,
)


def sniff(source: SourceDocument) -> MediaType:
    """The media type that the bytes show.

    Raises:
        UnsupportedFormat: They are in a form that is not read here.
        DamagedFile: They begin as a ZIP archive (as a DOCX does) and are cut off.
    """
    content = source.content
    for magic, media_type in _MAGIC:
        if content.startswith(magic):
            return media_type
    if content.startswith(_OLE):
        raise UnsupportedFormat(source.name, describe_ole(content))
    if content.startswith(_ZIP):
        return _sniff_zip(source)
    if reason := describe_binary(content):
        raise UnsupportedFormat(source.name, reason)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return MediaType.PDF
    return _sniff_text(source)


def _sniff_zip(source: SourceDocument) -> MediaType:
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            names = archive.namelist()
            kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except _CANNOT_UNPACK as exc:
        raise DamagedFile(source.name, "begins as a DOCX (ZIP) file and is cut off.") from exc
    plain = {name.replace("\\", "/").lstrip("/").casefold() for name in names}
    if any(name.startswith("word/") for name in plain):
        return MediaType.DOCX
    raise UnsupportedFormat(source.name, describe_archive(plain, kind.decode("ascii", "replace")))


def _sniff_text(source: SourceDocument) -> MediaType:
    sample = source.content.lstrip()[:_SAMPLE]
    if b"\x00" in sample and not unmarked_utf16(sample) and not sample.startswith(_WIDE_TEXT):
        raise UnsupportedFormat(source.name, "holds binary data, not text.")
    text = decode(sample)
    start = _XML_PROLOGUE.match(text)
    at = start.end() if start else 0
    if _HTML_START.match(text, at):
        return MediaType.HTML
    if source.media_type.endswith(("html", "xhtml+xml")) and _HTML_START.search(text):
        return MediaType.HTML
    if reason := describe_text(text):
        raise UnsupportedFormat(source.name, reason)
    return MediaType.TEXT
