"""The quality page: plain Markdown, the same for the same results, no figure that is undefined."""

import factories
import numpy as np
import pytest

from checker.evaluation import Measured, figures_of, quality_page
from checker.evaluation.calibration import calibrate
from checker.evaluation.example_county import CountyResults
from checker.evaluation.lookalikes import IdentityFigures, IdentityResults
from checker.evaluation.measuring import Collection, ProjectResults, SharedResults
from checker.evaluation.metrics import part
from checker.evaluation.periods import PeriodCounts, PeriodOutcomes
from checker.evaluation.sentences import judge_sentences
from checker.evaluation.sign_off import Proportion, SignOffScore
from checker.evaluation.statements import judge_statements
from checker.model import Requirement
from checker.training import AuditedStatement

NINE_NOES = np.zeros((1, 9), dtype=np.bool_)


@pytest.fixture
def identity():
    figures = IdentityFigures(
        accuracy=part(3, 4),
        sensitivity=part(1, 1),
        specificity=part(2, 3),
        calibration=calibrate([(0.9, True)]),
        kinds={"policy": part(3, 4)},
    )
    return IdentityResults(tuning=figures, held_out=figures)


@pytest.fixture
def project(identity):
    half = part(1, 2)
    county = CountyResults(
        verdicts=half, found=half, approval=half, signature=half, period_end=half, no_steps=half
    )
    return ProjectResults(rule_examples=part(8, 8), county=county, identity=identity)


@pytest.fixture
def shared(statement, said, told, identity, tmp_path):
    gold = [statement("uk1", "approval"), statement("S1", "training", collection="project")]
    labeller = told(
        name="rules only", answers={"uk1": [said("approval")], "S1": [said("policies")]}
    )
    text = tmp_path / "S1.txt"
    text.write_text("Training.")
    audit = AuditedStatement(
        id="S1",
        organisation="S1",
        year=2019,
        training="yes",
        approved_by_board="Yes",
        signed_by_director="",
        path=text,
    )
    score = [
        SignOffScore(
            requirement=requirement,
            sensitivity=Proportion(right=1, support=2),
            specificity=Proportion(right=0, support=0),
        )
        for requirement in (Requirement.APPROVAL, Requirement.SIGNATURE)
    ]
    counts = PeriodCounts(stated=2, correct=1, wrong=0, unknown=1, not_stated=0, falsely_stated=0)
    return SharedResults(
        digest="d" * 64,
        collections=(
            Collection(
                name="aims_uk",
                statements=1,
                sentences=1,
                held_out_statements=0,
                held_out_sentences=0,
            ),
        ),
        sentences=judge_sentences(gold, [labeller], {"uk1": NINE_NOES}),
        statements=judge_statements(gold, [audit], {"rules": {"S1": factories.assessment()}}),
        sign_off=(score[0], score[1]),
        sign_off_held_out=(score[0], score[1]),
        periods=PeriodOutcomes(overall=counts, held_out=counts),
        identity=identity,
        unrecorded=0,
    )


@pytest.fixture
def page(project, shared):
    figures = figures_of(project, shared)
    return quality_page(
        Measured(rules="r" * 64, model="none", project=project, shared=shared, figures=figures)
    )


def test_page_names_what_was_measured_and_on_what(page):
    assert "Rules `rrrrrrrrrrrr`, model none, labelled statements `dddddddddddd`." in page
    assert "| AIMS.uk | 1 | 1 | 0 | 0 |" in page


def test_page_has_every_figure_that_has_a_target_or_a_floor(page, project, shared):
    figures = figures_of(project, shared)
    assert len({figure.id for figure in (*figures.project, *figures.shared)}) == len(
        figures.project + figures.shared
    )
    for figure in (*figures.project, *figures.shared):
        assert f"| {figure.title} |" in page


def test_page_shows_what_is_undefined_as_a_dash(page):
    assert "| nan" not in page
    assert "nan–" not in page
    assert "| approval | 2 | 0.500" in page
    assert "| 0 | – |" in page


def test_page_every_row_of_a_table_is_as_wide_as_its_heading(page):
    lines = page.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("|---"):
            rows = [lines[number - 1], line]
            for row in lines[number + 1 :]:
                if not row.startswith("|"):
                    break
                rows.append(row)
            assert {row.count("|") for row in rows} == {line.count("|")}, lines[number - 1]
        elif line.startswith("|"):
            assert lines[number - 1].startswith("|") or lines[number + 1].startswith("|---"), line


def test_page_without_the_labelled_statements_there_are_figures_of_the_project(project):
    figures = figures_of(project, None)
    assert figures.shared == ()
    assert figures.of("rules.examples").met
