"""Forms that are not read here: what a file is, and the step that makes it one that is.

Each description goes on from the name of the file, and is followed by the general advice of
`UnsupportedFormat`.
"""

import re
from collections.abc import Collection

_PICTURE = "picture, which is not read here; open it and save it as PNG, JPEG or PDF."
_OLD_OFFICE = "format, which is not read here; open it in Word and save it as .docx or PDF."
_PACKED = "archive, which is not read here; unpack it and choose the statement in it."

_BINARY = (
    (b"{\\rtf", "is an RTF file, which is not read here; open it in Word and save it as .docx."),
    (b"%!PS", "is a PostScript file, which is not read here; convert it to PDF."),
    (b"GIF8", f"is a GIF {_PICTURE}"),
    (b"II*\x00", f"is a TIFF {_PICTURE}"),
    (b"MM\x00*", f"is a TIFF {_PICTURE}"),
    (b"II+\x00", f"is a TIFF {_PICTURE}"),
    (b"\x1f\x8b", f"is a gzip {_PACKED}"),
    (b"7z\xbc\xaf\x27\x1c", f"is a 7-Zip {_PACKED}"),
    (b"Rar!\x1a\x07", f"is a RAR {_PACKED}"),
    (b"\xffWPC", f"is in the WordPerfect {_OLD_OFFICE}"),
    (b"\x06\x06\xed\xf5", "is an InDesign file; in InDesign choose File › Export › Adobe PDF."),
    (b"bplist00", "is a Safari web archive; in Safari choose File › Export as PDF."),
)
# Formats whose mark comes after some bytes that say how long they are.
_MARKED = (
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), f"is a WebP {_PICTURE}"),
    (re.compile(rb"BM.{4}\x00{4}", re.DOTALL), f"is a BMP {_PICTURE}"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), f"is a HEIC {_PICTURE}"),
    (re.compile(rb".{4}ftypavi", re.DOTALL), f"is an AVIF {_PICTURE}"),
)
_ENCRYPTED = (
    "is an Office document with a password; in Word choose File › Info › Protect Document › "
    "Encrypt with Password, delete the password and save it."
)
_MESSAGE = "choose the document that is attached to it, or print the message as PDF."
_SLIDES = "presentation, not a page; in PowerPoint choose File › Export › PDF."
# Names of streams in the container of the old formats.
_OLE = (
    ("EncryptedPackage", _ENCRYPTED),
    ("WordDocument", f"is in the old Word (.doc) {_OLD_OFFICE}"),
    ("Workbook", "is an old Excel spreadsheet (.xls), not a page; save the text in it as PDF."),
    ("PowerPoint Document", f"is an old PowerPoint (.ppt) {_SLIDES}"),
    ("__properties_version1.0", f"is an Outlook message (.msg); {_MESSAGE}"),
)
_OPEN_DOCUMENT = (
    "is an OpenDocument file, which is not read here; in LibreOffice choose File › Export As › "
    "Export as PDF, or save it as .docx."
)
# What a ZIP archive declares itself to be.
_DECLARED = (
    ("opendocument", _OPEN_DOCUMENT),
    ("epub", "is an e-book (EPUB), which is not read here; convert it to PDF."),
)
# Names of files in ZIP archives: what they begin or end with.
_PAGES = "is a Pages document, which is not read here; in Pages choose File › Export To › PDF."
_PARTS = (
    (("xl/",), (), "is a spreadsheet (Excel), not a page; save the text in it as PDF."),
    (("ppt/",), (), f"is a PowerPoint {_SLIDES}"),
    (("index.zip", "index.xml"), (".iwa",), _PAGES),
)
_ARCHIVE = "(.mht); open it in a browser and save it as a page of HTML only, or print it as PDF."
_DOCUMENTS = (".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".rtf", ".odt", ".png", ".jpg")
_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_HEADER = re.compile(r"^(?:MIME-Version|Received|Message-ID):", re.MULTILINE | re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\[\s*)*\{\s*"[^"\n]*"\s*:')
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|svg|urlset|sitemapindex|office:document)\b")


def describe_binary(content: bytes) -> str:
    """What a file with a mark at its beginning is; empty where it has none of those known."""
    for magic, reason in _BINARY:
        if content.startswith(magic):
            return reason
    return next((reason for mark, reason in _MARKED if mark.match(content)), "")


def describe_ole(content: bytes) -> str:
    """What a file in the container of the old Office formats is."""
    for stream, reason in _OLE:
        if stream.encode("utf-16-le") in content:
            return reason
    return f"is in the old Word or Office {_OLD_OFFICE}"


def describe_archive(names: Collection[str], kind: str) -> str:
    """What a ZIP archive without a Word document is, by its `names` and the `kind` it declares."""
    for word, reason in _DECLARED:
        if word in kind:
            return reason
    for starts, ends, reason in _PARTS:
        if any(name.startswith(starts) or name.endswith(ends) for name in names):
            return reason
    if count := sum(1 for name in names if name.endswith(_DOCUMENTS)):
        return f"is a ZIP archive (documents in it: {count}); unpack it and choose the statement."
    return "is a ZIP archive without a document in it."


def describe_text(text: str) -> str:
    """What a file that is text, but nobody's page, is by its beginning; else empty."""
    header = _HEADER.match(text.lstrip())
    if header and _MAIL_HEADER.search(header.group()):
        if "multipart/related" in header.group().casefold():
            return f"is a web archive {_ARCHIVE}"
        return f"is an e-mail (.eml); {_MESSAGE}"
    if _JSON.match(text):
        return "is JSON, which programs exchange, not a page."
    if _XML.match(text):
        return "is an XML file, not a page; save the page that it belongs to as HTML or PDF."
    return ""
