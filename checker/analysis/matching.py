"""Runs the rules of rules/ over sentences: which rules hit, and at which words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from checker.analysis.language import StatementEnglish
from checker.analysis.phrases import compile_phrase
from checker.analysis.sentences import Sentence
from checker.rulebook import Rule

_PARTS = ("match", "also", "unless")


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
        self._nlp = nlp
        self._rules = tuple(rules)
        self._words = Matcher(nlp.vocab)
        self._context = Matcher(nlp.vocab)
        for rule in self._rules:
            for part in _PARTS:
                self._add(self._words, f"{rule.id}/{part}", getattr(rule, part))
            self._add(self._context, rule.id, rule.under)
        self._regexes = {
            rule.id: [re.compile(regex, re.IGNORECASE) for regex in rule.regex]
            for rule in self._rules
            if rule.regex
        }
        self.contexts = lru_cache(maxsize=512)(self._find_contexts)

    def _add(self, matcher: Matcher, key: str, phrases: tuple[str, ...]) -> None:
        if phrases:
            matcher.add(key, [compile_phrase(phrase, self._nlp) for phrase in phrases])

    def hits(self, sentence: Sentence) -> tuple[RuleHit, ...]:
        """The rules that hit `sentence`, in the order of the rulebook."""
        return self.hits_in(sentence.span, sentence.under)

    def hits_in(self, span: Span | Doc, under: str) -> tuple[RuleHit, ...]:
        """The rules that hit these tokens, standing under this heading or lead-in."""
        found: dict[str, tuple[int, int]] = {}
        for key, start, end in self._words(span, as_spans=False):
            name = self._nlp.vocab.strings[key]
            longest = found.get(name)
            if longest is None or end - start > longest[1] - longest[0]:
                found[name] = (start, end)
        hits = []
        for rule in self._rules:
            place = self._place(rule, span, found)
            if place and self._allowed(rule, found, under):
                hits.append(RuleHit(rule=rule, start=place[0], end=place[1]))
        return tuple(hits)

    def _place(
        self, rule: Rule, span: Span | Doc, found: dict[str, tuple[int, int]]
    ) -> tuple[int, int] | None:
        tokens = found.get(f"{rule.id}/match")
        if tokens:
            words = span[tokens[0] : tokens[1]]
            offset = span.start_char if isinstance(span, Span) else 0
            return words.start_char - offset, words.end_char - offset
        for regex in self._regexes.get(rule.id, ()):
            match = regex.search(span.text)
            if match:
                return match.span()
        return None

    def _allowed(self, rule: Rule, found: dict[str, tuple[int, int]], under: str) -> bool:
        if rule.also and f"{rule.id}/also" not in found:
            return False
        if rule.under and rule.id not in self.contexts(under):
            return False
        return f"{rule.id}/unless" not in found

    def _find_contexts(self, under: str) -> frozenset[str]:
        doc = self._nlp.tokens(under)
        return frozenset(self._nlp.vocab.strings[key] for key, _, _ in self._context(doc))
