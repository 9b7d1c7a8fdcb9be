"""Every real statement is checked without a crash, and its JSON is what the schema promises."""

import json
from concurrent.futures import ThreadPoolExecutor

import jsonschema
import pytest

from checker.analysis import Analyser
from checker.analysis.language import stem
from checker.errors import EmptyText
from checker.model.wire import assessment_from_json, assessment_to_json
from checker.pipeline import StatementPipeline
from checker.rulebook import load_rulebook

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def pipeline(root):
    return StatementPipeline(Analyser(load_rulebook(root / "rules")))


@pytest.fixture(scope="module")
def validator(root):
    schema = json.loads((root / "checker/model/assessment-1.schema.json").read_text())
    return jsonschema.Draft202012Validator(schema)


def evidence_of(assessment):
    for finding in (*assessment.requirements, *assessment.areas, *assessment.findings):
        yield from finding.evidence


@pytest.mark.parametrize("kind", ["published_statements", "aims_statements"])
def test_every_real_statement_is_checked(kind, pipeline, validator, request):
    sources = request.getfixturevalue(kind)
    assert len(sources) > 100
    for source in sources:
        checked = pipeline.check(source)
        value = json.loads(json.dumps(assessment_to_json(checked.assessment)))
        validator.validate(value)
        assert assessment_from_json(value) == checked.assessment
        for evidence in evidence_of(checked.assessment):
            quoted = checked.document.text[evidence.start : evidence.end]
            assert evidence.quote == quoted, source.name


def test_the_same_statement_gets_the_same_assessment(pipeline, published_statements, root):
    again = StatementPipeline(Analyser(load_rulebook(root / "rules")))
    for source in published_statements[:10]:
        assert pipeline.check(source).assessment == again.check(source).assessment


def test_threads_do_not_change_an_assessment(published_statements, root):
    rulebook = load_rulebook(root / "rules")
    sources = published_statements[:40]
    stem.cache_clear()
    shared = StatementPipeline(Analyser(rulebook))
    with ThreadPoolExecutor(max_workers=8) as threads:
        together = [checked.assessment for checked in threads.map(shared.check, sources)]
    stem.cache_clear()
    alone = StatementPipeline(Analyser(rulebook))
    assert together == [alone.check(source).assessment for source in sources]


def test_an_empty_text_is_a_named_outcome(pipeline, published_statements):
    empty = type(published_statements[0])(name="empty.txt", content=b" \n ")
    with pytest.raises(EmptyText, match=r"empty\.txt"):
        pipeline.check(empty)
