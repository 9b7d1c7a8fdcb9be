"""Reads mutated files, each in a process of its own, and counts how that ended."""

import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random

from fuzz_mutations import mutate
from fuzz_reader import read_measured
from fuzz_seeds import seeds

from checker.errors import ExtractError, ReaderFailed
from checker.extract.isolation import Isolation
from checker.model import SourceDocument

READ = ("pdf", "docx", "html", "text", "pdf", "docx", "html")  # without recognition


@dataclass(frozen=True, slots=True)
class Case:
    """One mutated file: `kind`, its seed's name, a number to make it again, and its bytes."""

    kind: str
    seed: str
    number: int
    content: bytes

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.seed}-{self.number}".replace(" ", "_")


@dataclass(slots=True)
class Tally:
    """What became of the cases."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")  # bytes of memory
    failures: list[tuple[Case, ExtractError]] = field(default_factory=list)
    left_behind: list[int] = field(default_factory=list)  # processes


def cases(count: int, kinds: tuple[str, ...], first: int = 0) -> Iterator[Case]:
    """`count` mutated files; the same `first` makes the same changes."""
    made = seeds()
    for number in range(first, first + count):
        random = Random(number)
        kind = kinds[number % len(kinds)]
        seed, content = random.choice(sorted(made[kind].items()))
        yield Case(kind, seed, number, mutate(content, kind, random))


def run(files: Iterator[Case], *, threads: int = 2) -> Tally:
    """Read `files`; whatever does not end as a document or a named error is a failure."""
    tally = Tally()
    isolation = Isolation()

    def read(case: Case) -> tuple[Case, str, int, float, ExtractError | None]:
        begun = time.perf_counter()
        source = SourceDocument(name=case.name, content=case.content)
        try:
            outcome, memory = isolation.run(read_measured, source)
            error = None
        except ExtractError as exc:
            outcome, memory, error = type(exc).__name__, 0, exc
        return case, outcome, memory, time.perf_counter() - begun, error

    with ThreadPoolExecutor(threads) as executor:
        batches = iter(lambda: list(islice(files, 100)), [])  # not all in memory at once
        results = (result for batch in batches for result in executor.map(read, batch))
        for case, outcome, memory, seconds, error in results:
            tally.outcomes[case.kind, outcome] += 1
            tally.slowest = max(tally.slowest, (seconds, case.name))
            tally.largest = max(tally.largest, (memory, case.name))
            if isinstance(error, ReaderFailed):
                tally.failures.append((case, error))
    tally.left_behind = _left_behind(isolation._server._process.pid)
    return tally


def _left_behind(server: int) -> list[int]:
    """What `server` has forked and is still there some time after the last document."""
    for _ in range(100):
        left = [process for process in _in_session(server) if process != server]
        if not left:
            break
        time.sleep(0.05)
    return left


def _in_session(leader: int) -> Iterator[int]:
    """The processes in the session of `leader`, as all are that it has forked."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                if os.getsid(int(entry.name)) == leader:
                    yield int(entry.name)
            except ProcessLookupError:
                continue
