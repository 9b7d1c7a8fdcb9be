import pytest

from checker.analysis.organisations import (
    find_institutions,
    find_organisations,
    names,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Statement of Wherry Foods Limited for 2023.", "Wherry Foods Ltd"),
        ("WHERRY FOODS PLC: STATEMENT", "Wherry Foods plc"),
        ("the Wherry Foods group", "The Wherry Foods Limited"),
        ("Reader and Writer LLP", "Reader & Writer LLP"),
        ("Reader & Writer", "Reader and Writer Limited Liability Partnership"),
        ("Wherry's bread", "Wherry Limited"),
        ("TWherry builds", "T Wherry plc"),
        ("Bread by Crumbs", "Wherry Foods Limited t/a Crumbs"),
        ("Wherry Foods makes it", "Wherry Foods Limited (trading as Crumbs)"),
        ("Post Oﬃce Limited", "Post Office Limited (The)"),
        ("Wherry\nFoods Limited", "Wherry Foods Limited"),
        ("easyBread is baked here", "easyBread plc"),
        ("Reader & Company Ltd", "Reader & Co Limited"),
        ("W.H. Reader (Norwich) Ltd", "W H Reader (Norwich) Limited"),
    ],
)
def test_names_tolerates_how_a_name_is_written(text, name):
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Statement of Wherry Drinks Limited", "Wherry Foods Limited"),
        ("Wherryman Limited", "Wherry Limited"),
        ("the future is bright", "The Future Limited"),
        ("Norfolk is flat", "The Norfolk Company Limited"),
        ("", "Wherry Foods Limited"),
        ("We bake bread.", ""),
        ("the co is big", "Co Limited"),
    ],
)
def test_names_does_not_take_one_organisation_for_another(text, name):
    assert not names(text, name)


def test_find_organisations_reads_names_with_a_legal_form():
    text = (
        "This statement is made by Wherry Foods Limited, Reader & Writer LLP, Fen (UK) Ltd and "
        "3Rivers Inc. on behalf of the Broad Group plc."
    )
    assert find_organisations(text) == (
        "Wherry Foods Limited",
        "Reader & Writer LLP",
        "Fen (UK) Ltd",
        "3Rivers Inc",
        "Broad Group plc",
    )


def test_find_organisations_keeps_a_capital_article():
    text = "A statement of The Wherry Group Ltd, not of the Fen Group Ltd"
    assert find_organisations(text) == ("The Wherry Group Ltd", "Fen Group Ltd")


@pytest.mark.parametrize("text", ["we are a private limited company", "Limited", "Our staff"])
def test_find_organisations_finds_none(text):
    assert find_organisations(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The University of the Broads is committed", "University of the Broads"),
        ("Broad District Council adopts this", "Broad District Council"),
        ("Fenland Community Housing Association", "Fenland Community Housing Association"),
    ],
)
def test_find_institutions_reads_names_without_a_legal_form(text, name):
    assert find_institutions(text)[0] == name
