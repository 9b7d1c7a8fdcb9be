"""What an assessment says of the pages it was read from."""

import factories
import pytest

from checker.analysis.analyser import Analyser
from checker.analysis.pages import source_as_read
from checker.model import ContentArea, Page, Requirement

BAKES = "Modern slavery statement\nWe bake bread."


def document_with(*confidences, text=BAKES):
    """Its first page has the text; the others have as many characters as they have numbers."""
    first = Page(number=1, start=0, end=len(text), confidence=confidences[0])
    others = [
        Page(number=number, start=len(text), end=len(text) + number, confidence=confidence)
        for number, confidence in enumerate(confidences[1:], 2)
    ]
    return factories.document(text, pages=(first, *others))


@pytest.fixture(scope="module")
def analyser(rulebook):
    return Analyser(rulebook)


@pytest.mark.parametrize(
    ("confidences", "not_read", "recognised", "sure"),
    [
        ((None, None), (), (), None),
        ((None, 0.0, 0.0), (2, 3), (), None),
        ((None, 0.9, 0.0, 0.6), (3,), (2, 4), 0.7),
    ],
)
def test_pages_not_read_and_recognised_are_told_apart(confidences, not_read, recognised, sure):
    source = source_as_read(document_with(*confidences), factories.source_document())
    assert source.pages_not_read == not_read
    assert source.pages_recognised == recognised
    assert source.recognition_confidence == sure


def test_pages_not_read_leave_open_what_was_not_found(analyser):
    verdicts = {}
    for name, confidence in (("read", None), ("not read", 0.0)):
        document = document_with(None, confidence)
        assessment = analyser.assess(document, factories.source_document())
        duty = assessment.requirement(Requirement.APPROVAL)
        area = assessment.area(ContentArea.TRAINING)
        verdicts[name] = (duty.verdict, "page that was not read" in duty.reason)
        assert ("page that was not read" in area.reason) == (name == "not read")
    assert verdicts == {"read": ("not_stated", False), "not read": ("unclear", True)}


def test_pages_not_read_change_nothing_that_was_found(analyser):
    text = f"{BAKES}\nThe board of directors approved this statement on 2 June 2025."
    first, second = (
        analyser.assess(document_with(None, confidence, text=text), factories.source_document())
        for confidence in (None, 0.0)
    )
    approval = first.requirement(Requirement.APPROVAL)
    assert approval.verdict == "stated"
    assert second.requirement(Requirement.APPROVAL) == approval


def test_pages_evidence_from_a_table_has_its_heads(analyser, table):
    rows = [["Modern slavery training", "2024/25"], ["Buyers trained on slavery", "94%"]]
    document = table(rows)
    assessment = analyser.assess(document, factories.source_document())
    heads = {e.quote: e.heads for e in assessment.area(ContentArea.TRAINING).evidence}
    assert heads["94%"] == ("Buyers trained on slavery", "2024/25")


def test_pages_text_without_a_layout_has_no_boxes(assess):
    evidence = assess(factories.TEXT).area(ContentArea.TRAINING).evidence
    assert evidence
    assert all(piece.boxes == () for piece in evidence)
