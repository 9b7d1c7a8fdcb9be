"""The JSON form of an assessment is an interface: a change of it is a change of this file."""

import json

import factories
import pytest

from checker.model import Assessment, ContentArea
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
