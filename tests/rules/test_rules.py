"""Every rule is tested by its own examples, and every phrase of a rule by one of them."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import srsly

from checker.analysis.language import StatementEnglish
from checker.analysis.matching import RuleMatcher
from checker.rulebook import AreaRule, Example, Rule, load_rulebook

RULES = Path(__file__).parents[2] / "rules"
TEXT_RULES = load_rulebook(RULES).text_rules
NLP = StatementEnglish()


def _parts(example: Example | str) -> tuple[str, str]:
    return (example, "") if isinstance(example, str) else (example.text, example.under)


def _example_cases() -> Iterator[object]:
    for rule in TEXT_RULES:
        for expected, examples in (("hit", rule.examples.hit), ("miss", rule.examples.miss)):
            for number, example in enumerate(examples):
                yield pytest.param(
                    rule, *_parts(example), expected, id=f"{rule.id}-{expected}-{number}"
                )


def _phrase_cases() -> Iterator[object]:
    for rule in TEXT_RULES:
        for part in ("match", "regex", "under"):
            for phrase in getattr(rule, part):
                yield pytest.param(rule, part, phrase, id=f"{rule.id}-{part}-{phrase[:40]}")


@cache
def _matcher(rule: Rule) -> RuleMatcher:
    return RuleMatcher(NLP, [rule])


def _hits(rule: Rule, text: str, under: str) -> bool:
    return bool(_matcher(rule).hits_in(NLP.tokens(text)[:], under))


@pytest.mark.parametrize(("rule", "text", "under", "expected"), list(_example_cases()))
def test_rule_decides_its_example(rule, text, under, expected):
    assert ("hit" if _hits(rule, text, under) else "miss") == expected


@pytest.mark.parametrize(("rule", "part", "phrase"), list(_phrase_cases()))
def test_rule_phrase_is_hit_by_an_example(rule, part, phrase):
    only: dict[str, tuple[str, ...]] = {part: (phrase,)}
    if part == "match":
        only["regex"] = ()
    if part == "regex":
        only["match"] = ()
    alone = rule.model_copy(update=only)
    assert any(_hits(alone, *_parts(example)) for example in rule.examples.hit)


def test_rule_template_is_a_rule_that_decides_its_examples():
    rule = AreaRule.model_validate(srsly.read_yaml(RULES / "_template.yml"))
    assert all(_hits(rule, *_parts(example)) for example in rule.examples.hit)
    assert not any(_hits(rule, *_parts(example)) for example in rule.examples.miss)


@pytest.mark.realdata
def test_rule_examples_are_no_published_sentences(real_data):
    with (real_data / "statements" / "sentences.csv").open(encoding="utf-8", newline="") as file:
        published = {_plain(row["sentence"]) for row in csv.DictReader(file)}
    own = {
        _parts(example)[0]
        for rule in TEXT_RULES
        for example in (*rule.examples.hit, *rule.examples.miss)
    }
    copied = {text for text in own if len(text.split()) > 5 and _plain(text) in published}
    assert not copied


def _plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalpha())
