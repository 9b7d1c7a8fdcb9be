import pytest

from checker.rulebook import Gap, Number, OneOf, parse_phrase


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("train", (OneOf(("train",), exact=False, optional=False),)),
        ("=will", (OneOf(("will",), exact=True, optional=False),)),
        ("NUMBER", (Number(),)),
        (
            "our? audit|inspect",
            (
                OneOf(("our",), exact=False, optional=True),
                OneOf(("audit", "inspect"), exact=False, optional=False),
            ),
        ),
        (
            "train ... NUMBER ...2 staff",
            (
                OneOf(("train",), exact=False, optional=False),
                Gap(6),
                Number(),
                Gap(2),
                OneOf(("staff",), exact=False, optional=False),
            ),
        ),
    ],
)
def test_grammar_parses_a_phrase(phrase, parts):
    assert parse_phrase(phrase) == parts


def test_grammar_lets_a_list_go_on_in_the_next_line():
    assert parse_phrase("audit|\n    inspect|visit") == parse_phrase("audit|inspect|visit")
