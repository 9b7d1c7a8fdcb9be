"""Speed, measured: `make bench`. Ratios come from one run; machines are shared and noisy.

Every figure is the median of five rounds. The real statements are measured where ../shared/data is
present.
"""

import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from checker.analysis import Analyser
from checker.extract import extract
from checker.model import SourceDocument
from checker.pipeline import StatementPipeline
from checker.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Median seconds of one round."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - begun)
    return statistics.median(rounds)


def report_pdf(pages: int) -> bytes:
    """A single-column PDF of about so many pages."""
    style = getSampleStyleSheet()["BodyText"]
    sentence = "In the year we visited eleven packing houses and spoke with ninety workers. "
    flow = [Paragraph(sentence * 6, style) for _ in range(pages * 9)]
    content = io.BytesIO()
    SimpleDocTemplate(content).build(flow)
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


def bench_pdf() -> None:
    """Reading a PDF beside its peers."""
    content = report_pdf(40)
    ours = seconds(lambda: extract(SourceDocument(name="report.pdf", content=content)))
    plumber = seconds(lambda: plain_pdfplumber(content))
    pdfium = seconds(lambda: bare_pdfium(content))
    print(f"PDF of 40 pages            {ours:8.3f} s")
    print(f"  pdfplumber / ours        {plumber / ours:8.1f} ×")
    print(f"  bare pypdfium2 / ours    {pdfium / ours:8.2f} ×")


def bench_statements(pipeline: StatementPipeline) -> None:
    """Every real statement from bytes to assessment."""
    folder = ROOT.parent / "shared" / "data" / "statements" / "texts"
    sources = [SourceDocument(name=p.name, content=p.read_bytes()) for p in folder.glob("*.txt")]
    if not sources:
        print(f"Real statements: skipped, {folder} is not on this machine.")
        return
    times = {source.name: seconds(lambda s=source: pipeline.check(s)) for source in sources}
    slowest = max(times, key=times.__getitem__)
    print(f"{len(times)} real statements        {sum(times.values()):8.3f} s in all")
    print(f"  median                   {statistics.median(times.values()):8.3f} s")
    print(f"  slowest, {slowest:16}{times[slowest]:8.3f} s")


if __name__ == "__main__":
    begun = time.perf_counter()
    ready = StatementPipeline(Analyser(load_rulebook(ROOT / "rules")))
    print(f"Rulebook and language      {time.perf_counter() - begun:8.3f} s once")
    bench_pdf()
    bench_statements(ready)
