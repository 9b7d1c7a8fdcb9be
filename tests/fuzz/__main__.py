"""`python tests/fuzz --cases 20000`: mutated files of every form; prints what became of them.

Files that stop their reader are kept in var/fuzz/; the exit code is then 1.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import click
from fuzz_run import READ, Tally, cases, run

KEPT = Path(__file__).parents[2] / "var" / "fuzz"


@click.command()
@click.option("--cases", "count", default=20_000, show_default=True)
@click.option("--scans", default=300, show_default=True, help="Cases that are recognised: slow.")
@click.option("--first", default=0, show_default=True, help="Number of the first case.")
@click.option("--threads", default=2, show_default=True)
def fuzz(count: int, scans: int, first: int, threads: int) -> None:
    """Read mutated files of every form and print what became of them."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder  # of the readers and what they start
        for kinds, number in ((READ, count), (("scan",), scans)):
            if not number:
                continue
            begun = time.perf_counter()
            tally = run(cases(number, kinds, first), threads=threads)
            report(tally, number, time.perf_counter() - begun)
            failed = failed or bool(tally.failures or tally.left_behind)
        left = list(Path(folder).iterdir())
        click.echo(f"temporary files left behind: {len(left)}")
    sys.exit(1 if failed or left else 0)


def report(tally: Tally, count: int, seconds: float) -> None:
    click.echo(f"{count} cases in {seconds:.0f} s")
    for (kind, outcome), number in sorted(tally.outcomes.items()):
        click.echo(f"  {kind:5} {outcome:18} {number:6}")
    click.echo(f"  slowest {tally.slowest[0]:.1f} s: {tally.slowest[1]}")
    click.echo(f"  most memory {tally.largest[0] / 2**20:.0f} MB: {tally.largest[1]}")
    click.echo(f"  processes left behind: {len(tally.left_behind)}")
    click.echo(f"  readers stopped: {len(tally.failures)}")
    for case, error in tally.failures:
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / case.name).write_bytes(case.content)
        click.echo(f"    {error.reason} {KEPT / case.name}")


if __name__ == "__main__":
    fuzz()
