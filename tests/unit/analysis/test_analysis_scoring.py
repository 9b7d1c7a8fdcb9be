from dataclasses import replace

import pytest

from checker.analysis.scoring import area_findings
from checker.model import AreaVerdict, ContentArea, Force, Label, Modality


def _finding(label, rulebook, texts, area):
    findings = area_findings(label(texts), rulebook.scoring)
    return next(finding for finding in findings if finding.id is area)


def test_scoring_gives_all_six_areas_in_the_order_of_the_act(label, rulebook):
    findings = area_findings(label(["Slavery is a crime."]), rulebook.scoring)
    assert [finding.id for finding in findings] == list(ContentArea)
    assert [finding.citation for finding in findings] == [f"s.54(5)({x})" for x in "abcdef"]
    assert {finding.verdict for finding in findings} == {AreaVerdict.NONE}
    assert {finding.force for finding in findings} == {Force.MAY}
    assert {finding.reason for finding in findings} == {
        "Nothing on this was found in this statement."
    }


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (["STAFF TRAINING"], AreaVerdict.NONE),
        (["We will train all staff."], AreaVerdict.MENTIONED),
        (["We will train all 90 staff by March 2031."], AreaVerdict.MENTIONED),
        (["We are committed to training our staff."], AreaVerdict.MENTIONED),
        (["We raise awareness among drivers."], AreaVerdict.MENTIONED),
        (["Posters on slavery hang in the canteen."], AreaVerdict.MENTIONED),
        (["All drivers are trained in first aid."], AreaVerdict.MENTIONED),
        (["We have not trained our staff."], AreaVerdict.NONE),
        (["All drivers are trained on slavery."], AreaVerdict.DESCRIBED),
        (["In 2024 we trained 90 drivers on slavery."], AreaVerdict.EVIDENCED),
        (
            ["In 2024 we trained 90 drivers on slavery.", "Induction covers the Act."],
            AreaVerdict.EVIDENCED,
        ),
        (
            ["All drivers are trained on slavery.", "Induction covers the Act."],
            AreaVerdict.DESCRIBED,
        ),
        (["We will train 90 drivers.", "All staff are trained on slavery."], AreaVerdict.DESCRIBED),
    ],
)
def test_scoring_of_training(label, rulebook, texts, verdict):
    assert _finding(label, rulebook, texts, ContentArea.TRAINING).verdict is verdict


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("We reviewed and updated our recruitment policy in 2024.", ContentArea.EFFECTIVENESS),
        ("We see a low risk in our offices.", ContentArea.RISK),
        ("Our risk is low, with 12 suppliers in 2024.", ContentArea.RISK),
        ("We carry out due diligence on all suppliers.", ContentArea.DUE_DILIGENCE),
    ],
)
def test_scoring_of_words_without_a_step_is_a_mention(label, rulebook, text, area):
    assert _finding(label, rulebook, [text] * 5, area).verdict is AreaVerdict.MENTIONED


def test_scoring_shows_the_strongest_evidence_first(label, rulebook):
    texts = [
        "We will train the night shift.",
        "We raise awareness among drivers.",
        "All drivers are trained on slavery.",
        "In 2024 we trained 90 drivers on slavery.",
    ]
    finding = _finding(label, rulebook, texts, ContentArea.TRAINING)
    assert [evidence.quote for evidence in finding.evidence] == texts[::-1]
    assert finding.evidence[-1].modality is Modality.PLANNED


def test_scoring_leaves_no_evidence_out(label, rulebook):
    texts = [f"Depot {number} trains its staff." for number in range(30)]
    finding = _finding(label, rulebook, texts, ContentArea.TRAINING)
    assert len(finding.evidence) == 30
    assert "30 sentences" in finding.reason


def test_scoring_gives_the_reason_in_plain_words(label, rulebook):
    texts = [
        "In 2024 we trained 90 drivers on slavery.",
        "Induction covers the Act.",
        "We will train the rest.",
    ]
    assert _finding(label, rulebook, texts, ContentArea.TRAINING).reason == (
        "1 sentence gives a figure, a date, a named tool or a result; 1 more tells something "
        "specific; 1 sentence tells of what is planned, which does not count as a step taken."
    )


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (
            ["All drivers are trained on slavery."],
            "1 sentence tells something specific, without {proof}.",
        ),
        (
            ["All drivers are trained on slavery.", "Induction covers the Act."],
            "2 sentences tell something specific; none gives {proof}.",
        ),
        (
            [
                "In 2024 we trained 90 drivers on slavery.",
                "In 2023 we trained 80 drivers on slavery.",
            ],
            "2 sentences give {proof}.",
        ),
    ],
)
def test_scoring_gives_the_reason_in_good_english(label, rulebook, texts, reason):
    proof = "a figure, a date, a named tool or a result"
    found = _finding(label, rulebook, texts, ContentArea.TRAINING).reason
    assert found == reason.format(proof=proof)


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (["We employ about 8,000 team members."], AreaVerdict.DESCRIBED),
        (
            [
                "We employ about 8,000 team members.",
                "The group operates 150 franchise points in Europe.",
                "We design and sell fitted kitchens to private customers.",
            ],
            AreaVerdict.EVIDENCED,
        ),
    ],
)
def test_scoring_of_structure_needs_more_than_a_figure(label, rulebook, texts, verdict):
    assert _finding(label, rulebook, texts, ContentArea.STRUCTURE).verdict is verdict


