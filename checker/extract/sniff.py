"""What kind of file the bytes are, whatever the sender declared."""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from checker.errors import DamagedFile, UnsupportedFormat
from checker.extract.charset import decode, unmarked_utf16
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
_REFUSED = (
    (b"{\\rtf", "is an RTF file, which is not read here."),
    (b"%!PS", "is a PostScript file, which is not read here."),
    (b"GIF8", "is a GIF image, which is not read here."),
    (b"II*\x00", "is a TIFF image, which is not read here."),
    (b"MM\x00*", "is a TIFF image, which is not read here."),
    (b"\x1f\x8b", "is a gzip archive, which is not read here."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # marks of UTF-16 and UTF-32
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
    for magic, reason in _REFUSED:
        if content.startswith(magic):
            raise UnsupportedFormat(source.name, reason)
    if content.startswith(_OLE):
        raise UnsupportedFormat(source.name, _describe_ole(content))
    if content.startswith(_ZIP):
        return _sniff_zip(source)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return MediaType.PDF
    return _sniff_text(source)


def _describe_ole(content: bytes) -> str:
    # Office keeps a DOCX with a password in the container of the old formats.
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is an Office document with a password."
    return "is in the old Word or Office format (.doc, .xls, .ppt), which is not read here."


def _sniff_zip(source: SourceDocument) -> MediaType:
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            names = set(archive.namelist())
            kind = (
                archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
            )
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as exc:
        raise DamagedFile(source.name, "begins as a DOCX (ZIP) file and is cut off.") from exc
    if any(name.startswith("word/") for name in names):
        return MediaType.DOCX
    if "opendocument" in kind:
        raise UnsupportedFormat(source.name, "is an OpenDocument file, which is not read here.")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise UnsupportedFormat(source.name, "is a spreadsheet or presentation.")
    raise UnsupportedFormat(source.name, "is a ZIP archive without a Word document in it.")


def _sniff_text(source: SourceDocument) -> MediaType:
    sample = source.content[:4096]
    if b"\x00" in sample and not unmarked_utf16(sample) and not sample.startswith(_WIDE_TEXT):
        raise UnsupportedFormat(source.name, "holds binary data, not text.")
    text = decode(sample)
    start = _XML_PROLOGUE.match(text)
    at = start.end() if start else 0
    if _HTML_START.match(text, at):
        return MediaType.HTML
    if text.lstrip().startswith("<?xml"):
        raise UnsupportedFormat(source.name, "is an XML file, not a page.")
    if source.media_type.endswith("html") and _HTML_START.search(text):
        return MediaType.HTML
    return MediaType.TEXT
