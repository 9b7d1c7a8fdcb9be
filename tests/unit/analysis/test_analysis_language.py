import pytest

from checker.analysis.language import stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Trained", "train"), ("training", "train"), ("oﬃcers", "offic"), ("TRAFﬁCKING", "traffick")],
)
def test_stem_is_that_of_the_plain_word(word, expected):
    assert stem(word) == expected


def test_tokens_can_be_read_back(nlp):
    text = "Signed………\n\n Jane  Reader,\tDirector (3.5.2023)"
    assert nlp.tokens(text).text == text
