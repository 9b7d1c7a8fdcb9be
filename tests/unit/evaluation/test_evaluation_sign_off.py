from math import isnan
from pathlib import Path

import factories
import pytest

from checker.analysis.analyser import Analyser
from checker.evaluation.sign_off import Proportion, score_sign_off
from checker.model import Requirement
from checker.rulebook import load_rulebook
from checker.training import AuditedStatement

TEXTS = {
    "approved-and-signed": "This statement was approved by the board.\nSigned by Jane Reader, Director",
    "neither": "We bake bread.",
    "on-behalf": "Signed on behalf of the board by Jane Reader",
}


@pytest.fixture(scope="module")
def assessments(root: Path):
    analyser = Analyser(load_rulebook(root / "rules"))
    return {
        name: analyser.assess(factories.document(text), factories.source_document(text.encode()))
        for name, text in TEXTS.items()
    }


def _audit(name, approved, signed):
    return AuditedStatement(
        id=name,
        organisation="Wherry Foods",
        year=2023,
        training="",
        approved_by_board=approved,
        signed_by_director=signed,
        path=Path(),
    )


def test_evaluation_sign_off_counts_what_is_stated(assessments):
    approval, signature = score_sign_off(
        [
            _audit("approved-and-signed", "Yes", "No"),
            _audit("neither", "Yes", "Yes"),
            _audit("on-behalf", "Not explicit", ""),
        ],
        assessments,
    )
    assert approval.requirement is Requirement.APPROVAL
    assert approval.sensitivity == Proportion(right=1, support=2)
    assert approval.specificity == Proportion(right=1, support=1)
    assert signature.sensitivity == Proportion(right=0, support=1)
    assert signature.specificity == Proportion(right=0, support=1)


def test_evaluation_sign_off_has_the_judge_that_always_says_yes(assessments):
    approval, _ = score_sign_off(
        [_audit("neither", "Yes", ""), _audit("on-behalf", "No", "")], assessments
    )
    assert approval.always_yes.sensitivity.value == 1.0
    assert approval.always_yes.specificity.value == 0.0


def test_evaluation_sign_off_interval_is_that_of_wilson():
    low, high = Proportion(right=8, support=10).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert Proportion(right=0, support=4).interval[0] == pytest.approx(0, abs=1e-12)


def test_evaluation_sign_off_of_no_cases_is_undefined():
    nothing = Proportion(right=0, support=0)
    assert isnan(nothing.value)
    assert all(isnan(bound) for bound in nothing.interval)
