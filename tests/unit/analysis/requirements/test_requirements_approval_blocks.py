"""Words of approval and near misses.

The rules were sharpened on `TUNING`. `HELD_OUT` was written before that, by the same hand: it shows
that the rules are not fitted to the other cases, not how other people write.
"""

import pytest

from checker.model import Requirement, RequirementVerdict

STATED = RequirementVerdict.STATED
UNCLEAR = RequirementVerdict.UNCLEAR
NOT_STATED = RequirementVerdict.NOT_STATED

TUNING = [
    (
        "The Board of Wherry Foods Limited met in May.\nIt approved this statement on 3 May 2023.",
        STATED,
    ),
    ("Approved by the board and signed on its behalf by Marian Fenn, Director", STATED),
    ("Marian Fenn, Chairman Wherry Foods PLC Approved by the Board: 3 May 2023", STATED),
    (
        "This statement was read by our executive committee and approved by the board of directors.",
        STATED,
    ),
    (
        "It was approved by the Wherry Foods (East Anglia) Holdings Limited Board of Directors.",
        STATED,
    ),
    ("This statement has been approved by the partners of Fenn & Reed LLP.", STATED),
    ("The Board of Trustees have signed off this statement.", STATED),
    ("Having been approved by the Corporation in May, this statement is on our website.", STATED),
    ("Board approved: 3 May 2023", STATED),
    ("Date of approval by the Board: 3 May 2023", STATED),
    ("Approved by: Board of Directors\nDate: 3 May 2023", STATED),
    (
        "This statement was approved by Marian Fenn, Managing Director, and noted by the board.",
        UNCLEAR,
    ),
    ("This statement has been prepared for approval by the board.", UNCLEAR),
    ("This statement was approved by the Executive Directors on 3 May 2023.", UNCLEAR),
    (
        "This statement is approved by the Managing Director, to whom the Board delegated it.",
        UNCLEAR,
    ),
    ("Once approved by the board, this statement will be placed on the homepage.", UNCLEAR),
    ("The statement has not yet been approved by the board.", UNCLEAR),
    ("This statement was approved by the Council's Executive Leadership Team.", UNCLEAR),
    ("The slavery policy named in this statement was approved by the board.", NOT_STATED),
    ("Hiring is documented, and each appointment is approved by the directors.", NOT_STATED),
    ("The board takes overall responsibility for this work.", NOT_STATED),
]

HELD_OUT = [
    (
        "The trustees of the Broads Trust met in June.\nThey approved this statement that day.",
        STATED,
    ),
    ("The statement was signed off by the Board of Governors in June 2024.", STATED),
    ("Tobias Reed CEO Broad Mills Ltd Approved by the Board of Directors on 12 June 2024", STATED),
    ("It was presented to and approved by the University Court on 12 June 2024.", STATED),
    ("This statement has been duly authorised by the Broad Mills (Holdings) plc Board.", STATED),
    ("Board approval date: 12 June 2024", STATED),
    ("Approved by Board – June 2024", STATED),
    ("This statement was approved at the meeting of the directors on 12 June 2024.", STATED),
    ("We, the directors of Broad Mills Limited, have approved this statement.", STATED),
    ("The Members' meeting of Reed Fenn LLP adopted this statement on 12 June 2024.", STATED),
    ("The Audit Committee, acting for the Board, approved this statement.", UNCLEAR),
    ("The board will be asked to approve this statement in July.", UNCLEAR),
    ("Approved on behalf of the board of directors", UNCLEAR),
    ("Reviewed by the Board: 12 June 2024", UNCLEAR),
    ("This statement was approved by the Board's Risk Committee.", UNCLEAR),
    ("This statement was endorsed by the Board and approved by the Chief Executive.", UNCLEAR),
    ("The Board delegated the approval of this statement to Tobias Reed.", UNCLEAR),
    ("The whistleblowing policy was approved by the Board in June 2024.", NOT_STATED),
    ("Each new site is approved by the directors before we report on it.", NOT_STATED),
]


def _verdict(assess, text):
    opening = "Modern slavery statement\nThis statement is made by Wherry Foods Limited."
    return assess(f"{opening}\n{text}").requirement(Requirement.APPROVAL).verdict


@pytest.mark.parametrize(("text", "verdict"), TUNING)
def test_approval_words_of_the_tuning_set(assess, text, verdict):
    assert _verdict(assess, text) is verdict


@pytest.mark.parametrize(("text", "verdict"), HELD_OUT)
def test_approval_words_held_out(assess, text, verdict):
    assert _verdict(assess, text) is verdict
