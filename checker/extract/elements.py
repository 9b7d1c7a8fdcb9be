"""What a PDF itself says of its lines, by its tags and bookmarks: the elements that hold them."""

from enum import Enum, auto
from typing import NamedTuple


class Role(Enum):
    """What an element is."""

    HEADING = auto()
    PARAGRAPH = auto()  # also a note, a caption, a line of a table of contents
    LIST_ITEM = auto()
    CELL = auto()
    GROUP = auto()  # a part of the document: text right in it may be of several paragraphs
    FURNITURE = auto()  # of the paper, not of the text: page headers, page numbers


class Element(NamedTuple):
    """An element of a document: a heading, a paragraph, a list item.

    Attributes:
        number: Its own in the whole document: a paragraph that runs over has one on all pages.
        role: What it is.
        level: Level of a heading, depth of a list item, or of the list items around a group.
        table: Number of the table that holds it; 0 outside of tables.
        row: From 1, for a cell and for what groups the cells of a row.
        column: From 1, for a cell.
    """

    number: int
    role: Role
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0

    @property
    def is_block(self) -> bool:
        """Whether all its text belongs together."""
        return self.role not in {Role.GROUP, Role.FURNITURE}


FURNITURE = Element(0, Role.FURNITURE)
