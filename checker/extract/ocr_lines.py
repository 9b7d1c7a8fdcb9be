"""What Tesseract says it has read (hOCR), as the lines of a page and where they stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from lxml import etree

from checker.extract.cleaning import clean
from checker.extract.lines import Line, enumerator, list_mark
from checker.extract.ocr_picture import Picture
from checker.extract.places import Place, Places

Edges = npt.NDArray[np.floating]  # of the characters of a line, one more than there are

_LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}
_NUMBERS = re.compile(r"([a-z_]+)((?: -?[\d.]+)+)")
_SECTION = re.compile(r"^\$(?=\.54\b)")  # what Tesseract makes of s.54, the section of the Act
_DIRT = 0.3  # a row that is read less surely than this is no row of words
_STROKE = 0.6  # the same for what has no letter or digit and stands at the edge of a row
_SEEN_AS = frozenset("e¢°«»©®*+")  # what Tesseract takes a bullet for
_MARK_APART = 0.5  # letter heights between a bullet and its item; words have less
_CELLS_APART = 2.0  # letter heights between words; justified lines have less
_DESCENT = 0.23  # of a letter height: what hangs below the base line
_FAR = 2.0  # letter heights of white space: more than between lines, double spaced ones aside
_SAME_SIZE = 0.15  # by how much the heights of equal letters may seem to differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that was recognised; its edges are in pixels, its confidence 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Words side by side, with the line that they stand on; lengths are in pixels."""

    words: Sequence[Word]
    size: float
    origin: float  # height of the base line at the left edge of the page, from the top
    slope: float
    upright: bool = True
    cell: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    def base(self, across: float) -> float:
        """Where its letters stand, so far from the left."""
        return self.origin + self.slope * across


def parse_rows(hocr: bytes) -> list[Row]:
    """The rows of words in Tesseract's order, without what is dirt rather than a word."""
    root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, recover=True))
    rows: list[Row] = []
    for element in root.iter("{*}span") if root is not None else ():
        if element.get("class") in _LINES:
            words = _without_strokes(list(_words(element)))
            if words and _confidence(words) >= _DIRT:
                rows += _cells(_row(element, words))
    return rows


def page_confidence(rows: Sequence[Row]) -> float:
    """How sure the recognition was of the letters of a page, 0 to 1; 0 where it read none."""
    return _confidence([word for row in rows for word in row.words])


def is_sideways(rows: Sequence[Row]) -> bool:
    """Whether most of a page was read from the side."""
    letters = [(row.upright, sum(len(word.text) for word in row.words)) for row in rows]
    aside = sum(count for upright, count in letters if not upright)
    return 2 * aside > sum(count for _, count in letters)


def _confidence(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(len(w.text) * w.confidence for w in words) / letters if letters else 0.0


def _words(line: etree._Element) -> Iterator[Word]:
    for element in line.iter("{*}span"):
        if element.get("class") == "ocrx_word" and (text := _text(element)):
            numbers = _numbers(element)
            left, top, right, bottom = numbers["bbox"]
            confidence = numbers["x_wconf"][0] / 100
            yield Word(
                text=text, left=left, top=top, right=right, bottom=bottom, confidence=confidence
            )


def _text(element: etree._Element) -> str:
    return _SECTION.sub("s", clean("".join(map(str, element.itertext()))))


def _without_strokes(words: list[Word]) -> list[Word]:
    """The words of a row without the strokes and dots of dirt before and after them."""
    kept = [
        place
        for place, word in enumerate(words)
        if word.confidence >= _STROKE or any(map(str.isalnum, word.text))
    ]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _row(line: etree._Element, words: Sequence[Word]) -> Row:
    numbers = _numbers(line)
    left, _, _, bottom = numbers["bbox"]
    slope, offset = numbers.get("baseline", (0.0, 0.0))
    size = max(numbers.get("x_size", (0.0,))[0], 1.0)
    return Row(
        words=_with_bullet(words, size),
        size=size,
        origin=bottom + offset - slope * left,
        slope=slope,
        upright="textangle" not in numbers,
    )


def _with_bullet(words: Sequence[Word], size: float) -> Sequence[Word]:
    """The words of a row, where the first is taken for a letter and is a bullet."""
    if len(words) > 1 and words[0].text in _SEEN_AS:
        first, second = words[:2]
        if second.left - first.right > _MARK_APART * size:
            return [replace(first, text="•"), *words[1:]]
    return words


def _numbers(element: etree._Element) -> dict[str, list[float]]:
    found = _NUMBERS.findall(element.get("title", ""))
    return {name: [float(number) for number in numbers.split()] for name, numbers in found}


def _cells(row: Row) -> Iterator[Row]:
    """A row in one piece, or the cells of a table that stand side by side on it."""
    starts = [0]
    for place, (before, word) in enumerate(pairwise(row.words), 1):
        is_item = place == 1 and before.text in {list_mark(before.text), enumerator(before.text)}
        if not is_item and word.left - before.right > _CELLS_APART * row.size:
            starts.append(place)
    for start, end in pairwise([*starts, len(row.words)]):
        yield replace(row, words=row.words[start:end], cell=len(starts) > 1 or not row.upright)


def lines_of_rows(rows: Sequence[Row], picture: Picture, places: Places) -> list[Line]:
    """The lines of a page; their lengths are in points."""
    level = _with_equal_sizes(rows)
    return [
        _line(row, picture, places, gap=gap) for row, gap in zip(level, _gaps(level), strict=True)
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
        cell=row.cell,
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
