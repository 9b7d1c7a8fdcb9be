from concurrent.futures import ThreadPoolExecutor

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


@pytest.mark.parametrize("run", ["_", "(", "'", "."])
def test_tokens_of_a_long_run_can_be_read_back_and_need_no_long_time(nlp, run):
    text = f"We met {run * 100_000} and\0 Acme Ltd. on\n 3 May."  # in one go: ten minutes
    doc = nlp.tokens(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_stem_is_the_same_in_many_threads():
    words = [f"{number}-{word}" for number in range(2000) for word in ("trainings", "hopefulness")]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(stem, words))
    stem.cache_clear()
    assert found == [stem(word) for word in words]
