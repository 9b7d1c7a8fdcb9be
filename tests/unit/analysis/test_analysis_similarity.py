import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.sentences import from_texts
from checker.analysis.similarity import Wording, find_unchanged, hash_runs
from checker.errors import CorpusError

KNOWN = Wording.of(
    ["Marram Foods is committed to buying all of its peas from growers who pay fair wages in 2024."]
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "We are committed to buying all of its peas from growers who pay fair wages in 2025.",
            True,
        ),
        ("Wensum is committed to buying all of its peas from growers who pay fair wages.", True),
        ("Marram Foods sells all of its peas to shops that pay fair prices in 2024.", False),
        ("Marram Foods is committed to fair wages.", False),
        ("", False),
    ],
)
def test_similarity_sees_through_names_and_years(text, known):
    assert KNOWN.has(text) is known


@given(st.text())
def test_similarity_a_text_has_its_own_wording(text):
    assert Wording.of([text]).has(text) is bool(hash_runs(text))


def test_similarity_wording_is_read_back_as_written(tmp_path):
    path = tmp_path / "wording.bin"
    KNOWN.save(path)
    assert Wording.load(path) == KNOWN
    assert path.stat().st_size == 8 * len(KNOWN.runs)


def test_similarity_wording_that_is_missing_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"nowhere\.bin"):
        Wording.load(tmp_path / "nowhere.bin")


def test_similarity_finds_what_stands_in_the_earlier_statement(nlp, rulebook):
    new = from_texts(
        [
            "We visited all nine pea growers in May 2025.",
            "We sell peas and beans to shops in town.",
        ],
        nlp,
    )
    old = from_texts(["We visited all nine pea growers in May 2024."], nlp)
    scoring = rulebook.scoring.findings["unchanged_since_previous"]
    finding = find_unchanged(new, old, scoring=scoring)
    assert finding.reason.startswith("1 of 2 sentences (50 %).")
    assert [each.quote for each in finding.evidence] == [new[0].text]
    assert finding.advice
