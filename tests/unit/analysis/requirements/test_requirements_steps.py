import pytest

from checker.model import ContentArea, Force, Requirement, RequirementVerdict


def _steps(assess, text):
    return assess(f"Modern slavery statement\n{text}").requirement(Requirement.STEPS)


def test_steps_are_stated_where_one_is_told_of(assess):
    finding = _steps(assess, "We trained 40 buyers on modern slavery in May.")
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail == {"no_steps": "no"}
    assert finding.evidence


def test_steps_are_unclear_where_they_are_announced_and_none_is_told_of(assess):
    finding = _steps(assess, "It sets out the steps that our group has taken to prevent slavery.")
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.evidence


@pytest.mark.parametrize(
    "text",
    [
        "The company has taken no steps in the year to keep slavery out of its supply chains.",
        "We have not taken any such steps.",
        "No steps were taken during the financial year.",
        "In accordance with section 54(4)(b) the company states that it has taken no such steps.",
        "Neither the company nor its subsidiaries took any steps.",
        "As a small firm we have not considered it necessary to take any steps.",
    ],
)
def test_steps_not_taken_are_valid_and_said_so(assess, text):
    assessment = assess(f"Modern slavery statement\n{text}")
    finding = assessment.requirement(Requirement.STEPS)
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail == {"no_steps": "yes"}
    assert "valid" in finding.reason
    assert assessment.statement.no_steps


def test_steps_taken_contradict_that_none_were(assess):
    finding = _steps(
        assess,
        "No steps were taken during the financial year.\n"
        "We trained 40 buyers on modern slavery in May.\n"
        "We audited 12 suppliers for forced labour in June.\n"
        "Our whistleblowing hotline took 3 calls in July.",
    )
    assert finding.detail == {"no_steps": "unclear"}


@pytest.mark.parametrize(
    "text",
    [
        "No steps have been taken to hide poor conditions from our auditors.",
        "A company must say so if it has taken no steps.",
        "We took no further steps once the worker was safe.",
    ],
)
def test_steps_near_misses_do_not_say_that_none_were_taken(assess, text):
    assert _steps(assess, text).detail == {"no_steps": "no"}


def test_steps_of_the_future_are_no_steps_taken(assess):
    finding = _steps(assess, "Next year we will train our buyers on modern slavery.")
    assert finding.verdict is RequirementVerdict.UNCLEAR


def test_steps_of_the_future_leave_the_steps_taken_to_be_asked_for(questions):
    text = "Next year we will train our buyers on modern slavery."
    assert questions(text, Requirement.STEPS) == ["steps.taken"]


def test_requirement_findings_come_in_order_with_force_and_citation(assess):
    assessment = assess("Modern slavery statement\nWe bake bread.")
    assert [(f.id, f.force, f.citation) for f in assessment.requirements] == [
        (Requirement.STEPS, Force.MUST, "s.54(4)"),
        (Requirement.APPROVAL, Force.MUST, "s.54(6)"),
        (Requirement.SIGNATURE, Force.MUST, "s.54(6)"),
        (Requirement.PERIOD, Force.MUST, "s.54(1)"),
    ]
    assert [finding.id for finding in assessment.areas] == list(ContentArea)


def test_steps_announced_as_taken_and_only_planned_are_unclear_and_said_so(assess):
    finding = _steps(
        assess,
        "This statement sets out the steps that we have taken to prevent slavery.\n"
        "Next year we will train our buyers on modern slavery.",
    )
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert "only planned" in finding.reason
