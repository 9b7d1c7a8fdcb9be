"""Speed and memory of reading documents, beside pdfplumber and bare PDFium: `make bench`."""

import io
import time
from pathlib import Path

import pdfplumber
import pypdfium2
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from checker.evaluation.fidelity.forms import FORMS
from checker.evaluation.fidelity.source import evenly, load_real_texts
from checker.extract import extract, extract_apart
from checker.model import SourceDocument

ROUNDS = 5
SIGNED = "Signed on behalf of the board by Jane Reader, Chief Executive."


def report_pdf(pages: int) -> bytes:
    """A dense single-column PDF of about so many pages, signed on the last."""
    style = getSampleStyleSheet()["BodyText"]
    sentence = "In the year we visited eleven packing houses and spoke with ninety workers. "
    flow = [Paragraph(sentence * 6, style) for _ in range(pages * 9)]
    content = io.BytesIO()
    SimpleDocTemplate(content).build([*flow, Paragraph(SIGNED, style)])
    return content.getvalue()


def bare_pdfium(content: bytes) -> str:
    """Text by pypdfium2 alone."""
    pdf = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text


def plain_pdfplumber(content: bytes) -> str:
    """Text by pdfplumber alone."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return "".join(page.extract_text() for page in pdf.pages)


def ours(content: bytes) -> str:
    """Text with its blocks, its reading order and the place of each character."""
    return extract(SourceDocument(name="a.pdf", content=content)).text


def bench_readers(data: Path) -> None:
    """The same PDFs by all three, one after the other in each round."""
    sets = {"a dense report of 40 pages": [report_pdf(40)]}
    if data.is_dir():
        texts = evenly(load_real_texts(data), 20)
        for form in ("pdf_one_column", "pdf_two_columns"):
            files = [FORMS[form].render(text).content for text in texts]
            sets[f"20 statements, {FORMS[form].title}"] = files
    for name, files in sets.items():
        pages = sum(len(pypdfium2.PdfDocument(content)) for content in files)
        times = {read: [] for read in (ours, bare_pdfium)}
        for _ in range(ROUNDS):
            for read, rounds in times.items():
                rounds.append(_seconds(read, files))
        best = {read: min(rounds) for read, rounds in times.items()}
        print(f"{name}: {best[ours] * 1000 / pages:.2f} ms a page")
        print(f"  pdfplumber / ours        {_seconds(plain_pdfplumber, files) / best[ours]:8.1f} ×")
        print(f"  bare pypdfium2 / ours    {best[bare_pdfium] / best[ours]:8.2f} ×")


def bench_long_report() -> None:
    """A report of 400 pages in a process of its own, to its last line."""
    content = report_pdf(460)
    begun = time.perf_counter()
    document = extract_apart(SourceDocument(name="report.pdf", content=content))
    seconds = time.perf_counter() - begun
    read = "read to its last line" if document.text.endswith(SIGNED) else "NOT read to its end"
    print(f"Report of {len(document.pages)} pages        {seconds:8.3f} s, {read}")


def bench_memory() -> None:
    """Whether memory grows over 500 documents."""
    content = report_pdf(3)
    sizes = []
    for number in range(501):
        extract_apart(SourceDocument(name="a.pdf", content=content))
        if number % 250 == 0:
            sizes.append(_resident())
    print(f"Memory after 1, 251, 501   {' '.join(f'{size:.0f}' for size in sizes)} MB")


def _seconds(read, files: list[bytes]) -> float:
    begun = time.perf_counter()
    for content in files:
        read(content)
    return time.perf_counter() - begun


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6
