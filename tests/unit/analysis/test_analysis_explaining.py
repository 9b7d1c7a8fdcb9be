import math

import factories
import pytest

from checker.analysis import Analyser, load_model
from checker.model import ContentArea

TEXT = """Modern slavery statement
Wensum Peas Limited sells frozen peas.
All forty buyers took an e-learning course on modern slavery in 2024, and 38 passed the test.
We visited nine growers in May and spoke with their pickers about pay."""


@pytest.fixture(scope="module")
def trained(root, rulebook):
    return Analyser(rulebook, load_model(root / "corpus"))


@pytest.fixture(scope="module")
def explained(trained):
    document = factories.document(TEXT)
    assessment = trained.assess(document, factories.source_document(TEXT.encode()))
    return trained.explain(document, assessment)


def test_explain_gives_a_reason_for_each_label_that_counts_for_the_area(explained):
    training = explained.area(ContentArea.TRAINING)
    assert training.evidence
    for evidence in training.evidence:
        [reason] = evidence.reasons
        assert reason.label in evidence.labels
        assert reason.threshold <= reason.score == evidence.confidence


def test_explain_names_words_of_the_strongest_quotation(explained):
    for area in explained.areas:
        for rank, evidence in enumerate(area.evidence):
            for reason in evidence.reasons:
                assert all(word in evidence.quote for word in reason.words)
                assert rank == 0 or not reason.words
    [reason] = explained.area(ContentArea.TRAINING).evidence[0].reasons
    assert {"learning", "course", "e-learning"} & set(reason.words)


def test_explain_the_parts_add_up_to_the_score(explained):
    for area in explained.areas:
        for evidence in area.evidence:
            for reason in evidence.reasons:
                odds = reason.start + reason.rules + reason.model
                assert 1 / (1 + math.exp(-odds)) == pytest.approx(reason.score, abs=0.01)


def test_explain_changes_nothing_else(trained, explained):
    plain = trained.assess(factories.document(TEXT), factories.source_document(TEXT.encode()))
    assert plain.requirements == explained.requirements
    assert [area.verdict for area in plain.areas] == [area.verdict for area in explained.areas]
    assert not any(e.reasons for area in plain.areas for e in area.evidence)


def test_explain_without_a_model_leaves_the_assessment(rulebook):
    rules = Analyser(rulebook)
    document = factories.document(TEXT)
    assessment = rules.assess(document, factories.source_document(TEXT.encode()))
    assert rules.explain(document, assessment) is assessment
    assert assessment.versions.model is None
