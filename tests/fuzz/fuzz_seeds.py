"""The files that are mutated: every form that is read, from several programs, made here."""

import io
import zlib

import docx
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

SENTENCES = (
    "Wensum Timber Ltd makes this statement under section 54 of the Modern Slavery Act 2015.",
    "We buy from forty mills in Scotland and Sweden, and visited eleven of them in the year.",
    "Our buyers speak with the people at the saws alone, with an interpreter of our own choice.",
    "Ninety-two members of staff were trained, and a line for complaints was opened.",
    "The board of directors approved this statement on 3 May 2024.",
)
STYLES = getSampleStyleSheet()


def seeds() -> dict[str, dict[str, bytes]]:
    """The files by their kind and name."""
    picture = _picture()
    return {
        "pdf": {
            "flowing": _flowing(compressed=1),
            "plain": _flowing(compressed=0),
            "drawn": _drawn(),
            "locked": _drawn(encrypt=StandardEncryption("", ownerPassword="owner")),
            "saved again": _saved_again(_flowing(compressed=1)),
            "object streams": _object_streams(),
        },
        "docx": {"word": _word()},
        "html": {"site": _site(), "xhtml": _xhtml(), "old": _old_site()},
        "text": {
            "typed": "\n\n".join(SENTENCES).encode(),
            "wrapped": "\f".join(s.replace(" ", "\n", 3) for s in SENTENCES).encode("utf-16"),
        },
        "scan": {
            "png": _saved(picture, "PNG"),
            "jpeg": _saved(picture, "JPEG"),
            "progressive": _saved(picture.convert("RGB"), "JPEG", progressive=True),
            "pdf": _drawn(picture=picture),
        },
    }


def _flowing(*, compressed: int) -> bytes:
    flow = [Paragraph("Modern slavery statement", STYLES["Title"])]
    for number, sentence in enumerate(SENTENCES):
        flow += [Paragraph(f"{number + 1}. Part", STYLES["Heading1"])]
        flow += [Paragraph(sentence * 4, STYLES["BodyText"])]
    cells = [["Risk", "Response"], ["Agencies", "Payslips are sampled"], ["Mills", "Visits"]]
    flow.append(Table(cells, style=[("GRID", (0, 0), (-1, -1), 1, "black")]))
    content = io.BytesIO()
    SimpleDocTemplate(content, pagesize=A4, title="Statement", pageCompression=compressed).build(
        flow
    )
    return content.getvalue()


def _drawn(*, picture: Image.Image | None = None, **options: object) -> bytes:
    """Two columns, a turned page, an outline, a form and a link; or a scan."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4, **options)
    if picture:
        canvas.drawImage(ImageReader(picture), 40, 600, width=500, height=100)
    else:
        for row in range(20):
            canvas.drawString(50, 780 - 14 * row, SENTENCES[row % 5][:42])
            canvas.drawString(320, 780 - 14 * row, SENTENCES[(row + 1) % 5][:42])
        canvas.bookmarkPage("top")
        canvas.addOutlineEntry("Statement", "top")
        canvas.linkURL("https://wensum.example/", (50, 50, 200, 80))
        canvas.acroForm.textfield(name="who", value="Jane Smith", x=50, y=100)
        canvas.showPage()
        canvas.setPageRotation(90)
        canvas.drawString(100, 400, SENTENCES[0])
    canvas.save()
    return content.getvalue()


def _saved_again(content: bytes) -> bytes:
    """As PDFium writes it."""
    pdf = pypdfium2.PdfDocument(content)
    again = io.BytesIO()
    pdf.save(again)
    pdf.close()
    return again.getvalue()


def _object_streams() -> bytes:
    """As most office programs write it now: objects in a compressed stream, and so their table."""
    line = b"BT /F1 12 Tf 72 700 Td (" + SENTENCES[0].encode() + b") Tj ET"
    inside = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</Font<</F1 4 0 R>>>>>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    bodies, places = b"", []
    for number, body in inside.items():
        places.append(f"{number} {len(bodies)}")
        bodies += body + b" "
    index = " ".join(places).encode() + b" "
    content = b"%PDF-1.5\n"
    offsets = {}
    for number, keys, data in (
        (5, b"", line),
        (6, b"/Type/ObjStm/N 4/First %d" % len(index), index + bodies),
    ):
        packed = zlib.compress(data)
        offsets[number] = len(content)
        content += b"%d 0 obj<<%s/Filter/FlateDecode/Length %d>>stream\n" % (
            number,
            keys,
            len(packed),
        )
        content += packed + b"\nendstream endobj\n"
    start = len(content)
    rows = [(0, 0, 255), *((2, 6, place) for place in range(4)), (1, offsets[5], 0)]
    rows += [(1, offsets[6], 0), (1, start, 0)]
    table = zlib.compress(b"".join(bytes([a]) + b.to_bytes(3) + bytes([c]) for a, b, c in rows))
    content += b"7 0 obj<</Type/XRef/Size 8/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % (
        len(table)
    )
    return content + b"stream\n" + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % start


def _word() -> bytes:
    word = docx.Document()
    word.add_heading("Modern slavery statement", 0)
    for sentence in SENTENCES:
        word.add_heading("A part", 1)
        word.add_paragraph(sentence * 2)
        word.add_paragraph(sentence, style="List Bullet")
    table = word.add_table(rows=3, cols=2)
    for cell in table._cells:
        cell.text = "Payslips are sampled"
    word.sections[0].footer.paragraphs[0].text = "Version 3"
    content = io.BytesIO()
    word.save(content)
    return content.getvalue()


def _site() -> bytes:
    prose = "".join(f"<h2>Part</h2><p>{sentence}</p>" for sentence in SENTENCES)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Statement</title>
    <style>p {{ color: #333 }}</style><script>var page = {{"a": "<p>b</p>"}}</script></head><body>
    <nav class="menu"><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
    <div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div><main><article>
    <h1>Modern slavery statement</h1>{prose}<ul><li>A code<ul><li>for mills</ul></ul>
    <details><summary>More</summary><p>Payslips are sampled.<br>Each year.</p></details>
    <table><tr><th>Risk<td>Response<tr><td>Agencies<td>Payslips</table><pre>Jane Smith
    Director</pre></article></main><footer><p>© Wensum &amp; Sons</p></footer></body></html>
    """.encode()


def _xhtml() -> bytes:
    prose = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY who "Wensum">]>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{prose}<p>&who;</p></body></html>'
    ).encode()


def _old_site() -> bytes:
    cells = "".join(f"<td><font size=2>{s}<br><br>{s}</font></td>" for s in SENTENCES)
    return (
        '<HTML><META http-equiv=Content-Type content="text/html; charset=windows-1252">'
        f"<BODY><CENTER><TABLE role=presentation><TR>{cells}</TR></TABLE></BODY>"
    ).encode("cp1252")


def _picture() -> Image.Image:
    picture = Image.new("L", (900, 180), "white")
    font = ImageFont.load_default(36)
    ImageDraw.Draw(picture).text((40, 60), "The board approved this statement.", "black", font)
    return picture


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    content = io.BytesIO()
    picture.save(content, format=form, **options)
    return content.getvalue()
