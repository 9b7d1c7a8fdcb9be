import pytest

from checker.rulebook import IdentityRule

STATEMENT = (
    "Modern slavery statement\n"
    "This statement is made under section 54 of the Modern Slavery Act 2015 by Wherry Foods Limited"
    " and covers its subsidiary Fen Bakers Ltd.\n"
    "It sets out the steps that we took in the year to 31 March 2023 to prevent slavery.\n"
    "We bake bread in Norwich with 300 staff and buy flour from 40 farms in our supply chain.\n"
    "We trained 40 buyers on modern slavery in May.\n"
    "It was approved by the board on 3 June 2023.\n"
    "Jane Reader, Director"
)

LOOK_ALIKES = {
    "a policy": (
        "Anti-slavery policy\n"
        "This policy applies to all employees, officers and agency workers of Wherry Foods Limited.\n"
        "You must make sure that you read this policy, which does not form part of your contract.\n"
        "The Modern Slavery Act 2015 makes slavery an offence.\n"
        "A breach of this policy is a matter of discipline for all of our staff."
    ),
    "a code": (
        "Supplier Code of Conduct\n"
        "Suppliers must keep working hours within the law of the country that they work in.\n"
        "Suppliers shall pay their workers in full and on time, every month of the year.\n"
        "Suppliers must let us visit any site at which our goods are made."
    ),
    "a job advert": (
        "Modern slavery lead\n"
        "Salary: £30,000\n"
        "The closing date is 3 May and the successful candidate will start work in June.\n"
        "You will write our modern slavery statement under section 54 of the Modern Slavery Act.\n"
        "Send us your CV and tell us what you know of supply chains and of audits."
    ),
    "a news item": (
        "Wherry Foods publishes its modern slavery statement\n"
        "Posted on 3 May 2023\n"
        "Wherry Foods has published its slavery statement, which its board approved last month.\n"
        "The bakery trained 40 buyers and visited nine farms, said the chair of the company.\n"
        "Share this article with the people who you know and love in Norwich."
    ),
    "guidance": (
        "What is the Modern Slavery Act 2015?\n"
        "The Act says that organisations must publish a statement for each financial year.\n"
        "Your statement should be approved by your board and signed by one of your directors.\n"
        "Our solicitors can help you to write it, so contact one of our lawyers today."
    ),
    "another country's Act": (
        "Modern slavery statement\n"
        "This statement is made by Redgum Pty Ltd under the Modern Slavery Act 2018 (Cth).\n"
        "It sets out the steps that we took in the year to 30 June 2023 to prevent slavery.\n"
        "We trained 40 buyers on modern slavery, and our board approved this statement.\n"
        "Bruce Reader, Director"
    ),
    "a template": (
        "Modern slavery statement\n"
        "This statement is made under section 54 of the Modern Slavery Act 2015 by [company name].\n"
        "We have these policies on slavery in our business and our supply chains: [insert them].\n"
        "It was approved by the board of [company name] on [date] and signed by [name], Director."
    ),
    "an error page": (
        "Page not found\nSorry, we could not find the page on our modern slavery statement."
    ),
    "a page of links": (
        "Modern slavery statements\n"
        "Download our modern slavery statement 2023 (PDF)\n"
        "Download our modern slavery statement 2022 (PDF)"
    ),
}


def test_identity_knows_a_statement(assess):
    statement = assess(STATEMENT).statement
    assert statement.is_statement
    assert statement.confidence > 0.9
    assert "section 54" in statement.reason or "statement" in statement.reason
    assert statement.organisations == ("Wherry Foods Limited", "Fen Bakers Ltd")
    assert statement.period_label == "FY2022/23"


def test_identity_knows_a_statement_of_few_sentences(assess):
    statement = assess(
        "Modern slavery statement\n"
        "This statement is made under section 54 of the Modern Slavery Act 2015 for 2022/23.\n"
        "Fen Holdings plc has no staff and has taken no such steps in the financial year.\n"
        "It was approved by the board and is signed by Jane Reader, Director."
    ).statement
    assert statement.is_statement
    assert statement.no_steps


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_identity_tells_a_look_alike(assess, kind):
    statement = assess(LOOK_ALIKES[kind]).statement
    assert not statement.is_statement
    assert statement.reason


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("a policy", "policy"), ("a code", "code"), ("an error page", "error page")],
)
def test_identity_says_what_a_look_alike_is(assess, kind, reason):
    assert reason in assess(LOOK_ALIKES[kind]).statement.reason


def test_identity_says_it_in_one_sentence(assess):
    reason = assess(LOOK_ALIKES["an error page"]).statement.reason
    assert reason == "An error page, not a statement."


def test_identity_asks_nothing_of_what_is_no_statement(assess):
    assessment = assess(LOOK_ALIKES["a policy"])
    findings = (*assessment.areas, *assessment.requirements)
    assert [advice for finding in findings for advice in finding.advice] == []


def test_identity_names_the_institution_of_the_title_before_its_subsidiaries(assess):
    statement = assess(
        "Broadland University: modern slavery statement\n"
        "It covers the university and its subsidiary Broadland Halls Limited."
    ).statement
    assert statement.organisations == ("Broadland University", "Broadland Halls Limited")


def test_identity_takes_a_statement_under_two_acts(assess):
    text = STATEMENT.replace(
        "Modern Slavery Act 2015",
        "UK Modern Slavery Act 2015 and the Australian Modern Slavery Act 2018 (Cth)",
    )
    assert assess(text).statement.is_statement


def test_identity_takes_a_statement_that_is_called_a_policy(assess):
    assert assess(
        STATEMENT.replace("slavery statement", "slavery policy", 1)
    ).statement.is_statement


def test_identity_names_the_organisations_of_a_list(assess):
    statement = assess(
        "Modern slavery statement\n"
        + "We bake bread.\n" * 15
        + "This statement covers the following companies:\n"
        "Wherry Foods Limited;\nFen Bakers Ltd\n"
        "Our largest supplier is Mill Limited, from whom we have bought our flour for many years."
    ).statement
    assert statement.organisations == ("Wherry Foods Limited", "Fen Bakers Ltd")


def test_identity_takes_the_name_from_the_title_where_no_other_is_given(assess):
    statement = assess("Harbour Bakery – Modern slavery statement 2023\nWe bake bread.").statement
    assert statement.organisations == ("Harbour Bakery",)


def test_identity_rules_yield_to_rules_that_exist(rulebook):
    for rule in rulebook.of(IdentityRule):
        assert set(rule.yields_to) <= set(rulebook.rules)


def test_identity_does_not_take_a_text_that_names_slavery_once_for_a_statement(assess):
    statement = assess(
        "Our year\n"
        + "We sold more bread in nearly every shop than in the year before.\n" * 20
        + "Our modern slavery statement was approved by the board and signed by Jane, Director."
    ).statement
    assert not statement.is_statement


def test_identity_does_not_take_another_countrys_statement_for_mentioning_a_british_one(assess):
    text = LOOK_ALIKES["another country's Act"] + (
        "\nOur parent company also publishes a statement under the UK Modern Slavery Act 2015."
    )
    statement = assess(text).statement
    assert not statement.is_statement
    assert "Australian" in statement.reason


def test_identity_is_never_quite_sure(assess, rulebook):
    confidences = [assess(text).statement.confidence for text in (STATEMENT, *LOOK_ALIKES.values())]
    assert max(confidences) <= rulebook.scoring.identity.surest
    assert min(confidences) >= 0.5
