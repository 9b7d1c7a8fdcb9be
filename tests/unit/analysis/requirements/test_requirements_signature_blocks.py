"""Sign-off blocks as they come out of pages and PDFs: in lines, in columns, joined, cut.

The rules were sharpened on `TUNING`. `HELD_OUT` was written before that, by the same hand: it shows
that the rules are not fitted to the other cases, not how other people write.
"""

import pytest

from checker.model import Requirement, RequirementVerdict

OPENING = (
    "Modern slavery statement\n"
    "This statement is made under section 54 of the Modern Slavery Act 2015.\n"
    "We train every buyer each spring and visit the farms that we buy from.\n"
    "This statement was approved by the board.\n"
)
STATED = RequirementVerdict.STATED
UNCLEAR = RequirementVerdict.UNCLEAR
NOT_STATED = RequirementVerdict.NOT_STATED

TUNING = [
    ("Signed by\nMarian Fenn\nChief Executive\nWherry Foods Limited", STATED, "Marian Fenn", "yes"),
    (
        "It was adopted by the directors on 3 May 2023 Marian Fenn Chief Executive",
        STATED,
        "Marian Fenn",
        "yes",
    ),
    ("Name: Marian Fenn Position in company: Finance Director", STATED, "Marian Fenn", "yes"),
    ("Name: Marian Fenn\nPosition: Finance Director\nSignature:", STATED, "Marian Fenn", "yes"),
    ("Signed: Date: 3 May 2023 Marian E.\nFenn, Chief Executive", STATED, "Marian E. Fenn", "yes"),
    (
        "Signed\nMarian Fenn\nTobias Reed\nChair\nHead of Legal\n3 May 2023",
        STATED,
        "Marian Fenn",
        "yes",
    ),
    ("Signed\nM.J.\nFenn (Joint Chairman)", STATED, "M.J. Fenn", "yes"),
    (
        "Marian Fenn Group Human Resources Director & Deputy Managing Director",
        STATED,
        "Marian Fenn",
        "yes",
    ),
    ("(signed) M. Fenn\nChair of Trustees", STATED, "M. Fenn", "yes"),
    ("Name Title Date\nMarian Fenn Managing Director 3 May 2023", STATED, "Marian Fenn", "yes"),
    (
        "Name Title Date Signature Marian Fenn Managing Director 03/05/2023",
        STATED,
        "Marian Fenn",
        "yes",
    ),
    ("It has been signed by both managing directors on 3 May 2023.", STATED, None, "yes"),
    ("Electronically signed by Marian Fenn, Director", STATED, "Marian Fenn", "yes"),
    ("DocuSigned by:\nMarian Fenn\nDirector", STATED, "Marian Fenn", "yes"),
    ("Marian Fenn\nManaging Partner\nFor and on behalf of Fenn LLP", STATED, "Marian Fenn", "yes"),
    ("Marian Fenn OBE\nVice-Chancellor and President", STATED, "Marian Fenn", "yes"),
    ("Cllr Marian Fenn, Leader of the Council", STATED, "Cllr Marian Fenn", "yes"),
    ("Marian Fenn, CEO & Founder", STATED, "Marian Fenn", "yes"),
    ("Yours sincerely,\nMarian Fenn\nChief Executive Officer", STATED, "Marian Fenn", "yes"),
    ("M. J. FENN – CHAIRMAN", STATED, "M. J. FENN", "yes"),
    (
        "Signed by Marian Fenn, Group Procurement Director, 3 May 2023",
        STATED,
        "Marian Fenn",
        "unclear",
    ),
    ("Marian Fenn, Head of Procurement", UNCLEAR, "Marian Fenn", "no"),
    ("Signed: Marian Fenn", UNCLEAR, "Marian Fenn", "unclear"),
    ("Signed on behalf of the board by Marian Fenn", UNCLEAR, "Marian Fenn", "unclear"),
    ("Signed by Marian Fenn, Company Secretary", UNCLEAR, "Marian Fenn", "unclear"),
    ("Designated Member\nFenn & Reed LLP", UNCLEAR, None, "yes"),
    ("Ask Marian Fenn, Managing Director, at our head office.", NOT_STATED, None, "unclear"),
    (
        "Marian Fenn, Managing Director, answers for this statement.",
        NOT_STATED,
        None,
        "unclear",
    ),
]