def test_scoring_does_not_take_a_view_of_low_risk_for_a_step(label, rulebook):
    texts = ["We believe the risk in our 12 offices is low."]
    finding = _finding(label, rulebook, texts, ContentArea.RISK)
    assert finding.verdict is AreaVerdict.MENTIONED
    assert finding.evidence[0].modality is Modality.UNCLEAR


def test_scoring_says_so_where_words_are_all_there_is(label, rulebook):
    finding = _finding(label, rulebook, ["We raise awareness."], ContentArea.TRAINING)
    assert finding.reason == "1 sentence touches on it, without telling of a step."


def test_scoring_says_so_where_a_plan_is_all_there_is(label, rulebook):
    finding = _finding(label, rulebook, ["We will train all staff."], ContentArea.TRAINING)
    assert finding.reason == (
        "1 sentence tells of what is planned, which does not count as a step taken."
    )


def test_scoring_says_so_where_a_step_is_denied(label, rulebook):
    finding = _finding(label, rulebook, ["We have not trained our staff."], ContentArea.TRAINING)
    assert finding.reason == "1 sentence says that it was not done."
    assert finding.evidence[0].modality is Modality.NEGATED


def test_scoring_asks_for_what_is_missing_and_no_more(label, rulebook):
    def questions(texts):
        finding = _finding(label, rulebook, texts, ContentArea.TRAINING)
        return [advice.id for advice in finding.advice]

    assert questions(["Slavery is a crime."]) == ["training.audience", "training.outcome"]
    assert questions(["All drivers are trained on slavery."]) == ["training.outcome"]
    assert (
        questions(["In 2024 we trained 90 drivers on slavery.", "Induction covers the Act."]) == []
    )


def test_scoring_asks_for_a_half_of_an_area_that_is_missing(label, rulebook):
    texts = ["We audited six suppliers in 2024.", "We visit every farm that we buy from."]
    finding = _finding(label, rulebook, texts, ContentArea.DUE_DILIGENCE)
    assert finding.verdict is AreaVerdict.EVIDENCED
    assert [advice.id for advice in finding.advice] == [
        "due_diligence.grievance",
        "due_diligence.remediation",
    ]


def test_scoring_advice_is_a_question_with_a_citation(rulebook):
    for area, rubric in rulebook.scoring.areas.items():
        for advice in rubric.advice:
            assert advice.id.startswith(f"{area}.")
            assert advice.text.endswith("?")
            assert (advice.until is None) != (advice.without is None)


@pytest.mark.parametrize(
    ("texts", "change"),
    [
        ([], "Mentioned needs 1 sentence that touches on it."),
        (
            ["All drivers are trained on slavery."],
            (
                "Evidenced needs 1 more sentence that gives a figure, a date, a named tool or a result of what "
                "was done. Without the one sentence that tells of something specific that was done, "
                "the verdict would be lower."
            ),
        ),
        (
            ["All drivers are trained on slavery.", "All buyers are trained on slavery."],
            (
                "Evidenced needs 1 more sentence that gives a figure, a date, a named tool or a result of what "
                "was done."
            ),
        ),
    ],
)
def test_scoring_says_what_would_change_the_verdict(label, rulebook, texts, change):
    assert _finding(label, rulebook, texts, ContentArea.TRAINING).change == change


def _by_model(labelled, label, score):
    """The first sentence, labelled by the model alone."""
    [one] = labelled
    return (replace(one, labels=(label,), scores={label: score}, votes={label: ("model:s54@7",)}),)


@pytest.mark.parametrize(
    ("found", "score", "verdict"),
    [
        (Label.GRIEVANCE, 0.95, AreaVerdict.DESCRIBED),
        (Label.GRIEVANCE, 0.5, AreaVerdict.MENTIONED),
    ],
)
def test_scoring_of_what_only_the_model_found_rests_on_how_sure_it_is(
    label, rulebook, found, score, verdict
):
    labelled = _by_model(label(["Anybody may write to us in confidence."]), found, score)
    findings = area_findings(labelled, rulebook.scoring)
    due_diligence = next(each for each in findings if each.id is ContentArea.DUE_DILIGENCE)
    assert due_diligence.verdict is verdict


def test_scoring_training_that_only_the_model_found_is_a_mention(label, rulebook):
    labelled = _by_model(label(["Posters hang in the canteen."]), Label.TRAINING, 0.99)
    findings = area_findings(labelled, rulebook.scoring)
    training = next(each for each in findings if each.id is ContentArea.TRAINING)
    assert training.verdict is AreaVerdict.MENTIONED
