import pytest

from checker.analysis.matching import RuleMatcher
from checker.rulebook import AreaRule


def _rule(**fields) -> AreaRule:
    values = {
        "id": "training.test",
        "title": "A rule for this test",
        "authority": [{"cite": "s.54(5)(f)"}],
        "labels": ["training"],
        "examples": {"hit": ["a", "b"], "miss": ["c", "d"]},
    }
    return AreaRule.model_validate(values | fields)


@pytest.mark.parametrize(
    ("fields", "text", "under", "hits"),
    [
        ({"match": ["train staff"]}, "We train staff.", "", True),
        ({"match": ["train staff"]}, "We train dogs.", "", False),
        ({"match": ["train"], "also": ["staff"]}, "We train all our staff.", "", True),
        ({"match": ["train"], "also": ["staff"]}, "We train dogs.", "", False),
        ({"match": ["train"], "unless": ["dog"]}, "We train dogs and staff.", "", False),
        ({"match": ["course"], "under": ["training"]}, "A course", "Our training", True),
        ({"match": ["course"], "under": ["training"]}, "A course", "Golf", False),
        ({"match": ["course"], "under": ["training"]}, "A training course", "", False),
        ({"regex": [r"\d %"]}, "About 90 % came.", "", True),
        ({"match": ["train"], "regex": [r"\d %"]}, "About 90 % came.", "", True),
        ({"match": ["train"], "regex": [r"\d %"]}, "Many came.", "", False),
    ],
)
def test_matching_needs_every_part_of_a_rule(nlp, fields, text, under, hits):
    matcher = RuleMatcher(nlp, [_rule(**fields)])
    assert bool(matcher.hits_in(nlp.tokens(text)[:], under)) == hits


def test_matching_gives_the_place_of_the_deciding_words(nlp):
    doc = nlp.tokens("First one. In May we trained all staff again.")
    sentence = doc[3:]
    (hit,) = RuleMatcher(nlp, [_rule(match=["train ... staff"])]).hits_in(sentence, "")
    assert sentence.text[hit.start : hit.end] == "trained all staff"


def test_matching_gives_hits_in_the_order_of_the_rules(nlp):
    rules = [_rule(id=f"training.{word}", match=[word]) for word in ("staff", "train", "all")]
    hits = RuleMatcher(nlp, rules).hits_in(nlp.tokens("We train all staff.")[:], "")
    assert [hit.rule.id for hit in hits] == ["training.staff", "training.train", "training.all"]


def test_matching_finds_the_same_with_the_whole_rulebook_as_rule_by_rule(nlp, rulebook, matcher):
    """Candidates are looked up by their words; no rule may be lost by that."""
    for rule in rulebook.of(AreaRule):
        alone = RuleMatcher(nlp, [rule])
        for example in rule.examples.hit:
            text, under = (
                (example, "") if isinstance(example, str) else (example.text, example.under)
            )
            span = nlp.tokens(text)[:]
            assert rule in [hit.rule for hit in matcher.hits_in(span, under)]
            assert alone.hits_in(span, under)
