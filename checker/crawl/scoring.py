"""How promising a link is: the words of rules/discovery/ applied to its text and address."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from checker.rulebook import LinkRule

STATEMENT = 8.0  # from here on the words speak of the statement itself
HUB = 2.0  # from here on they speak of pages that lead to it


@dataclass(frozen=True, slots=True)
class _Pattern:
    weight: float
    where: tuple[str, ...]
    words: re.Pattern[str]


class LinkScorer:
    """Scores links by rules: the best word for a link plus the worst word against it."""

    def __init__(self, rules: Iterable[LinkRule]) -> None:
        self._patterns = tuple(
            _Pattern(rule.weight, rule.where, _pattern_of(rule)) for rule in rules
        )

    def score(self, text: str, address: str = "") -> float:
        """From about -20 (never the statement) over 0 (says nothing) to 12 (names it).

        Args:
            text: The words of the link.
            address: Where it points, or as much of it as shall count.
        """
        words = {"text": _words(text), "url": _address_words(address)}
        hit = [
            pattern.weight
            for pattern in self._patterns
            if any(pattern.words.search(words[place]) for place in pattern.where)
        ]
        return max([0.0, *hit]) + min([0.0, *hit])


def failing_link_examples(rules: Iterable[LinkRule]) -> Iterator[str]:
    """One line for each example that its rule does not decide as the rule says."""
    for rule in rules:
        for example in rule.examples.hit:
            if not link_rule_hits(rule, example):
                yield f"{rule.id}: should hit: {example}"
        for example in rule.examples.miss:
            if link_rule_hits(rule, example):
                yield f"{rule.id}: should not hit: {example}"


def link_rule_hits(rule: LinkRule, example: str) -> bool:
    """Whether a rule hits an example: an address (with a slash in it) or the words of a link."""
    is_address = "/" in example
    if ("url" if is_address else "text") not in rule.where:
        return False
    words = _address_words(example) if is_address else _words(example)
    return _pattern_of(rule).search(words) is not None


def _pattern_of(rule: LinkRule) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, rule.words))})(?!\S)")


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _address_words(address: str) -> str:
    return _words(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unquote(address)))
