"""One statement: two results, the text with its evidence, and the bytes."""

from dataclasses import replace

import factories
import pytest

from checker.model import (
    Advice,
    ContentArea,
    Extraction,
    Finding,
    Modality,
    Page,
    RequirementVerdict,
)
from checker.model import Requirement as Duty


def test_statement_shows_two_results_and_no_grade(page, wensum):
    html = page(f"/statements/{wensum}")
    headings = [heading.text for heading in html.main.find_all("h2")]
    assert headings[2:4] == ["Publishing duties", "Content"]
    areas = [f.h3.text for f in html.find_all("article")][-6:]
    assert areas[0] == "Structure, business and supply chains"
    assert areas[-1] == "Training"
    assert "Not found in this statement" in html.main.text
    assert "non-compliant" not in html.text


def test_statement_evidence_and_finding_lead_to_each_other(page, wensum):
    html = page(f"/statements/{wensum}")
    finding = html.find(id="finding-training")
    mark = html.find("mark", id="training-1")
    assert mark.text == "Every buyer at Wensum Foods took the training in May."
    assert finding.find("a", href="#training-1")
    assert html.find("a", class_="tag", href="#finding-training")


def test_statement_shows_plans_apart_from_steps_taken(page, keep):
    assessment = factories.assessment()
    training = assessment.area(ContentArea.TRAINING)
    plan = factories.evidence("The board approved this statement on 2 June 2025.")
    planned = replace(plan, modality=Modality.PLANNED)
    areas = (*assessment.areas[:-1], replace(training, evidence=(*training.evidence, planned)))
    statement = (
        factories.found_statement(),
        factories.document(),
        replace(assessment, areas=areas),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    finding = page(f"/statements/{number}").find(id="finding-training")
    done, not_done = finding.find(class_="told").find_all("div", recursive=False)
    assert [done.h4.text, not_done.h4.text] == ["Steps taken", "Planned"]
    assert "took the training" in done.text
    assert "The board approved" in not_done.text


def test_statement_with_plans_only_says_that_no_step_was_found(page, keep):
    assessment = with_training_of(modality=Modality.PLANNED)
    statement = (factories.found_statement(), factories.document(), assessment)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    finding = page(f"/statements/{number}").find(id="finding-training")
    done, not_done = finding.find(class_="told").find_all("div", recursive=False)
    assert " ".join(done.text.split()) == "Steps taken None found in this statement."
    assert len(not_done.find_all("li")) == 1


def test_statement_says_what_would_change_a_verdict(page, keep):
    assessment = factories.assessment()
    training = replace(assessment.area(ContentArea.TRAINING), change="One figure more.")
    changed = replace(assessment, areas=(*assessment.areas[:-1], training))
    statement = (factories.found_statement(), factories.document(), changed)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    html = page(f"/statements/{number}")
    assert "What would change this: One figure more." in html.find(id="finding-training").text
    assert html.main.text.count("What would change this") == 1


def with_training_of(**fields):
    """An assessment whose proof of training and of approval is made of these fields."""
    assessment = factories.assessment()
    proof = (factories.evidence("Every buyer at Wensum Foods took the training in May.", **fields),)
    area = replace(assessment.area(ContentArea.TRAINING), evidence=proof)
    approval = replace(assessment.requirement(Duty.APPROVAL), evidence=proof)
    others = (duty for duty in assessment.requirements if duty.id != Duty.APPROVAL)
    return replace(
        assessment, areas=(*assessment.areas[:-1], area), requirements=(*others, approval)
    )


@pytest.mark.parametrize(
    ("modality", "headings", "tag"),
    [
        (Modality.TAKEN, ["Steps taken"], "Training"),
        (Modality.UNCLEAR, ["Said, without telling of a step"], "Training"),
        (Modality.PLANNED, ["Steps taken", "Planned"], "Training, planned"),
        (
            Modality.NEGATED,
            ["Steps taken", "Said not to be done"],
            "Training, said not to be done",
        ),
    ],
)
def test_statement_says_how_a_step_is_told_and_of_steps_only(page, keep, modality, headings, tag):
    statement = (
        factories.found_statement(),
        factories.document(),
        with_training_of(modality=modality),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    html = page(f"/statements/{number}")
    training = html.find(id="finding-training")
    assert [heading.text for heading in training.find_all("h4")] == headings
    approval = html.find(id="finding-approval")
    assert " ".join(approval.find(class_="quote-source").text.split()) == "Show in the text"
    tags = {link.text for link in html.find_all(class_="tag")}
    assert {f"Evidence of: {tag}", "Evidence of: Approval"} <= tags


def test_statement_evidence_names_the_rules_that_found_it(page, keep):
    sources = ("rule:training.completed@1", "rule:training.gone@1", "model:s54@1")
    statement = (
        factories.found_statement(),
        factories.document(),
        with_training_of(source=sources),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    why = page(f"/statements/{number}").find(id="finding-training").find(class_="quote-why")
    assert " ".join(why.text.split()) == "Why: Training that was completed"
    assert why.a["href"] == "/rules/training.completed"


def test_statement_evidence_of_the_model_alone_says_so_and_how_sure_it_is(page, keep):
    assessment = with_training_of(source=("model:s54@1",), confidence=0.8123)
    statement = (factories.found_statement(), factories.document(), assessment)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    finding = page(f"/statements/{number}").find(id="finding-training")
    why = finding.find(class_="quote-why")
    assert " ".join(why.text.split()) == "Found by the trained model s54@1"
    method, _, anchor = why.a["href"].partition("#")
    assert page(method).find(id=anchor)
    assert "About 8 in 10 sure" in finding.find(class_="quote-source").text


def test_statement_evidence_names_three_rules_at_most(app, rulebook):
    rule = rulebook.rules["training.completed"]
    rules = [rule.model_copy(update={"title": f"Rule {number}"}) for number in range(5)]
    with app.test_request_context():
        why = app.jinja_env.get_template("_assessment.html").module.why(rules)
    words = " ".join(why.striptags().split())
    assert words == "Why: Rule 0; Rule 1; Rule 2 and 2 more"


def test_statement_that_does_not_read_as_one_opens_by_saying_so(page, keep):
    said = {"is_statement": False, "reason": "It is a policy."}
    statement = (
        factories.found_statement(),
        factories.document(),
        factories.assessment(statement=said),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    notice = page(f"/statements/{number}").h1.find_next_sibling()
    words = " ".join(notice.text.split())
    assert words == "This does not read as a modern slavery statement: It is a policy."


def test_statement_says_before_its_verdicts_how_its_pages_were_read(page, keep):
    assessment = factories.assessment()
    source = replace(
        assessment.source,
        pages=3,
        pages_not_read=(3,),
        pages_recognised=(1, 2),
        recognition_confidence=0.8,
    )
    statement = (
        factories.found_statement(),
        factories.document(),
        replace(assessment, source=source),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    glance = page(f"/statements/{number}").find(class_="glance")
    caveat = glance.find_previous_sibling(class_="callout").text
    assert caveat.startswith("Page 3 is a picture from which no words were read")
    assert "Pages 1 and 2 were read from a scan" in caveat


def test_statement_that_was_wholly_read_has_no_caveat(page, wensum):
    assert page(f"/statements/{wensum}").find(class_="callout") is None


def test_statement_puts_the_heads_of_a_table_cell_before_it(page, keep):
    assessment = with_training_of(heads=("Buyers", "2024/25"))
    statement = (factories.found_statement(), factories.document(), assessment)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    item = page(f"/statements/{number}").find(id="finding-training").li
    assert " ".join(item.text.split()).startswith("Buyers · 2024/25: Every buyer")


def test_statement_gives_advice_as_questions_with_their_citation(page, keep):
    assessment = factories.assessment()
    advice = (Advice(id="risk.where", text="Where is the risk?", citation="s.54(5)(d)"),)
    areas = tuple(
        replace(area, advice=advice) if area.id == ContentArea.RISK else area
        for area in assessment.areas
    )
    statement = (
        factories.found_statement(),
        factories.document(),
        replace(assessment, areas=areas),
    )
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    finding = page(f"/statements/{number}").find(id="finding-risk")
    assert finding.find(class_="advice").li.text == "Where is the risk? s.54(5)(d)"


def test_statement_shows_other_findings_and_their_place(page, keep):
    claim = Finding(
        id="zero_risk_claim", title="A claim", evidence=(factories.evidence("Wensum Foods"),)
    )
    assessment = replace(factories.assessment(), findings=(claim,))
    statement = (factories.found_statement(), factories.document(), assessment)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    html = page(f"/statements/{number}")
    assert html.find(id="zero_risk_claim-1").text == "Wensum Foods"
    assert "Worth a second look" in html.main.text


def test_statement_marks_the_pages_of_a_pdf(page, keep):
    text = factories.TEXT
    middle = text.index("Every")
    pages = (Page(number=1, start=0, end=middle), Page(number=2, start=middle, end=len(text)))
    document = factories.document(pages=pages, extraction=Extraction.PDF)
    statement = (factories.found_statement(), document, factories.assessment())
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    html = page(f"/statements/{number}")
    assert [marker.text for marker in html.find_all(class_="page-marker")] == ["Page 1", "Page 2"]
    assert html.find(id="page-2").find_next("p").mark["id"] == "training-1"


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (RequirementVerdict.STATED, "Stated"),
        (RequirementVerdict.NOT_STATED, "Not stated"),
        (RequirementVerdict.UNCLEAR, "Unclear"),
        (RequirementVerdict.NOT_APPLICABLE, "Does not apply"),
    ],
)
def test_statement_says_a_duty_in_plain_words(page, keep, verdict, words):
    assessment = factories.assessment(requirements={Duty.APPROVAL: verdict})
    statement = (factories.found_statement(), factories.document(), assessment)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    assert (
        page(f"/statements/{number}").find(id="finding-approval").find(class_="verdict").text
        == words
    )


def test_statement_not_assessed_yet_shows_its_text(page, keep):
    statement = (factories.found_statement(), factories.document(), None)
    (number,) = keep(factories.organisation(), factories.search(), [statement])
    text = page(f"/statements/{number}").main.text
    assert "Not assessed yet" in text
    assert "took the training in May" in text


def test_statement_text_is_shown_as_text_whatever_it_is(page, keep):
    hostile = "<script>alert(1)</script>\nEvery buyer <img src=x onerror=alert(2)> was trained.\n"
    found = factories.found_statement(
        factories.source_document(hostile.encode()), final_url="javascript:alert(3)"
    )
    organisation = factories.organisation(name="<b>Wensum</b>", sector='"><script>')
    statement = (found, factories.document(hostile), factories.assessment(text=hostile))
    (number,) = keep(organisation, factories.search(), [statement])
    html = page(f"/statements/{number}")
    assert "<script>alert(1)</script>" in html.main.text
    assert html.find("img") is None
    assert html.find("a", href=lambda href: href and href.startswith("javascript")) is None
    assert html.main.b is None
    assert page("/organisations").main.b is None


def test_statement_source_is_the_bytes_and_never_a_page_of_this_site(client, keep):
    content = b"<html><script>alert(1)</script></html>"
    found = factories.found_statement(factories.source_document(content, media_type="text/html"))
    (number,) = keep(
        factories.organisation(), factories.search(), [(found, factories.document(), None)]
    )
    answer = client.get(f"/statements/{number}/source")
    assert answer.data == content
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=wensum-foods-")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize("path", ["/statements/99", "/statements/99/source"])
def test_statement_that_is_not_there_is_a_404(page, path):
    page(path, status=404)
