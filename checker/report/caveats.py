"""What a reader must know of how a document was read, told wherever a verdict is shown."""

from collections.abc import Sequence

from checker.model import Source

_SUREST = 99  # %: no recognition is certain


def caveats(source: Source) -> tuple[str, ...]:
    """A sentence on the pages that were not read, and one on those that were recognised."""
    told = []
    if source.pages_not_read:
        told.append(_not_read(source.pages_not_read))
    if source.pages_recognised:
        told.append(_recognised(source))
    return tuple(told)


def _not_read(pages: Sequence[int]) -> str:
    if len(pages) == 1:
        are, them = "is a picture", "it"
    else:
        are, them = "are pictures", "them"
    return (
        f"{_pages(pages)} {are} from which no words were read: "
        f"what may stand there is not counted here. Check {them} by eye."
    )


def _recognised(source: Source) -> str:
    sure = min(round(100 * (source.recognition_confidence or 0)), _SUREST)
    if len(source.pages_recognised) == source.pages:
        read = "Read from a scan"
    else:
        was = "was" if len(source.pages_recognised) == 1 else "were"
        read = f"{_pages(source.pages_recognised)} {was} read from a scan"
    return (
        f"{read} by text recognition, which is {sure} % sure of its words: "
        "check quotes against the page."
    )


def _pages(numbers: Sequence[int]) -> str:
    """`Page 4`, `Pages 4 and 6`, `Pages 1 and 4 to 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [
        part
        for run in runs
        for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    *others, last = told
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"Page{'s' if len(numbers) > 1 else ''} {listed}"
