"""What a sentence stands under: the nearest heading, and what leads its list in."""

from typing import NamedTuple

from checker.model import BlockKind

_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
_MAX_ITEMS = 30
_DEEPEST = 9  # level of a list, as in Word
_SHORT_ITEM = 120  # characters
_GOES_ON = (";", ",", " and", " or")


class _Item(NamedTuple):
    """A sentence of a list: how deep it stands, and whether the page itself shows it as an item."""

    text: str
    level: int
    is_marked: bool


class Context:
    """The heading and the lead-ins that hold for the next sentence, in reading order."""

    def __init__(self) -> None:
        self._heading = ""
        self._lead_in = ""
        self._count = 0
        self._items: list[_Item] = []  # the last one, after those that it stands under

    def before(self, text: str, kind: BlockKind, level: int) -> tuple[str, tuple[str, ...]]:
        """Heading and lead-ins of this sentence, which then counts for the ones that follow.

        Args:
            text: The sentence.
            kind: What it stands in.
            level: Depth of its list, from 1; 0 where that is not known.
        """
        stripped = text.rstrip()
        if kind is BlockKind.HEADING:
            self._heading = text
            self._begin("")
            return "", ()
        if kind not in _ITEMS and not self._continues(stripped):
            self._begin(stripped)
            return self._heading, ()
        item = _Item(stripped, min(level, _DEEPEST) or self._level, level > 0)
        self._leave_for(item)
        above = (self._lead_in, *(parent.text for parent in self._items))
        self._items.append(item)
        self._count += 1
        return self._heading, tuple(filter(None, above))

    @property
    def _level(self) -> int:
        return self._items[-1].level if self._items else 1

    def _begin(self, lead_in: str) -> None:
        self._lead_in, self._count = lead_in, 0
        self._items.clear()

    def _leave_for(self, item: _Item) -> None:
        """Forget the items that `item` does not stand under.

        An item stands under those of lesser depth. Where a list has no depths, one with a colon
        leads in those that follow.
        """
        has_depths = any(other.level > item.level for other in self._items)
        while self._items and self._items[-1].level >= item.level:
            leads = self._items[-1].text.endswith(":") and not item.text.endswith(":")
            if leads and not has_depths:
                break
            self._items.pop()

    def _continues(self, text: str) -> bool:
        """Whether a paragraph reads as the next item of a list that a colon led in."""
        leads = (self._lead_in, *(item.text for item in self._items))
        if self._count >= _MAX_ITEMS or not any(lead.endswith(":") for lead in leads):
            return False
        if text[:1].islower() or text.endswith(_GOES_ON):
            return True
        last = self._items[-1] if self._items else None
        if last and not last.text.endswith((*_GOES_ON, ":")):
            # The items of a list are alike: the page shows all or none as such, and all end with
            # a full stop, or none does.
            alike = text.endswith(".") == last.text.endswith(".")
            return alike and not last.is_marked and len(text) < _SHORT_ITEM
        return len(text) < _SHORT_ITEM
