"""Runs the rules of rules/ over sentences: which rules hit, and at which words."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span

from checker.analysis.language import StatementEnglish
from checker.analysis.phrases import Phrase, Words, compile_phrase
from checker.analysis.sentences import Sentence
from checker.rulebook import AreaRule, ModalityRule, Rule, StrengthRule

_OF_STEPS = (AreaRule, ModalityRule, StrengthRule)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHit:
    """A rule that hits a sentence; `start` and `end` are the deciding words in its text."""

    rule: Rule
    start: int
    end: int


class RuleMatcher:
    """Rules compiled once; afterwards a pure function from a sentence to its hits.

    Raises:
        ValueError: A phrase of a rule cannot be compiled (the rule tests catch it first).
    """

    def __init__(self, nlp: StatementEnglish, rules: Iterable[Rule]) -> None:
        self._rules = tuple(_CompiledRule(rule, nlp) for rule in rules)
        self._nlp = nlp
        self._under = lru_cache(maxsize=512)(self._find_under)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for position, compiled in enumerate(self._rules):
            if compiled.anchors is None:
                self._always.append(position)
            for word in compiled.anchors or ():
                self._by_word[word].append(position)

    def hits(self, sentence: Sentence) -> tuple[RuleHit, ...]:
        """The rules that hit `sentence`, its own first, in the order of the rulebook.

        A figure in a table is also read after its heads, for what it tells of a step; the
        deciding words of what is found so are the whole cell.
        """
        hits = self.hits_in(sentence.span, sentence.under)
        if sentence.reading == sentence.text:
            return hits
        known = {hit.rule.id for hit in hits}
        read = self.hits_in(self._nlp.tokens(sentence.reading)[:], sentence.under)
        return hits + tuple(
            RuleHit(rule=hit.rule, start=0, end=len(sentence.text))
            for hit in read
            if isinstance(hit.rule, _OF_STEPS) and hit.rule.id not in known
        )

    def hits_in(self, span: Span, under: str) -> tuple[RuleHit, ...]:
        """The rules that hit these tokens, standing under this heading or lead-in."""
        words = Words.of(span)
        hits = []
        for position in self._candidates(words):
            compiled = self._rules[position]
            if compiled.rule.under and compiled.rule.id not in self._under(under):
                continue
            place = compiled.place(words)
            if place is None:
                continue
            hits.append(RuleHit(rule=compiled.rule, start=place[0], end=place[1]))
        return tuple(hits)

    def _candidates(self, words: Words) -> list[int]:
        """The few rules that could hit at all, by position: looking up words is fast."""
        found = set(self._always)
        for word in words.known:
            found.update(self._by_word.get(word, ()))
        return sorted(found)

    def _find_under(self, under: str) -> frozenset[str]:
        words = Words.of(self._nlp.tokens(under)[:])
        return frozenset(
            compiled.rule.id for compiled in self._rules if compiled.under.longest(words)
        )


class _CompiledRule:
    """One rule with its phrases compiled.

    Attributes:
        rule: As it was loaded.
        under: The phrases looked for in the heading and lead-in.
        anchors: Words one of which a sentence must hold to be hit; None where any may be hit.
    """

    def __init__(self, rule: Rule, nlp: StatementEnglish) -> None:
        self.rule = rule
        self.under = _Phrases(rule.under, nlp)
        self._match = _Phrases(rule.match, nlp)
        self._also = _Phrases(rule.also, nlp)
        self._unless = _Phrases(rule.unless, nlp)
        self._regexes = tuple(re.compile(regex, re.IGNORECASE) for regex in rule.regex)
        self.anchors = None if self._regexes else self._match.anchors

    def place(self, words: Words) -> tuple[int, int] | None:
        """The deciding words, as characters of the sentence; None where the rule does not hit."""
        place = self._find(words)
        if place is None or (self.rule.also and not self._also.longest(words)):
            return None
        return None if self._unless.longest(words) else place

    def _find(self, words: Words) -> tuple[int, int] | None:
        tokens = self._match.longest(words)
        if tokens:
            first, last = words.tokens[tokens[0]], words.tokens[tokens[1] - 1]
            return first.idx - words.start, last.idx + len(last) - words.start
        for regex in self._regexes:
            if match := regex.search(words.text):
                return match.span()
        return None


class _Phrases:
    """The phrases of one part of one rule, found by a word that each of them needs.

    Attributes:
        anchors: Words one of which a text must hold for a phrase to be in it; None where any will
            do.
    """

    def __init__(self, phrases: Iterable[str], nlp: StatementEnglish) -> None:
        compiled = tuple(compile_phrase(phrase, nlp) for phrase in phrases)
        self._by_word: dict[str, list[Phrase]] = defaultdict(list)
        self._always = [phrase for phrase in compiled if not phrase.needs]
        for phrase in compiled:
            for word in phrase.needs[0] if phrase.needs else ():
                self._by_word[word].append(phrase)
        self._words = frozenset(self._by_word)
        self.anchors = None if self._always else self._words

    def longest(self, words: Words) -> tuple[int, int] | None:
        """First and one-past-last token of the longest hit; of equally long ones the first."""
        candidates = [*self._always]
        for word in self._words & words.known:
            candidates += self._by_word[word]
        if not candidates:
            return None
        found = (phrase.find(words) for phrase in candidates)
        return min(
            (place for place in found if place),
            key=lambda place: (place[0] - place[1], place[0]),
            default=None,
        )
