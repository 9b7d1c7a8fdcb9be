"""Cuts a document into windows of neighbouring sentences: what a classifier reads at once."""

import math
from collections.abc import Iterator, Sequence

PLACES = 4
"""Numbers that say where a sentence stands."""


def windows(lengths: Sequence[int], limit: int, *, first: int = 0) -> Iterator[range]:
    """Ranges of sentence positions that together cover the document, in order.

    A window holds as many sentences as fit: one token opens it and one closes each sentence.

    Args:
        lengths: Tokens of each sentence.
        limit: Tokens of a window; a longer sentence has a window of its own.
        first: Where given, the first window has no more than so many sentences, which moves all
            other boundaries.
    """
    begun, tokens = 0, 1
    for position, length in enumerate(lengths):
        full = tokens + length + 1 > limit or (begun == 0 and position == first > 0)
        if position > begun and full:
            yield range(begun, position)
            begun, tokens = position, 1
        tokens += length + 1
    if lengths:
        yield range(begun, len(lengths))


def places(number: int) -> Iterator[tuple[float, float, float, float]]:
    """Where each of `number` sentences stands: what a reader would see at a glance.

    Part of the way through the document; sentences from its start and to its end, up to ten, in
    tenths; and the logarithm of the number of sentences, as a share of 6.
    """
    for position in range(number):
        yield (
            position / max(1, number - 1),
            min(position, 10) / 10,
            min(number - 1 - position, 10) / 10,
            math.log(number) / 6,
        )
