"""The evaluation on the real labels: what is known of them beforehand comes out."""

import csv

import numpy as np
import pytest

from checker.analysis.labelled import MEASURES
from checker.evaluation.criteria import AIMS_CRITERIA, ALL_LABELS, matrix
from checker.evaluation.metrics import score
from checker.evaluation.published import load_published
from checker.training import load_audits, load_gold

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def gold(real_data):
    return load_gold(real_data)


def test_gold_every_statement_of_the_real_data_is_read(gold):
    count = {c: sum(s.collection == c for s in gold) for c in {s.collection for s in gold}}
    assert count == {"aims_au": 50, "aims_ca": 50, "aims_uk": 24, "project": 94}
    assert len({statement.id for statement in gold}) == len(gold)


def test_gold_mitigation_is_any_measure(gold):
    for statement in gold:
        for sentence in statement.sentences:
            assert sentence.mitigation is not MEASURES.isdisjoint(sentence.labels)
            assert sentence.labels <= statement.known


def test_gold_every_audited_statement_has_its_text(real_data):
    assert all(audit.path.is_file() for audit in load_audits(real_data))


def test_published_the_llama_is_scored_as_a_plain_count_scores_it(real_data, gold):
    """Counted once more, from the table, without the code of the evaluation."""
    with (real_data / "aims/aims_uk.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    plain = []
    for criterion in AIMS_CRITERIA:
        pairs = [(row[criterion.name] == "1", row[f"llama_{criterion.name}"]) for row in rows]
        agreed = sum(true for true, guess in pairs if float(guess) >= 0.5)
        plain.append(
            2 * agreed / (sum(t for t, _ in pairs) + sum(float(g) >= 0.5 for _, g in pairs))
        )
    aims = [statement for statement in gold if statement.collection == "aims_uk"]
    published = load_published(real_data)
    table = score(
        [matrix((s.labels for s in statement.sentences), AIMS_CRITERIA) for statement in aims],
        [published[statement.id] for statement in aims],
        [criterion.name for criterion in AIMS_CRITERIA],
    )
    assert [each.f1.value for each in table.criteria] == pytest.approx(plain)
    assert table.macro_f1.value == pytest.approx(sum(plain) / len(plain))


def test_gold_judged_by_itself_is_perfect(gold):
    labels = [matrix((s.labels for s in each.sentences), ALL_LABELS) for each in gold]
    table = score(labels, labels, [criterion.name for criterion in ALL_LABELS])
    assert np.isclose(table.macro_f1.value, 1)
