"""Labels sentences that were split elsewhere, statement by statement (`checker label`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from checker.analysis.labelled import LabelledSentence

Labeller = Callable[[Sequence[str]], Sequence[LabelledSentence]]


def label_table(
    rows: Iterable[tuple[str, str]], label: Labeller
) -> Iterator[tuple[str, LabelledSentence]]:
    """Each of `rows`, (statement id, sentence), with its labels, in the same order.

    The sentences of a statement stand one after the other: they are each other's context.

    Args:
        rows: From a table.
        label: Labels the sentences of one statement, such as `Analyser.label`.
    """
    for statement_id, group in groupby(rows, key=lambda row: row[0]):
        for labelled in label([sentence for _, sentence in group]):
            yield statement_id, labelled
