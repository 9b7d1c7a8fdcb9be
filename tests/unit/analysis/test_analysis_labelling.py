import pytest

from checker.analysis.labelled import Mark
from checker.analysis.labelling import label_sentences
from checker.analysis.sentences import from_texts, split_document
from checker.model import Label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Brambling Foods is a private company limited by shares.", {Label.STRUCTURE}),
        ("We operate two bakeries in England and a shop in Wales.", {Label.OPERATIONS}),
        ("The bulk of our spend goes to local growers.", {Label.SUPPLY_CHAINS}),
        ("We have an anti-slavery policy.", {Label.POLICIES}),
        ("We audited six packhouses and a labour agency.", {Label.DUE_DILIGENCE}),
        ("A whistleblowing line is open to everyone.", {Label.GRIEVANCE}),
        ("We ended our contract with one agency over fees.", {Label.REMEDIATION}),
        ("We joined a forum of growers.", {Label.COLLABORATION}),
        ("The risk is greatest in cotton from central Asia.", {Label.RISK_DESCRIPTION}),
        ("The risk register is read by two directors.", {Label.RISK_MANAGEMENT}),
        ("Progress is reviewed each quarter.", {Label.EFFECTIVENESS}),
        ("Every buyer took the slavery course.", {Label.TRAINING}),
        ("We have paid the real living wage since 2020.", {Label.OTHER_MEASURE}),
        ("There is no slavery in our business.", {Label.ZERO_RISK_CLAIM}),
        ("Slavery is a crime.", set()),
        ("The Act came into force in 2015.", set()),
    ],
)
def test_labelling_says_what_a_sentence_discloses(label, text, labels):
    assert set(label([text])[0].labels) == labels


def test_labelling_gives_a_heading_no_label(label):
    heading, sentence = label(["STAFF TRAINING", "All staff are trained."])
    assert heading.labels == ()
    assert sentence.labels == (Label.TRAINING,)


def test_labelling_reads_a_list_item_in_the_light_of_its_lead_in(label):
    item = label(["Our policies include:", "- recruitment guidelines;"])[1]
    alone = label(["- recruitment guidelines;"])[0]
    assert Label.POLICIES in item.labels
    assert Label.POLICIES not in alone.labels


def test_labelling_reads_a_figure_in_a_table_after_its_heads(nlp, matcher, rulebook, table):
    document = table([["Measure", "2024/25"], ["Buyers who completed the training", "94%"]])
    sentences = split_document(document, nlp)
    hits = [matcher.hits(sentence) for sentence in sentences]
    figure = label_sentences(sentences, hits, (), rulebook.scoring)[-1]
    assert figure.sentence.text == "94%"
    assert Label.TRAINING in figure.labels
    assert figure.strength == "measured"
    trained = next(hit for hit in figure.hits if hit.rule.id == "training.staff_trained")
    assert (trained.start, trained.end) == (0, len("94%"))


def test_labelling_is_surer_where_rules_agree(label):
    one = label(["Induction covers it."])[0]
    several = label(["Induction covers e-learning on slavery for all staff, who are trained."])[0]
    assert one.scores[Label.TRAINING] == pytest.approx(0.6)
    assert one.scores[Label.TRAINING] < several.scores[Label.TRAINING] < 1


def test_labelling_takes_marks_over_even_on_a_heading(nlp, rulebook):
    sentences = from_texts(["JANE MARSH", "We sell turf."], nlp)
    mark = Mark(index=0, label=Label.SIGNATURE, source="rule:requirements.name@1", confidence=0.7)
    first, second = label_sentences(sentences, ((), ()), [mark], rulebook.scoring)
    assert first.labels == (Label.SIGNATURE,)
    assert first.scores == {Label.SIGNATURE: pytest.approx(0.7)}
    assert first.sources_of(first.labels) == ("rule:requirements.name@1",)
    assert second.labels == ()


def test_labelling_names_its_sources_and_quotes_the_sentence(label):
    (sentence,) = label(["We helped two victims to reach a safe house."])
    evidence = sentence.evidence()
    assert evidence.quote == "We helped two victims to reach a safe house."
    assert evidence.source == ("rule:due_diligence.victim_support@1",)
    assert evidence.labels == (Label.REMEDIATION,)
    assert evidence.confidence == max(sentence.scores.values())


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("We raise awareness among drivers.", "mention"),
        ("All drivers are trained on slavery.", "specific"),
        ("All drivers were trained on slavery in March 2024.", "measured"),
        ("We trained all 40 managers of the depots on slavery.", "measured"),
        ("We trained drivers with the films of Stronger Together.", "measured"),
        ("The Modern Slavery Act 2015 is explained to staff in an online course.", "specific"),
    ],
)
def test_labelling_tells_words_from_measured_steps(label, text, strength):
    assert label([text])[0].strength == strength


def test_labelling_is_deterministic(label):
    texts = ["Our training:", "- a course for staff", "We audited six suppliers in 2024."]
    assert [(s.labels, s.scores, s.sources_of(s.labels)) for s in label(texts)] == [
        (s.labels, s.scores, s.sources_of(s.labels)) for s in label(texts)
    ]
