"""What Tesseract says it has read (hOCR): rows of words, told from the dirt on the paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree

from checker.extract.cleaning import clean
from checker.extract.lines import is_lone_mark

_LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}
_NUMBERS = re.compile(r"([a-z_]+)((?: -?[\d.]+)+)")
_SECTION = re.compile(r"^\$(?=\.54\b)")  # what Tesseract makes of s.54, the section of the Act
_DIRT = 0.3  # a row that is read less surely than this is no row of words
_STROKE = 0.6  # the same for what has no letter or digit and stands at the edge of a row
_SEEN_AS = frozenset("e¢°«»©®*+")  # what Tesseract takes a bullet for
_MARK_APART = 0.5  # letter heights between a bullet and its item; words have less
_CELLS_APART = 2.0  # letter heights between words; justified lines have less


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
        is_item = place == 1 and is_lone_mark(before.text)
        if not is_item and word.left - before.right > _CELLS_APART * row.size:
            starts.append(place)
    for start, end in pairwise([*starts, len(row.words)]):
        yield replace(row, words=row.words[start:end], cell=len(starts) > 1 or not row.upright)
