"""The JSON form of an assessment is an interface: a change of it is a change of this file."""

import json
from dataclasses import replace

import factories
import pytest

from checker.model import Assessment, Box, ContentArea
from checker.model.wire import (
    assessment_from_json,
    assessment_schema,
    assessment_to_json,
    document_from_json,
    document_to_json,
)


def test_wire_schema_is_the_one_that_is_shipped(root):
    shipped = json.loads((root / "checker/model/assessment-1.schema.json").read_text())
    assert assessment_schema() == shipped


def test_wire_assessment_is_read_back_as_written():
    assessment = factories.assessment()
    assert isinstance(assessment, Assessment)
    value = json.loads(json.dumps(assessment_to_json(assessment)))
    assert assessment_from_json(value) == assessment


def assessment_of_a_scan():
    """Its proof of training is a table cell with a place on the second page, the first unread."""
    assessment = factories.assessment()
    proof = factories.evidence(
        "took the training",
        page=2,
        boxes=(Box(page=2, left=0.1, top=0.2, right=0.3, bottom=0.25),),
        heads=("Buyers", "2024/25"),
    )
    training = replace(assessment.area(ContentArea.TRAINING), evidence=(proof,))
    source = replace(
        assessment.source,
        pages=2,
        pages_not_read=(1,),
        pages_recognised=(2,),
        recognition_confidence=0.87,
    )
    return replace(assessment, source=source, areas=(*assessment.areas[:-1], training))


def test_wire_says_how_pages_were_read_and_where_quotations_stand():
    assessment = assessment_of_a_scan()
    value = json.loads(json.dumps(assessment_to_json(assessment)))
    (proof,) = value["areas"][-1]["evidence"]
    box = {"page": 2, "left": 0.1, "top": 0.2, "right": 0.3, "bottom": 0.25}
    assert (proof["boxes"], proof["heads"]) == ([box], ["Buyers", "2024/25"])
    assert value["source"]["pages_not_read"] == [1]
    assert value["source"]["pages_recognised"] == [2]
    assert value["source"]["recognition_confidence"] == 0.87
    assert assessment_from_json(value) == assessment


def test_wire_leaves_out_what_only_some_documents_have():
    of_a_scan = assessment_to_json(assessment_of_a_scan())
    plain = assessment_to_json(factories.assessment())
    assert set(of_a_scan["source"]) - set(plain["source"]) == {
        "pages_not_read",
        "pages_recognised",
        "recognition_confidence",
    }
    (told,), (plainly_told,) = (value["areas"][-1]["evidence"] for value in (of_a_scan, plain))
    assert set(told) - set(plainly_told) == {"boxes", "heads"}
    assert "reasons" in plainly_told


def test_wire_document_is_read_back_as_written():
    document = factories.document()
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document


def test_wire_leaves_the_text_out_unless_asked_for():
    assert "text" not in assessment_to_json(factories.assessment())["source"]


def test_wire_refuses_what_is_not_an_assessment():
    value = assessment_to_json(factories.assessment())
    value["areas"][0]["id"] = "astrology"
    with pytest.raises(ValueError, match="areas"):
        assessment_from_json(value)


def test_wire_areas_are_in_the_order_of_the_act():
    areas = [area["id"] for area in assessment_to_json(factories.assessment())["areas"]]
    assert areas == [area.value for area in ContentArea]
