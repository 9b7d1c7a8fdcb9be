"""Rows of recognised words as the lines of a page, and where they stand on it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from checker.extract.lines import Line
from checker.extract.ocr.picture import Picture
from checker.extract.ocr.rows import Row
from checker.extract.places import Place, Places

Edges = npt.NDArray[np.floating]  # of the characters of a line, one more than there are

_DESCENT = 0.23  # of a letter height: what hangs below the base line
_FAR = 2.0  # letter heights of white space: more than between lines, double spaced ones aside
_SAME_SIZE = 0.15  # by how much the heights of equal letters may seem to differ


def lines_of_rows(rows: Sequence[Row], picture: Picture, places: Places) -> list[Line]:
    """The lines of a page; their lengths are in points."""
    level = _with_equal_sizes(rows)
    return [
        _line(row, picture, places, gap=gap)._replace(cell=number if row.cell else 0)
        for number, (row, gap) in enumerate(zip(level, _gaps(level), strict=True), 1)
    ]


def _line(row: Row, picture: Picture, places: Places, *, gap: float) -> Line:
    scale = picture.scale
    width, height = picture.width * scale, picture.height * scale
    # The letters of a word share it equally; a space fills what is between two words.
    edges = np.concatenate([np.linspace(w.left, w.right, len(w.text) + 1) for w in row.words])
    top = min(word.top for word in row.words) / height
    bottom = max(word.bottom for word in row.words) / height
    place = _place(edges / width, top, bottom, picture.turn, places)
    return Line(
        text=" ".join(word.text for word in row.words),
        left=row.left / scale,
        right=row.right / scale,
        top=row.base(row.left) / height,
        gap=gap,
        size=max(1, round(row.size / scale)),
        place=place,
    )


def _place(edges: Edges, top: float, bottom: float, turn: int, places: Places) -> Place:
    """Where a line stands on the page as it is shown, not as it was turned to be read.

    Of a line that runs up or down the page every character has the whole of its place.
    """
    lefts, rights = edges[:-1], edges[1:]
    if turn == 180:
        return Place(places.add(1 - rights, 1 - lefts), 1 - bottom, 1 - top)
    if turn == 0:
        return Place(places.add(lefts, rights), top, bottom)
    upper, lower = (top, bottom) if turn == 90 else (1 - bottom, 1 - top)
    first = places.add(np.full(len(lefts), upper), np.full(len(lefts), lower))
    start, end = float(edges.min()), float(edges.max())
    return Place(first, 1 - end, 1 - start) if turn == 90 else Place(first, start, end)


def _with_equal_sizes(rows: Sequence[Row]) -> list[Row]:
    """The rows with letters of equal height where they seem to differ by chance."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.size] += sum(len(word.text) for word in row.words)
    usual: list[float] = []
    for size, _ in letters.most_common():
        if not any(abs(size - other) <= _SAME_SIZE * other for other in usual):
            usual.append(size)
    return [replace(row, size=min(usual, key=lambda size: abs(size - row.size))) for row in rows]


def _gaps(rows: Sequence[Row]) -> list[float]:
    """For each row the white space above it beyond the usual, in letter heights."""
    whites = [_white(before, row) for before, row in pairwise(rows)]
    near = sorted(white for white in whites if white is not None and white < _FAR)
    usual = near[len(near) // 4] if near else 0.0  # within paragraphs, which are longer
    return [1.0, *(1.0 if white is None else white - usual for white in whites)][: len(rows)]


def _white(before: Row, row: Row) -> float | None:
    """White space between two rows in letter heights; None where one is not below the other."""
    left, right = max(before.left, row.left), min(before.right, row.right)
    middle = (left + right) / 2
    distance = row.base(middle) - before.base(middle)
    if left >= right or distance < row.size / 2:
        return None
    return (distance - _DESCENT * before.size - (1 - _DESCENT) * row.size) / row.size
