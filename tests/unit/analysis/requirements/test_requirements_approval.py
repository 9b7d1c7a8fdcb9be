import pytest

from checker.model import Label, Requirement, RequirementVerdict


def _approval(assess, text):
    return assess(
        f"Modern slavery statement\nThis statement is made by Wherry Ltd.\n{text}"
    ).requirement(Requirement.APPROVAL)


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        (
            "This statement was approved by our board of directors on 12 May 2023.",
            "board of directors",
            "2023-05-12",
        ),
        ("It has been adopted by the trustees.", "trustees", None),
        ("APPROVED BY THE BOARD 12 MAY 2023", "BOARD", "2023-05-12"),
        ("The governing body approved this statement.", "governing body", None),
        (
            "This statement was approved on 12 May 2023 by the Board of Wherry Ltd and is signed for it.",
            "Board of Wherry Ltd",
            "2023-05-12",
        ),
        (
            "It was considered and approved by the University Council at its July meeting.",
            "University Council",
            None,
        ),
        ("It was reviewed by our managers and approved by the members.", "members", None),
    ],
)
def test_approval_is_stated(assess, text, body, date):
    finding = _approval(assess, text)
    assert finding.verdict is RequirementVerdict.STATED
    assert (finding.detail["body"], finding.detail["date"]) == (body, date)
    assert [evidence.quote for evidence in finding.evidence] == [text]
    assert Label.APPROVAL in finding.evidence[0].labels
    assert finding.evidence[0].source[0].startswith("rule:requirements.approval_")
    assert finding.advice == ()


@pytest.mark.parametrize(
    "text",
    [
        "Signed on behalf of the board by our chair.",
        "The board has considered this statement.",
        "This statement has been endorsed by the trustees.",
        "This statement was approved by the Executive Committee.",
        "It was approved by our senior management team on 12 May 2023.",
        "This statement was approved by the Managing Director.",
        "This statement will be approved by the board in July.",
        "The board delegates the approval of this statement to the finance director.",
        "This statement was approved on 12 May 2023.",
    ],
)
def test_approval_is_unclear_and_says_why(assess, text):
    finding = _approval(assess, text)
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.detail["body"] is None
    assert finding.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The board has considered this statement.", ["approval.body", "approval.date"]),
        ("This statement was approved on 12 May 2023.", ["approval.body"]),
    ],
)
def test_approval_asks_for_what_is_not_told(questions, text, asked):
    assert questions(text, Requirement.APPROVAL) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Our slavery policy was approved by the board in 2019.",
        "We buy only from approved suppliers, and the board reviews the list.",
        "The board approves the budget for training.",
        "We trained forty buyers.",
    ],
)
def test_approval_of_something_else_is_none(assess, text):
    finding = _approval(assess, text)
    assert finding.verdict is RequirementVerdict.NOT_STATED
    assert finding.evidence == ()


def test_approval_names_whom_the_act_asks_of_a_partnership(assess):
    finding = assess(
        "Modern slavery statement of Wherry LLP\nIt was approved by the members of Wherry LLP."
    ).requirement(Requirement.APPROVAL)
    assert finding.detail["organisation"] == "limited liability partnership"
    assert finding.detail["approver_by_law"] == "the members"


def test_approval_prefers_what_is_stated(assess):
    finding = _approval(
        assess,
        "The board has considered this statement.\nThis statement was approved by the board on 3 May 2023.",
    )
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail["date"] == "2023-05-03"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Wherry Foods (East Anglia) plc", "body corporate"),
        ("Fenn & Reed LLP", "limited liability partnership"),
        ("Broads Property LP", "limited partnership"),
        ("the University of the Broads", "university or college"),
        ("Broads District Council", "public body"),
        ("Broads Shelter, a registered charity", "charity"),
    ],
)
def test_approval_knows_the_kind_of_organisation(assess, name, kind):
    finding = assess(f"Modern slavery statement\nThis is the statement of {name}.").requirement(
        Requirement.APPROVAL
    )
    assert finding.detail["organisation"] == kind


def test_approval_is_not_asked_of_a_limited_partnership(assess):
    finding = assess(
        "Modern slavery statement\nThis is the statement of Broads Property LP."
    ).requirement(Requirement.APPROVAL)
    assert finding.verdict is RequirementVerdict.NOT_APPLICABLE
    assert "a general partner" in finding.reason
    assert finding.advice == ()


def test_approval_takes_the_body_from_the_sentence_before(assess):
    finding = _approval(assess, "The Board met in May.\nIt approved this statement on 3 May 2023.")
    assert (finding.detail["body"], finding.detail["date"]) == ("Board", "2023-05-03")


def test_approval_needs_the_body_in_the_sentence_before(assess):
    finding = _approval(assess, "The buyers met in May.\nIt approved this statement on 3 May 2023.")
    assert finding.verdict is not RequirementVerdict.STATED


def test_approval_takes_the_date_from_the_line_below(assess):
    finding = _approval(assess, "Approved by: Board of Directors\nDate: 3 May 2023")
    assert (finding.detail["body"], finding.detail["date"]) == (
        "Board of Directors",
        "2023-05-03",
    )
