from dataclasses import replace

import factories
import pytest

from checker.errors import SourceError
from checker.evaluation.lookalikes import load_lookalikes, measure_identity


class SaysStatement:
    """Takes every document that has the word for a statement."""

    def assess(self, document, source):  # noqa: ARG002 - every assessor is given it
        assessment = factories.assessment()
        answer = replace(assessment.statement, is_statement="statement" in document.text)
        return replace(assessment, statement=answer)


@pytest.fixture
def corpus_dir(tmp_path):
    texts = {
        "statement/01.txt": "Our statement",
        "statement/02.txt": "Our account",
        "policy/01.txt": "Our statement of policy",
        "policy/02.txt": "Our policy",
    }
    for name, text in texts.items():
        path = tmp_path / "lookalikes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_lookalikes_with_an_even_number_are_held_out(corpus_dir):
    cases = {case.source.name: case for case in load_lookalikes(corpus_dir)}
    assert cases["statement/01.txt"].is_statement
    assert not cases["statement/01.txt"].held_out
    assert not cases["policy/02.txt"].is_statement
    assert cases["policy/02.txt"].held_out


def test_lookalikes_are_measured_apart(corpus_dir):
    results = measure_identity(SaysStatement(), corpus_dir=corpus_dir)
    assert results.tuning.sensitivity.value == 1.0
    assert results.tuning.specificity.value == 0.0
    assert results.held_out.sensitivity.value == 0.0
    assert results.held_out.specificity.value == 1.0
    assert results.held_out.accuracy.value == 0.5
    assert {kind: figure.support for kind, figure in results.held_out.kinds.items()} == {
        "policy": 1,
        "statement": 1,
    }


def test_lookalikes_that_are_missing_are_said_to_be(tmp_path):
    with pytest.raises(SourceError, match="holds no documents"):
        measure_identity(SaysStatement(), corpus_dir=tmp_path)


def test_lookalikes_of_the_project_are_of_many_kinds(root):
    cases = list(load_lookalikes(root / "corpus"))
    assert len({case.kind for case in cases}) == 19
    assert sum(case.held_out for case in cases) >= 40
