"""Progress on stderr: a bar on a terminal, one line for each organisation elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from checker.model import Search
from checker.store import OrganisationRecord


@contextmanager
def searching(total: int) -> Iterator[Callable[[OrganisationRecord, Search | None], None]]:
    """A bar that is told of each organisation; the search is None where its job failed."""
    console = Console(stderr=True, highlight=False)
    with _bar(console) as bar:
        task = bar.add_task("Searching", total=total)

        def done(record: OrganisationRecord, search: Search | None) -> None:
            outcome = search.outcome.value if search else "failed"
            console.print(f"{outcome:22} {record.organisation.name}", markup=False)
            bar.advance(task)

        yield done


@contextmanager
def counting(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is told (done, total)."""
    with _bar(Console(stderr=True)) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