HELD_OUT = [
    (
        "Signed for and on behalf of Broad Mills plc: Tobias Reed, Group Chief Executive",
        STATED,
        "Tobias Reed",
        "yes",
    ),
    (
        "It was adopted by the trustees on 12 June 2024 Tobias Reed Chair",
        STATED,
        "Tobias Reed",
        "yes",
    ),
    (
        "Full name: Tobias Reed Job title: Chief Operating Officer Date: 12/06/2024",
        STATED,
        "Tobias Reed",
        "yes",
    ),
    ("Dr.\nTobias Reed\nPrincipal and Chief Executive", STATED, "Dr. Tobias Reed", "yes"),
    ("Tobias Reed Executive Director Of Operations", STATED, "Tobias Reed", "yes"),
    ("/s/ Tobias Reed\nTobias Reed\nPresident", STATED, "Tobias Reed", "yes"),
    (
        "Signature Print name Position Date\nTobias Reed Director 12 June 2024",
        STATED,
        "Tobias Reed",
        "yes",
    ),
    ("The statement is signed by two directors of Broad Mills Limited.", STATED, None, "yes"),
    ("Digitally signed by Tobias Reed\nDirector", STATED, "Tobias Reed", "yes"),
    ("TOBIAS REED\nGeneral Partner", STATED, "TOBIAS REED", "yes"),
    ("Tobias Reed\nSenior Partner and Designated Member\nReed LLP", STATED, "Tobias Reed", "yes"),
    ("Tobias Reed CBE, Chair of the Board of Governors", STATED, "Tobias Reed", "yes"),
    ("Many thanks\nTobias Reed\nOwner", STATED, "Tobias Reed", "yes"),
    ("Tobias O'Reed-Smith – Joint Managing Director", STATED, "Tobias O'Reed-Smith", "yes"),
    ("Signed: ..................\nTobias Reed\nCEO", STATED, "Tobias Reed", "yes"),
    ("Signed on behalf of the trustees by Tobias Reed, Treasurer", STATED, "Tobias Reed", "yes"),
    ("Name of director: Tobias Reed", STATED, "Tobias Reed", "yes"),
    ("Tobias Reed\nDirector of People and Culture", STATED, "Tobias Reed", "unclear"),
    ("Tobias Reed\nProcurement Manager\n12 June 2024", UNCLEAR, "Tobias Reed", "no"),
    ("Signed by the General Manager", UNCLEAR, None, "unclear"),
    ("Tobias Reed, Group Commercial Manager", UNCLEAR, "Tobias Reed", "no"),
    ("If in doubt, ask Tobias Reed, Director of Estates.", NOT_STATED, None, "unclear"),
    ("Tobias Reed, Managing Director, visited three farms in May.", NOT_STATED, None, "unclear"),
    ("Every supplier has a contract that is signed by a director.", NOT_STATED, None, "unclear"),
]


def _check(finding, verdict, signatory, is_director):
    found = (finding.verdict, finding.detail["signatory"], finding.detail["is_director"])
    assert found == (verdict, signatory, is_director)


@pytest.mark.parametrize(("text", "verdict", "signatory", "is_director"), TUNING)
def test_signature_block_of_the_tuning_set(assess, text, verdict, signatory, is_director):
    finding = assess(f"{OPENING}{text}").requirement(Requirement.SIGNATURE)
    _check(finding, verdict, signatory, is_director)


@pytest.mark.parametrize(("text", "verdict", "signatory", "is_director"), HELD_OUT)
def test_signature_block_held_out(assess, text, verdict, signatory, is_director):
    finding = assess(f"{OPENING}{text}").requirement(Requirement.SIGNATURE)
    _check(finding, verdict, signatory, is_director)
