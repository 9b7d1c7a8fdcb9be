import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.language import StatementEnglish
from checker.analysis.phrases import Words, compile_phrase

NLP = StatementEnglish()
WORDS = st.lists(st.sampled_from("we train all of our staff in forty farms".split()), max_size=12)


def _found(phrase: str, text: str) -> str | None:
    words = Words.of(NLP.tokens(text)[:])
    place = compile_phrase(phrase, NLP).find(words)
    return None if place is None else " ".join(t.text for t in words.tokens[place[0] : place[1]])


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("audit supplier", "We audited suppliers.", "audited suppliers"),
        ("audit supplier", "We audited our suppliers.", None),
        ("audit our? supplier", "We audited our suppliers.", "audited our suppliers"),
        (
            "audit ... supplier",
            "Audits of some of our suppliers",
            "Audits of some of our suppliers",
        ),
        ("audit ...2 supplier", "Audits of some of our suppliers", None),
        ("=will", "He WILL come; the willing wait.", "WILL"),
        ("=will", "The willing wait.", None),
        ("train NUMBER buyer", "We trained forty buyers.", "trained forty buyers"),
        ("train NUMBER buyer", "We trained many buyers.", None),
        ("train|teach buyer", "We taught and trained buyers.", "trained buyers"),
        ("risk-based", "a risk based plan", "risk based"),
        ("risk based", "a risk-based plan", "risk based"),
        ("anti-slavery|labour policy", "Our anti-slavery policies", "anti slavery policies"),
        ("identify risk", "We identiﬁed risks.", "identiﬁed risks"),
    ],
)
def test_phrases_find_words_in_any_form(phrase, text, found):
    assert _found(phrase, text) == found


def test_phrases_find_the_longest_hit_and_of_equal_ones_the_first():
    assert _found("staff ...2 farm", "staff farm, and staff of our farm") == "staff of our farm"
    assert _found("farm|staff", "staff and farm") == "staff"


@pytest.mark.parametrize("phrase", ["... staff", "train ...", ""])
def test_phrases_refuse_what_has_no_end(phrase):
    with pytest.raises(ValueError, match="must begin and end with a word"):
        compile_phrase(phrase, NLP)


@given(before=WORDS, between=WORDS, after=WORDS)
def test_phrases_bridge_a_gap_of_six_words_and_no_more(before, between, after):
    """Around one pair of words that occur nowhere else."""
    text = " ".join([*before, "alpha", *between, "omega", *after])
    assert (_found("alpha ... omega", text) is not None) == (len(between) <= 6)
