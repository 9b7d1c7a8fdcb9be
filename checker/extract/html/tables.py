"""Where the cells of a table stand; tables that only give a page its shape are none."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bs4 import Tag

_SHAPES = ["h1", "h2", "h3", "h4", "h5", "h6", "form", "article", "section"]
_MOST_COLUMNS = 20  # that one cell may take
_MOST_ROWS = 100


class Cell(NamedTuple):
    """Row and column of a cell, from 1."""

    row: int
    column: int


def place_cells(table: Tag) -> dict[int, Cell]:
    """The place of each cell of a table of data, by `id`; empty where it only shapes the page."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in _rows(table)]
    if not rows or _is_shape(table, rows):
        return {}
    places: dict[int, Cell] = {}
    taken: dict[int, int] = {}  # columns, each with the last row that a cell above reaches into
    for number, row in enumerate(rows, 1):
        column = 1
        for cell in row:
            while taken.get(column, 0) >= number:
                column += 1
            places[id(cell)] = Cell(number, column)
            width = _span(cell, "colspan", _MOST_COLUMNS)
            height = _span(cell, "rowspan", _MOST_ROWS)
            for beneath in range(column, column + width):
                taken[beneath] = number + height - 1
            column += width
    return places


def _rows(table: Tag) -> Iterator[Tag]:
    for part in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        if part.name == "tr":
            yield part
        else:
            yield from part.find_all("tr", recursive=False)


def _is_shape(table: Tag, rows: Sequence[Sequence[Tag]]) -> bool:
    if table.get("role") in {"presentation", "none"} or table.find("table"):
        return True
    if table.find(["th", "caption", "thead"]):
        return False
    return max(map(len, rows)) < 2 or table.find(_SHAPES) is not None


def _span(cell: Tag, attribute: str, most: int) -> int:
    written = str(cell.get(attribute) or "")
    return min(max(int(written), 1), most) if written.isdecimal() else 1
