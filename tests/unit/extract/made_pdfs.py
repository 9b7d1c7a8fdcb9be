"""PDFs made for the tests: a statement, typed pages, scans."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    ListFlowable,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

PROSE = (
    "We buy timber from mills in Scotland and Sweden, and visit each of them once in two years. "
    "The buyer speaks with the people at the saws alone, with an interpreter of our own choice. "
)
STYLES = getSampleStyleSheet()


def paragraph(text, style="BodyText"):
    return Paragraph(text, STYLES[style])


def header_and_footer(canvas, template):
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 810, "Wensum Timber Ltd | Modern slavery statement")
    canvas.drawCentredString(300, 30, f"Page {template.page} of 2")


def statement() -> bytes:
    """Two pages with a title, headings, a list, a ruled table, a sign-off block, furniture."""
    table = [
        ["Risk", "Response"],
        [paragraph("Agency workers who paid for their jobs"), paragraph("Payslips are sampled")],
    ]
    items = [paragraph("A code of conduct for mills"), paragraph("A line for complaints")]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, title="Statement 2024").build(
        [
            paragraph("Modern slavery statement 2024", "Title"),
            paragraph("1. Our business", "Heading1"),
            paragraph(PROSE * 12),
            paragraph("2. Our policies", "Heading1"),
            paragraph("These are:"),
            ListFlowable(items, bulletType="bullet", start="•"),
            paragraph("Risks", "Heading2"),
            paragraph(PROSE * 16),
            Table(table, colWidths=[200, 200], style=[("GRID", (0, 0), (-1, -1), 1, "black")]),
            paragraph("<b>Approval</b>"),
            paragraph("This statement was approved by the board of directors on 3 May 2024."),
            Spacer(1, 20),
            *map(paragraph, ["Jane Smith", "Chief Executive", "3 May 2024"]),
        ],
        onFirstPage=header_and_footer,
        onLaterPages=header_and_footer,
    )
    return buffer.getvalue()


def typed(*pages, **options) -> bytes:
    """A PDF whose pages are lists of lines of text; None is a page with a scan of a sentence."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    for lines in pages:
        if lines is None:
            canvas.drawImage(ImageReader(scan()), 40, 600, width=500, height=100)
        for number, line in enumerate(lines or []):
            canvas.drawString(60, 780 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scan() -> Image.Image:
    picture = Image.new("L", (1500, 300), "white")
    font = ImageFont.load_default(60)
    ImageDraw.Draw(picture).text((40, 100), "The board approved this statement.", "black", font)
    return picture
