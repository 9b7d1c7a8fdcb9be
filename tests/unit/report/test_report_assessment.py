"""An assessment as text and as HTML: plans apart, reasons where they were asked for."""

from dataclasses import replace

import factories
import pytest
from bs4 import BeautifulSoup

from checker.model import AreaVerdict, ContentArea, Label, LabelReason, Modality
from checker.report import assessment_html, assessment_text
from checker.report.proof import quote_groups

TOOK = "Every buyer at Wensum Foods took the training in May."
APPROVED = "The board approved this statement on 2 June 2025."
REASON = LabelReason(
    label=Label.TRAINING,
    score=0.9,
    threshold=0.4,
    start=-0.8,
    rules=1.0,
    model=2.0,
    words=("training",),
)


def training_of(*evidence, **fields):
    found = factories.assessment().area(ContentArea.TRAINING)
    return replace(found, evidence=evidence, **fields)


def assessed(training):
    assessment = factories.assessment()
    versions = replace(assessment.versions, model="s54@1")
    return replace(assessment, areas=(*assessment.areas[:-1], training), versions=versions)


def told(finding):
    return [(group.heading, group.done, len(group.quotes)) for group in quote_groups(finding)]


def html_of(assessment):
    return BeautifulSoup(assessment_html(factories.document(), assessment), "lxml")


TAKEN = factories.evidence(TOOK)
PLANNED = factories.evidence(APPROVED, modality=Modality.PLANNED)
NEGATED = factories.evidence(APPROVED, modality=Modality.NEGATED)


def test_report_counts_neither_a_plan_nor_a_denial_as_done():
    assert told(training_of(TAKEN, PLANNED, NEGATED)) == [
        ("Steps taken", True, 1),
        ("Planned", False, 1),
        ("Said not to be done", False, 1),
    ]


def test_report_of_plans_alone_has_an_empty_column_of_steps():
    assert told(training_of(PLANNED)) == [("Steps taken", True, 0), ("Planned", False, 1)]
    assert told(training_of()) == []


@pytest.mark.parametrize(
    ("verdict", "modality", "heading"),
    [
        (AreaVerdict.DESCRIBED, Modality.TAKEN, "Steps taken"),
        (AreaVerdict.DESCRIBED, Modality.UNCLEAR, "Said, without telling of a step"),
        (AreaVerdict.MENTIONED, Modality.TAKEN, "Said, without telling of a step"),
    ],
)
def test_report_never_calls_a_bare_mention_a_step(verdict, modality, heading):
    proof = factories.evidence(TOOK, modality=modality)
    assert told(training_of(proof, verdict=verdict)) == [(heading, True, 1)]


def test_report_of_a_duty_has_one_list():
    duty = replace(factories.assessment().requirements[1], evidence=(TAKEN, PLANNED))
    assert told(duty) == [("", True, 2)]


def test_text_report_lists_plans_apart_and_says_what_would_change():
    text = assessment_text(assessed(training_of(PLANNED, change="One step more.")))
    at = [text.index(words) for words in ("Steps taken: none found", "Planned:", APPROVED)]
    assert at == sorted(at)
    assert "What would change this: One step more." in text
    assert "model s54@1" in text.splitlines()[-1]


def test_text_report_gives_reasons_only_where_they_are_asked_for():
    alone = replace(TAKEN, source=("model:s54@1",), reasons=(REASON,))
    assessment = assessed(training_of(alone))
    short, explained = assessment_text(assessment), assessment_text(assessment, explain=True)
    assert "found by the trained model s54@1" in short
    assert "needs 0.40" not in short
    assert (
        "training: 0.90, needs 0.40; from -0.8, the rules add 1.0, the trained model adds 2.0"
        in explained
    )


def test_html_report_has_columns_for_steps_and_plans():
    html = html_of(assessed(training_of(TAKEN, PLANNED)))
    done, not_done = html.find(id="finding-training").find(class_="told").find_all("div")
    assert (done.h4.text, not_done.h4.text) == ("Steps taken", "Planned")
    assert done.a.text == TOOK
    assert html.find(id=done.a["href"][1:])
    assert "model s54@1" in html.footer.text


def test_html_report_tells_the_reasons_it_is_given():
    plain = html_of(assessed(training_of(TAKEN)))
    explained = html_of(assessed(training_of(replace(TAKEN, reasons=(REASON,)))))
    assert "needs 0.40" not in plain.main.text
    assert "multiplies the odds" not in plain.main.text
    assert "training: 0.90, needs 0.40" in explained.find(id="finding-training").text
    assert "rule:training.completed@1" in explained.find(id="finding-training").text
    assert "multiplies the odds" in explained.main.text


def test_html_report_does_not_link_to_words_that_are_not_marked():
    elsewhere = factories.document("Another text altogether\n")
    html = BeautifulSoup(assessment_html(elsewhere, factories.assessment()), "lxml")
    assert html.find(id="finding-training").blockquote.a is None


IN_TABLE = factories.evidence(TOOK, page=2, heads=("Staff trained", "2024/25"))
UNREAD = "Page 4 is a picture from which no words were read"


def test_text_report_puts_the_heads_of_a_table_cell_before_it():
    words = " ".join(assessment_text(assessed(training_of(IN_TABLE))).split())
    assert f"page 2: Staff trained · 2024/25: “{TOOK}”" in words


def test_html_report_puts_the_heads_of_a_table_cell_before_it_and_its_page_below():
    quote = html_of(assessed(training_of(IN_TABLE))).find(id="finding-training").blockquote
    words = " ".join(quote.get_text(" ").split())
    assert words.startswith(f"Staff trained · 2024/25: {TOOK} page 2")


def test_reports_say_which_pages_were_not_read_before_any_verdict():
    plain = factories.assessment()
    partly = replace(plain, source=replace(plain.source, pages=4, pages_not_read=(4,)))
    text = assessment_text(partly)
    assert UNREAD in text.split("PUBLISHING DUTIES")[0]
    assert UNREAD in html_of(partly).header.text
    assert "picture" not in assessment_text(plain).split("PUBLISHING DUTIES")[0]
    assert html_of(plain).find(class_="caveat") is None
