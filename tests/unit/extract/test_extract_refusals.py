"""Files in forms that are not read: each is named, with the step that makes it readable."""

import struct
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx
import openpyxl
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from checker.errors import DamagedFile, EmptyText, EncryptedPdf, UnsupportedFormat
from checker.extract import extract
from checker.model import SourceDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(content: bytes, name: str = "upload"):
    return extract(SourceDocument(name=name, content=content))


def archive(**files) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as out:
        for name, content in files.items():
            out.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def container(*streams: str) -> bytes:
    """What begins as a file of the old Office formats and holds a directory of streams."""
    entries = (stream.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for stream in streams)
    return OLE + bytes(504) + b"".join(entries)


def picture(form: str) -> bytes:
    buffer = BytesIO()
    Image.effect_noise((400, 300), 80).save(buffer, format=form)
    return buffer.getvalue()


def spreadsheet() -> bytes:
    buffer = BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "Supplier"
    book.save(buffer)
    return buffer.getvalue()


def message(**headers) -> bytes:
    mail = EmailMessage()
    mail["From"] = "buyer@wensum.example"
    mail["Subject"] = "Our statement"
    mail["Message-ID"] = "<1@wensum.example>"
    mail.set_content("Please find our statement attached.")
    for name, value in headers.items():
        mail.replace_header(name.replace("_", "-"), value)
    return mail.as_bytes()


def word() -> bytes:
    buffer = BytesIO()
    document = docx.Document()
    document.add_paragraph("We train our buyers. " * 400)
    document.save(buffer)
    return buffer.getvalue()


def pdf(**options) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, **options)
    canvas.drawString(60, 700, "We train our buyers.")
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "what", "step"),
    [
        (container("Root Entry", "WordDocument"), "old Word", "save it as .docx or PDF"),
        (container("Root Entry", "Workbook"), "Excel", "as PDF"),
        (container("Root Entry", "PowerPoint Document"), "PowerPoint", "File › Export › PDF"),
        (container("Root Entry", "__properties_version1.0"), "Outlook", "attached"),
        (container("EncryptionInfo", "EncryptedPackage"), "password", "delete the password"),
        (container("Contents"), "old Word or Office", "save it as .docx or PDF"),
        (b"{\\rtf1\\ansi We train our buyers.}", "RTF", "save it as .docx"),
        (
            archive(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>"),
            "OpenDocument",
            "In LibreOffice choose File › Export As",
        ),
        (archive(mimetype="application/epub+zip"), "EPUB", "convert it to PDF"),
        (
            archive(Index__Document_dot_iwa="x", preview_dot_jpg="x"),
            "Pages",
            "in Pages choose File › Export To › PDF",
        ),
        (archive(index_dot_xml="x", QuickLook__Preview_dot_pdf="x"), "Pages", "Export To › PDF"),
        (spreadsheet(), "spreadsheet", "as PDF"),
        (archive(ppt__presentation_dot_xml="x"), "PowerPoint", "File › Export › PDF"),
        (
            archive(our_dot_pdf="x", theirs_dot_docx="x", logo_dot_svg="x"),
            r"ZIP archive \(documents in it: 2\)",
            "unpack it and choose the statement",
        ),
        (archive(photo_dot_raw="x"), "ZIP archive without a document", "Save it as"),
        (picture("TIFF"), "TIFF", "PNG, JPEG or PDF"),
        (picture("GIF"), "GIF", "PNG, JPEG or PDF"),
        (picture("WEBP"), "WebP", "PNG, JPEG or PDF"),
        (picture("BMP"), "BMP", "PNG, JPEG or PDF"),
        (struct.pack(">I", 24) + b"ftypheic" + bytes(12), "HEIC", "PNG, JPEG or PDF"),
        (message(), "e-mail", "attached"),
        (
            message(Content_Type='multipart/related; type="text/html"; boundary="x"'),
            "web archive",
            "save it as a page of HTML only",
        ),
        (b'{"statement": "We train our buyers."}', "JSON", "Save it as"),
        (b'[\n  {"sentence": 1}\n]', "JSON", "Save it as"),
        (b'<?xml version="1.0"?><rss></rss>', "XML", "as HTML or PDF"),
        (b"bplist00" + bytes(40), "Safari", "File › Export as PDF"),
        (b"\x06\x06\xed\xf5" + bytes(40), "InDesign", "Adobe PDF"),
    ],
)
def test_refusals_say_what_it_is_and_what_to_do(content, what, step):
    with pytest.raises(UnsupportedFormat, match=f"(?i){what}") as failure:
        read(content)
    assert step.casefold() in failure.value.reason.casefold() + failure.value.advice.casefold()
    assert str(failure.value).startswith("upload: ")


@pytest.mark.parametrize(
    "text",
    [
        "[Draft] We train our buyers.",
        "{Name of the company} trains its buyers.",
        "From: the board\n\nWe train our buyers.",
        "BMW dealers are among our customers.",
        "Training: yes\nPolicies: yes\n\nWe train our buyers.",
    ],
)
def test_refusals_do_not_meet_text_that_only_looks_so(text):
    assert read(text.encode()).text.endswith(text.split("\n")[-1])


def test_refusals_of_a_pdf_with_a_password_ask_for_one_without():
    locked = pdf(encrypt=StandardEncryption("secret", ownerPassword="owner"))
    with pytest.raises(EncryptedPdf, match="Save a copy without a password"):
        read(locked)


def test_refusals_of_nothing_at_all_are_of_an_empty_file():
    with pytest.raises(EmptyText, match="0 bytes"):
        read(b"")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(
    "content",
    [word(), pdf(), picture("PNG"), picture("JPEG")],
    ids=["DOCX", "PDF", "PNG", "JPEG"],
)
def test_refusals_of_a_file_that_is_cut_off_call_it_damaged(content, share):
    with pytest.raises(DamagedFile, match=r"cut off|broken"):
        read(content[: int(len(content) * share)])
