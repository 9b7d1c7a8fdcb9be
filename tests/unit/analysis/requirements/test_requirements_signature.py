import pytest

from checker.model import Label, Requirement, RequirementVerdict

OPENING = (
    "Modern slavery statement\n"
    "This statement is made under section 54 of the Modern Slavery Act 2015.\n"
    "We train every buyer each spring and visit the farms that we buy from.\n"
    "This statement was approved by the board.\n"
)


def _signature(assess, text):
    return assess(f"{OPENING}{text}").requirement(Requirement.SIGNATURE)


@pytest.mark.parametrize(
    ("text", "signatory", "role", "date"),
    [
        (
            "Jane Reader\nChief Executive\n3 May 2023",
            "Jane Reader",
            "Chief Executive",
            "2023-05-03",
        ),
        ("Jane Reader, Managing Director", "Jane Reader", "Managing Director", None),
        (
            "Signed by\nJANE READER\nGroup Finance Director\nDate: 3rd May 2023",
            "JANE READER",
            "Group Finance Director",
            "2023-05-03",
        ),
        (
            "For and on behalf of Wherry Foods Limited\nJane Reader\nDirector",
            "Jane Reader",
            "Director",
            None,
        ),
        ("/s/ Jane Reader, Chair", "Jane Reader", "Chair", None),
        ("Director\nJane Reader", "Jane Reader", "Director", None),
        (
            "It was signed on 3 May 2023 by Jane Reader, Chief Executive Officer.",
            "Jane Reader",
            "Chief Executive Officer",
            "2023-05-03",
        ),
        (
            "Signed\nName:\nTitle:\nDate:\nJane Reader\nDirector & Founder",
            "Jane Reader",
            "Director & Founder",
            None,
        ),
        (
            "Professor Jane Reader, Vice-Chancellor, 3 May 2023",
            "Professor Jane Reader",
            "Vice-Chancellor",
            "2023-05-03",
        ),
    ],
)
def test_signature_is_stated(assess, text, signatory, role, date):
    finding = _signature(assess, text)
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail == {
        "signatory": signatory,
        "role": role,
        "is_director": "yes",
        "date": date,
    }
    assert finding.evidence
    assert all(Label.SIGNATURE in evidence.labels for evidence in finding.evidence)


@pytest.mark.parametrize(
    ("text", "is_director"),
    [
        ("Signed by Jane Reader, Company Secretary", "unclear"),
        ("Jane Reader\nHead of Procurement\n3 May 2023", "no"),
        ("Signed: Jane Reader", "unclear"),
        ("Managing Director", "yes"),
    ],
)
def test_signature_is_unclear_where_no_director_is_shown(assess, text, is_director):
    finding = _signature(assess, text)
    assert finding.verdict is RequirementVerdict.UNCLEAR
    assert finding.detail["is_director"] == is_director


def test_signature_by_a_director_of_one_function_is_stated_and_open(assess):
    finding = _signature(assess, "Signed by Jane Reader, Group Procurement Director")
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail["is_director"] == "unclear"
    assert "need not be" in finding.reason


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Signed by Jane Reader, Company Secretary", ["signature.title"]),
        ("Signed by Jane Reader, Group Procurement Director", ["signature.title"]),
        ("Signed by Jane Reader, Director", []),
        ("Managing Director", ["signature.signatory", "signature.in_words"]),
        ("", ["signature.signatory", "signature.in_words"]),
    ],
)
def test_signature_asks_for_what_is_not_told(questions, text, asked):
    assert questions(f"{OPENING}{text}", Requirement.SIGNATURE) == asked


def test_signature_reads_two_titles_on_the_line_after_the_name(assess):
    text = "Signed by\nJane Reader\nManaging Partner and designated member\n3 May 2023"
    finding = _signature(assess, text)
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail["signatory"] == "Jane Reader"


@pytest.mark.parametrize(
    "text",
    [
        "Our chief executive, Jane Reader, answers for this work and tells the staff of it.",
        "Each supplier has signed our code of conduct.",
        "Contact us\nNorwich",
    ],
)
def test_signature_is_not_stated(assess, text):
    finding = _signature(assess, text)
    assert finding.verdict is RequirementVerdict.NOT_STATED
    assert "image" in finding.reason


def test_signature_is_not_a_contact_and_its_words_close_nothing(assess):
    body = "We train every buyer each spring and visit the farms that we buy from.\n"
    text = (
        f"{body}Contact our buyers at any time with a question.\nJane Reader, Director\n{body * 12}"
    )
    finding = assess(f"Modern slavery statement\n{text}").requirement(Requirement.SIGNATURE)
    assert finding.verdict is RequirementVerdict.NOT_STATED


@pytest.mark.parametrize(
    "text",
    [
        "Text: Jane Reader, Marketing Director",
        "Words and design: Jane Reader, Creative Director, 3 May 2023",
        "Photos: Jane Reader, Director",
        "Prepared by: Jane Reader, Finance Director",
        "Written by Jane Reader, Director, 3 May 2023",
        "Contact: Jane Reader, Director, 3 May 2023",
        "Design:\nJane Reader\nMarketing Director",
        "If you have questions on this statement, ask:\nJane Reader\nProcurement Director",
        "If you have questions on this statement, ask: Jane Reader, Procurement Director",
        "For more on this statement, please contact\nJane Reader, Procurement Director",
    ],
)
def test_signature_is_not_a_credit_or_a_contact_at_the_end(assess, text):
    finding = _signature(assess, f"This statement will be reviewed every year.\n{text}")
    assert finding.verdict is RequirementVerdict.NOT_STATED


@pytest.mark.parametrize(
    "text",
    [
        "Text: Tobias Fenn, Marketing Director\nSigned by Jane Reader, Director",
        "For questions, ask:\nTobias Fenn\nBuying Director\nSigned by\nJane Reader\nDirector",
        "Prepared and signed by Jane Reader, Director",
    ],
)
def test_signature_beside_a_credit_is_still_found(assess, text):
    finding = _signature(assess, f"This statement will be reviewed every year.\n{text}")
    assert finding.verdict is RequirementVerdict.STATED
    assert finding.detail["signatory"] == "Jane Reader"


def test_signature_marks_each_line_of_the_block(assess):
    finding = _signature(assess, "Signed by\nJane Reader\nChief Executive\n3 May 2023")
    assert [evidence.quote for evidence in finding.evidence] == [
        "Signed by",
        "Jane Reader",
        "Chief Executive",
    ]


def test_signature_is_not_the_byline_of_a_foreword(assess):
    body = "We train every buyer each spring and visit the farms that we buy from.\n" * 12
    assessment = assess(f"Modern slavery statement\nIntroduction by Jane Reader, Director\n{body}")
    finding = assessment.requirement(Requirement.SIGNATURE)
    assert finding.verdict is RequirementVerdict.NOT_STATED
