"""What a table cell is about: the head of its row and the head of its column."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.model import Document

_LONGEST_HEAD = 120  # characters
_NUMBER = re.compile(r"\d")
_NO_HEAD = re.compile(r"[.;!]$|\d\s?%|[£$€]\s?\d")  # a sentence or a figure
_LAST_HEAD_ROW = 2  # a title may stand in the row above
_FORM = 2  # columns of a table whose every row may be a name and its value


class _Table:
    """The cells of one table: their texts, and where each begins in the document.

    Attributes:
        texts: By row and column; the paragraphs of a cell are joined.
        starts: Of every paragraph of a cell its row, its column and where it begins.
    """

    def __init__(self) -> None:
        self.texts: dict[int, dict[int, str]] = defaultdict(dict)
        self.starts: list[tuple[int, int, int]] = []

    def add(self, row: int, column: int, start: int, text: str) -> None:
        """Add a cell, or one more paragraph of the last one."""
        before = self.texts[row].get(column, "")
        if len(before) <= _LONGEST_HEAD:  # a longer text heads nothing
            self.texts[row][column] = f"{before} {text}".lstrip()
        self.starts.append((row, column, start))

    def heads(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Of every paragraph where it begins, and the heads of its cell.

        The cells of the head row have none, but in two columns that row may as well be an entry of
        a form: there a value with a number has the cell before it.
        """
        head_row = self._head_row()
        above = [text for row in range(1, head_row) for text in self.texts[row].values()]
        is_form = max(map(len, self.texts.values())) == _FORM
        for row, column, start in self.starts:
            first = next(iter(self.texts[row]))
            of_row = self.texts[row][first] if column > first else ""
            if row > head_row:
                heads = [*above, of_row, self.texts.get(head_row, {}).get(column, "")]
            else:
                heads = [of_row] if is_form and _NUMBER.search(self.texts[row][column]) else []
            yield start, tuple(head for head in heads if 0 < len(head) <= _LONGEST_HEAD)

    def _head_row(self) -> int:
        """The row of the column heads: the first of several cells; 0 where it looks like data."""
        row = next((row for row in self.texts if len(self.texts[row]) > 1), 0)
        if row > _LAST_HEAD_ROW or any(map(_NO_HEAD.search, self.texts[row].values())):
            return 0
        return row


def find_cell_heads(document: Document) -> Mapping[int, tuple[str, ...]]:
    """The heads of the table cells of `document`, by where the cells begin.

    First a title above the table's columns, then the first cell of the row, then the head of the
    column. Cells whose row is not known have none.
    """
    tables: list[_Table] = []
    last = (0, 0)
    for block in document.blocks:
        if not block.row:
            continue
        place = (block.row, block.column)
        if not tables or place < last:
            tables.append(_Table())
        tables[-1].add(*place, block.start, document.text[block.start : block.end])
        last = place
    return {start: heads for table in tables for start, heads in table.heads()}
