"""Whole statements: what counts as present, and what counts as training."""

import factories
import pytest

from checker.errors import SourceError
from checker.evaluation.statements import assess_all, judge_statements, training_answer
from checker.model import (
    AreaFinding,
    AreaVerdict,
    Assessment,
    ContentArea,
    Evidence,
    Force,
    Modality,
)
from checker.training import AuditedStatement


def assessment(verdict: AreaVerdict, *modalities: Modality) -> Assessment:
    """Only training is found, with a quotation of each of `modalities`."""
    evidence = tuple(
        Evidence(quote="", start=0, end=0, page=1, modality=modality) for modality in modalities
    )
    areas = tuple(
        AreaFinding(
            id=area,
            verdict=verdict if area is ContentArea.TRAINING else AreaVerdict.NONE,
            force=Force.MAY,
            citation="s.54(5)",
            evidence=evidence if area is ContentArea.TRAINING else (),
        )
        for area in ContentArea
    )
    whole = factories.assessment()
    return Assessment(
        source=whole.source,
        statement=whole.statement,
        requirements=(),
        areas=areas,
        versions=whole.versions,
    )


@pytest.fixture
def audit(tmp_path):
    def make(name: str, training: str, text: str = "We offer training.") -> AuditedStatement:
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        return AuditedStatement(
            id=name,
            organisation=name,
            year=2019,
            training=training,
            approved_by_board="",
            signed_by_director="",
            path=path,
        )

    return make


@pytest.mark.parametrize(
    ("verdict", "modalities", "answer"),
    [
        (AreaVerdict.NONE, [], "no"),
        (AreaVerdict.NONE, [Modality.NEGATED], "no"),
        (AreaVerdict.MENTIONED, [Modality.UNCLEAR], "no"),
        (AreaVerdict.MENTIONED, [Modality.TAKEN], "no"),
        (AreaVerdict.MENTIONED, [Modality.PLANNED, Modality.NEGATED], "planned"),
        (AreaVerdict.MENTIONED, [Modality.TAKEN, Modality.PLANNED], "planned"),
        (AreaVerdict.DESCRIBED, [Modality.TAKEN, Modality.PLANNED], "yes"),
        (AreaVerdict.EVIDENCED, [Modality.TAKEN], "yes"),
    ],
)
def test_statements_training_is_given_only_where_a_step_was_told_of(verdict, modalities, answer):
    assert training_answer(assessment(verdict, *modalities)) == answer


def test_statements_an_area_is_present_where_any_sentence_has_a_label_of_it(statement, audit):
    gold = [
        statement("S1", "", "training", "supply_chains", collection="project"),
        statement("S2", "", collection="project"),
    ]
    audits = [audit("S1", "yes"), audit("S2", "no"), audit("S3", "yes")]
    found = assessment(AreaVerdict.DESCRIBED, Modality.TAKEN)
    results = judge_statements(gold, audits, {"told": dict.fromkeys(("S1", "S2", "S3"), found)})
    areas = results.areas.shipped.whole
    assert results.areas.statements[0] == 2  # nobody labelled the sentences of S3
    assert (areas.of("training").recall.value, areas.of("training").specificity.value) == (1, 0)
    assert (areas.of("structure").recall.value, areas.of("structure").recall.support) == (0, 1)
    assert results.training_answers == {("yes", "yes"): 1, ("no", "yes"): 1}


def test_statements_training_stands_beside_its_baselines(statement, audit):
    gold = [statement(name, "training", collection="project") for name in ("S1", "S2")]
    audits = [audit("S1", "yes"), audit("S2", "planned", "We shall teach.")]
    found = assessment(AreaVerdict.NONE)
    results = judge_statements(gold, audits, {"told": {"S1": found, "S2": found}})
    specificity = {
        run.name: run.whole.criteria[0].specificity.value for run in results.training.runs
    }
    assert specificity == {
        "told": 1,
        "the sentence labels": 0,
        "the word “training”": 1,
        "always yes": 0,
    }


def test_statements_a_text_that_is_missing_is_named(audit):
    missing = audit("S1", "yes")
    missing.path.unlink()
    with pytest.raises(SourceError, match=r"S1\.txt: cannot be read"):
        assess_all([missing], [])


def test_statements_every_assessor_gets_the_bytes_and_the_organisation(audit):
    class Recording:
        name = "recording"
        seen: list[tuple[str, bytes]] = []  # noqa: RUF012 - one test, one instance

        def assess(self, organisation, source):
            self.seen.append((organisation, source.content))
            return assessment(AreaVerdict.NONE)

    judge = Recording()
    found = assess_all([audit("S1", "yes", "Our text.")], [judge])
    assert judge.seen == [("S1", b"Our text.")]
    assert list(found["recording"]) == ["S1"]
