import pytest


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        pytest.param(
            "Modern slavery statement\n"
            "This statement covers Wherry Foods Limited and its subsidiaries.\n"
            "Its subsidiaries include Fen Bakers Ltd and Mill & Oven LLP.",
            ("Wherry Foods Limited", "Fen Bakers Ltd", "Mill & Oven LLP"),
            id="subsidiaries that a sentence names",
        ),
        pytest.param(
            "Modern slavery statement\n"
            "It is signed by Jane Reader, Director of Wherry Foods Limited.",
            ("Wherry Foods Limited",),
            id="a role before the name",
        ),
        pytest.param(
            "Modern slavery statement\n"
            "Crumbs is a bakery, and Crumbs has nine shops.\n"
            "This statement covers the year to March 2024 at Crumbs.",
            ("Crumbs",),
            id="a name without a legal form that is in use",
        ),
        pytest.param(
            "Modern slavery statement\nThe Fenland Housing Group lets homes in Ely.",
            ("The Fenland Housing Group",),
            id="a group without a legal form",
        ),
    ],
)
def test_covered_names_who_makes_the_statement(assess, text, organisations):
    assert assess(text).statement.organisations == organisations


def test_covered_takes_no_working_group_for_an_organisation(assess):
    text = "Modern slavery statement\nThe Modern Slavery Working Group meets four times a year."
    assert assess(text).statement.organisations == ()
