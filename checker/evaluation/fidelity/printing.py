"""Draws lines of type, shaded areas and rules as a PDF, in the order that a producer chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from checker.evaluation.fidelity.fashion import Fashion
from checker.evaluation.fidelity.typesetting import Area, Rule, TypeLine

_SHADE = (0.88, 0.92, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A coloured area."""

    page: int
    area: Area


Mark = TypeLine | Shade | Rule


def print_pdf(marks: Sequence[Mark], fashion: Fashion) -> bytes:
    """A PDF of all pages; within a page the marks come in their order."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=fashion.page, invariant=True)
    for page in range(1, 1 + max(mark.page for mark in marks)):
        for mark in marks:
            if mark.page == page:
                _draw(canvas, mark, by_word=fashion.by_word)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, mark: Mark, *, by_word: bool) -> None:
    if isinstance(mark, Shade | Rule):
        area = mark.area
        filled = isinstance(mark, Shade)
        canvas.setFillColorRGB(*_SHADE)
        width, height = area.right - area.left, area.top - area.bottom
        canvas.rect(area.left, area.bottom, width, height, stroke=not filled, fill=filled)
        canvas.setFillColorRGB(0, 0, 0)
        return
    canvas.setFont(mark.font, mark.size)
    if not by_word:
        canvas.drawString(mark.x, mark.y, mark.text, wordSpace=mark.word_space)
        return
    x = mark.x
    for word in mark.text.split(" "):
        canvas.drawString(x, mark.y, word)
        x += stringWidth(f"{word} ", mark.font, mark.size) + mark.word_space
