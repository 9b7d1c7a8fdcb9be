"""Word documents made for the tests."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def saved(word) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def statement() -> bytes:
    word = docx.Document()
    word.core_properties.title = "Statement 2024"
    word.add_heading("Modern slavery statement", 0)
    word.add_heading("Our business", 1)
    word.add_paragraph("We saw timber in ").add_run("Norwich").bold = True
    word.add_heading("Policies", 2)
    word.add_paragraph("A code of conduct", style="List Bullet")
    word.add_paragraph("for mills", style="List Bullet 2")
    word.add_paragraph("• A line for complaints")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        table._cells, ["Risk", "Response", "Agencies", "Payslips are sampled"], strict=True
    ):
        cell.text = text
    word.add_paragraph("Approved by the board of directors.")
    word.add_paragraph("Jane Smith\nChief Executive\n3 May 2024")
    word.sections[0].footer.paragraphs[0].text = "Version 3"
    return saved(word)


def body_of(xml: str) -> bytes:
    """A document whose body begins with this XML."""
    word = docx.Document()
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    holder = parse_xml(f"<w:body {nsdecls('w')} xmlns:mc='{compatibility}'>{xml}</w:body>")
    for number, element in enumerate(list(holder)):
        word.element.body.insert(number, element)
    return saved(word)


def repacked(content: bytes, change) -> bytes:
    """A document whose parts have gone through `change(name, content)`; None leaves one out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(buffer, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            if (part := change(name, before.read(name))) is not None:
                after.writestr(name, part)
    return buffer.getvalue()
