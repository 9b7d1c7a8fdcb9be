"""The findings that only a statement as a whole can have."""

from datetime import date

import pytest

from checker.analysis.findings import statement_findings
from checker.analysis.findings.readability import count_syllables, reading_ease
from checker.analysis.similarity import Wording
from checker.model import Statement

BOTH_LIMBS = [
    "All of the staff at the mill were trained in May 2024.",
    "We audited each of our 12 suppliers of peas in June 2024.",
]
HARD = (
    "Notwithstanding organisational considerations, comprehensive multidisciplinary evaluation "
    "methodologies necessitate interdepartmental collaboration, facilitating identification, "
    "prioritisation and remediation of vulnerabilities throughout international procurement."
)


@pytest.fixture
def findings(label, rulebook):
    def found(texts, *, common=None, **statement):
        is_statement = statement.pop("is_statement", True)
        of = Statement(is_statement=is_statement, confidence=1.0, **statement)
        return {f.id: f for f in statement_findings(label(texts), of, rulebook, common=common)}

    return found


def test_findings_are_none_where_both_limbs_are_there(findings):
    assert findings(BOTH_LIMBS) == {}


@pytest.mark.parametrize(
    ("text", "missing"),
    [(BOTH_LIMBS[0], "no_supply_chain"), (BOTH_LIMBS[1], "no_own_business")],
)
def test_findings_name_the_limb_that_is_missing(findings, text, missing):
    (finding,) = findings([text]).values()
    assert finding.id == missing
    assert finding.citation.startswith("s.54(4)(a)")
    assert finding.advice[0].text.endswith("?")


def test_findings_a_plan_fills_no_limb(findings):
    assert "no_supply_chain" in findings([BOTH_LIMBS[0], "We will audit 12 suppliers next year."])


def test_findings_ask_for_no_steps_where_none_were_taken(findings):
    assert findings(["We have taken no such steps."], no_steps=True) == {}


def test_findings_of_no_statement_are_what_rules_hit(findings):
    found = findings(["The board of [company name] approved it."], is_statement=False)
    assert list(found) == ["template_residue"]


def test_findings_tell_the_share_of_vague_sentences(findings):
    vague = "We are fully committed to fair work in everything we do."
    finding = findings([*BOTH_LIMBS, vague])["vague_language"]
    assert finding.reason.startswith("1 of 3 sentences (33 %).")
    assert [each.quote for each in finding.evidence] == [vague]


def test_findings_take_a_commitment_with_a_figure_for_concrete(findings):
    concrete = "We are committed to fair work and trained 40 buyers on it in May 2024."
    assert "vague_language" not in findings([*BOTH_LIMBS, concrete])


def test_findings_name_another_speaker(findings):
    other = "Wensum Mills Ltd is committed to fair work at every one of its sites."
    own = "Marram Foods Limited is committed to fair work at every one of its sites."
    finding = findings([*BOTH_LIMBS, own, other], organisations=("Marram Foods Ltd",))[
        "other_speaker"
    ]
    assert [each.quote for each in finding.evidence] == [other]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2021 we will train every buyer on the signs of abuse.", True),
        ("In 2025 we will train every buyer on the signs of abuse.", False),
        ("We will train every buyer on the Modern Slavery Act 2015.", False),
        ("In 2021 we trained every buyer on the signs of abuse.", False),
    ],
)
def test_findings_see_plans_for_years_that_are_past(findings, text, found):
    given = findings([*BOTH_LIMBS, text], period_start=date(2024, 4, 1))
    assert ("unfit_year" in given) is found


def test_findings_say_what_is_copied_and_leave_the_preamble_out(findings):
    copied = "Each of our buyers tries to be as fair to growers as the season allows."
    preamble = "This statement is made under section 54 of the Modern Slavery Act 2015 by us all."
    given = findings([*BOTH_LIMBS, preamble, copied], common=Wording.of([copied, preamble]))
    finding = given["common_wording"]
    assert [each.quote for each in finding.evidence] == [copied]
    assert "(33 %)" in finding.reason


def test_findings_tell_hard_reading_from_plain(findings):
    assert "hard_to_read" in findings([*BOTH_LIMBS, *[HARD] * 5])
    assert "hard_to_read" not in findings([*BOTH_LIMBS, *["We ask each mill what it pays."] * 20])


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("made", 1),
        ("trained", 1),
        ("slavery", 3),
        ("table", 2),
        ("audited", 3),
        ("the", 1),
    ],
)
def test_readability_counts_syllables(word, syllables):
    assert count_syllables(word) == syllables


def test_readability_is_the_formula_of_flesch():
    assert reading_ease([["cat", "sat"]]) == pytest.approx(206.835 - 1.015 * 2 - 84.6)
