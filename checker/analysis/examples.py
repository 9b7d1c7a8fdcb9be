"""Runs the examples of the rules: every rule carries its own tests."""

from collections.abc import Iterator

from checker.analysis.language import StatementEnglish
from checker.analysis.matching import RuleMatcher
from checker.rulebook import Example, Rulebook


def failing_examples(rulebook: Rulebook) -> Iterator[str]:
    """One line for each example that its rule does not decide as the rule says."""
    nlp = StatementEnglish()
    for rule in rulebook.text_rules:
        matcher = RuleMatcher(nlp, [rule])
        for example in rule.examples.hit:
            if not _hits(matcher, nlp, example):
                yield f"{rule.id}: should hit: {_words(example)}"
        for example in rule.examples.miss:
            if _hits(matcher, nlp, example):
                yield f"{rule.id}: should not hit: {_words(example)}"


def _hits(matcher: RuleMatcher, nlp: StatementEnglish, example: Example | str) -> bool:
    under = "" if isinstance(example, str) else example.under
    return bool(matcher.hits_in(nlp.tokens(_words(example))[:], under))


def _words(example: Example | str) -> str:
    return example if isinstance(example, str) else example.text
