"""The frontier of a search: addresses still to visit, most promising first, each once."""

import heapq
import re
from collections import Counter
from dataclasses import dataclass
from itertools import count

from checker.crawl.addresses import url_key, url_shape
from checker.crawl.scoring import STATEMENT
from checker.crawl.territory import Owner

_MAX_DEPTH = 5
_MAX_ALIKE = 4  # pages of one shape: a calendar or a list has no end
_MAX_IN_FOLDER = 6  # pages of one folder whose words do not name the statement: a blog, a list
_MAX_STATEMENTS_ALIKE = 15  # years of an archive
_MAX_VAGUE = 5  # pages whose links promise next to nothing
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_NO_YEAR = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An address that may be, or lead to, a statement.

    Attributes:
        url: The address.
        score: How promising it is.
        via: How it was found, in plain words.
        depth: Links from the start of the search.
        hint: Words that may name a year; only the order of visits depends on it.
        guessed: Whether nothing says that the address exists.
        owner: Whose site led to it.
    """

    url: str
    score: float
    via: str
    depth: int = 0
    hint: str = ""
    guessed: bool = False
    owner: Owner = Owner.OWN

    @property
    def is_strong(self) -> bool:
        """Whether its words speak of the statement itself."""
        return self.score >= STATEMENT

    @property
    def is_vague(self) -> bool:
        """Whether its words say next to nothing."""
        return self.score < 1


class Frontier:
    """A queue that gives each page once, the best first, among equals the latest year first."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, int, Candidate]] = []
        self._order = count()
        self._best: dict[str, float] = {}
        self._visited: set[str] = set()
        self._counts: Counter[str] = Counter()

    def add(self, candidate: Candidate) -> None:
        """Queues an address, unless it is known with a score as good, or too far away."""
        key = url_key(candidate.url)
        known = self._best.get(key, float("-inf"))
        if key in self._visited or known >= candidate.score or candidate.depth > _MAX_DEPTH:
            return
        self._best[key] = candidate.score
        year = max(map(int, _YEAR.findall(candidate.hint)), default=_NO_YEAR)
        heapq.heappush(self._heap, (-candidate.score, -year, next(self._order), candidate))

    def pop(self, floor: float) -> Candidate | None:
        """The most promising address; None when none is left that scores `floor` or more."""
        while self._heap and -self._heap[0][0] >= floor:
            candidate = heapq.heappop(self._heap)[-1]
            if self.mark(candidate.url) and not self._is_trap(candidate):
                return candidate
        return None

    def mark(self, url: str) -> bool:
        """Counts an address as visited; False when it was already."""
        key = url_key(url)
        new = key not in self._visited
        self._visited.add(key)
        return new

    def _is_trap(self, candidate: Candidate) -> bool:
        shape = url_shape(candidate.url)
        if candidate.is_strong:
            return self._count(f"strong {shape}") > _MAX_STATEMENTS_ALIKE
        if candidate.is_vague and self._count("vague") > _MAX_VAGUE:
            return True
        folder = shape.rpartition("/")[0]
        in_list = "/" in folder and self._count(folder) > _MAX_IN_FOLDER
        return self._count(shape) > _MAX_ALIKE or in_list

    def _count(self, kind: str) -> int:
        self._counts[kind] += 1
        return self._counts[kind]
