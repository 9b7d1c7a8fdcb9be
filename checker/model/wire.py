"""JSON forms of the domain types, by pydantic: written out, read back, and their JSON Schema."""

from base64 import b64decode, b64encode
from collections.abc import Container
from dataclasses import fields, replace
from typing import Any

from pydantic import TypeAdapter

from checker.model.assessment import Assessment
from checker.model.document import Document
from checker.model.layout import Layout

_ASSESSMENT: TypeAdapter[Assessment] = TypeAdapter(Assessment)
_DOCUMENT: TypeAdapter[Document] = TypeAdapter(Document)
_LAYOUT = tuple(field.name for field in fields(Layout))
_OF_SOURCE = {"text", "pages_not_read", "pages_recognised", "recognition_confidence"}
_OF_EVIDENCE = {"boxes", "heads"}
"""What only some documents have: left out where it says nothing."""


def assessment_to_json(assessment: Assessment) -> dict[str, Any]:
    """`assessment/1` as JSON-ready values; what only some documents have, only where they do."""
    value: dict[str, Any] = _ASSESSMENT.dump_python(assessment, mode="json")
    value["source"] = _without_empty(value["source"], _OF_SOURCE)
    for finding in (*value["requirements"], *value["areas"], *value["findings"]):
        finding["evidence"] = [_without_empty(piece, _OF_EVIDENCE) for piece in finding["evidence"]]
    return value


def _without_empty(members: dict[str, Any], names: Container[str]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value or name not in names}


def assessment_from_json(value: Any) -> Assessment:
    """The assessment that `assessment_to_json` wrote.

    Raises:
        pydantic.ValidationError: The value is not an `assessment/1`.
    """
    return _ASSESSMENT.validate_python(value, strict=False)


def assessment_schema() -> dict[str, Any]:
    """JSON Schema of `assessment/1`; `checker/model/assessment-1.schema.json` is its copy."""
    schema = _ASSESSMENT.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def document_to_json(document: Document) -> dict[str, Any]:
    """A `Document` as JSON-ready values; its layout, where it has one, in base 64."""
    value: dict[str, Any] = _DOCUMENT.dump_python(replace(document, layout=Layout()), mode="json")
    packed = {name: getattr(document.layout, name) for name in _LAYOUT}
    value["layout"] = {name: b64encode(octets).decode("ascii") for name, octets in packed.items()}
    return value


def document_from_json(value: Any) -> Document:
    """The document that `document_to_json` wrote.

    Raises:
        pydantic.ValidationError: The value is not a document.
    """
    packed = value.get("layout", {})
    layout = Layout(**{name: b64decode(packed.get(name, "")) for name in _LAYOUT})
    document = _DOCUMENT.validate_python({**value, "layout": {}}, strict=False)
    return replace(document, layout=layout)
