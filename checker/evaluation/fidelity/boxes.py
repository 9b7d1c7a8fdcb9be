"""How far the place of a character is from where another program finds it on the page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pdfplumber
from numpy.typing import NDArray

from checker.evaluation.fidelity.readers import ours
from checker.evaluation.fidelity.rendering import Rendering
from checker.model import Document

_Points = NDArray[np.float64]  # left edges of characters, or how far they are apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Distances:
    """Between the left edges of characters, in points, where pdfplumber finds the nearest like it.

    Attributes:
        median: Of all characters.
        high: 95th percentile.
        characters: How many were compared.
    """

    median: float
    high: float
    characters: int


def box_distances(renderings: Iterable[Rendering]) -> Distances | None:
    """The distances on PDFs; None where the places of characters are not known."""
    found = [each for rendering in renderings for each in _distances(rendering)]
    if not found:
        return None
    all_of_them = np.concatenate(found)
    median, high = np.quantile(all_of_them, [0.5, 0.95])
    return Distances(median=float(median), high=float(high), characters=len(all_of_them))


def _distances(rendering: Rendering) -> Iterator[_Points]:
    document = ours(rendering)
    if not document.layout.lefts:
        return
    places = _our_places(document)
    theirs = _their_places(rendering)
    for key, points in places.items():
        if key in theirs:
            apart = np.array(points)[:, None, :] - np.array(theirs[key])[None, :, :]
            nearest = np.hypot(apart[..., 0], apart[..., 1]).argmin(axis=1)
            yield np.abs(apart[np.arange(len(points)), nearest, 0])


def _our_places(document: Document) -> dict[tuple[int, str], list[tuple[float, float]]]:
    """Where each character of each page stands: its left edge and middle."""
    places = defaultdict(list)
    pages = {page.number: page for page in document.pages}
    for at, character in enumerate(document.text):
        for box in document.boxes(at, at + 1):
            page = pages[box.page]
            middle = (box.top + box.bottom) / 2 * page.height
            places[box.page, character].append((box.left * page.width, middle))
    return places


def _their_places(rendering: Rendering) -> dict[tuple[int, str], list[tuple[float, float]]]:
    places = defaultdict(list)
    with pdfplumber.open(BytesIO(rendering.content)) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                middle = (char["top"] + char["bottom"]) / 2
                places[page.page_number, char["text"]].append((char["x0"], middle))
    return places
