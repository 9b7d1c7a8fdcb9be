import factories

from checker.analysis.naming import find_name


def test_naming_says_where_the_organisation_is_named():
    document = factories.document("Modern slavery statement\nWherry Foods bakes bread.")
    finding = find_name(document, "Wherry Foods Limited")
    assert finding.id == "names_organisation"
    assert [evidence.quote for evidence in finding.evidence] == ["Wherry Foods"]


def test_naming_says_whose_statement_it_seems_to_be_instead():
    document = factories.document("Modern slavery statement\nFen Bakers Ltd bakes bread.")
    finding = find_name(document, "Wherry Foods Limited", ("Fen Bakers Ltd",))
    assert finding.id == "does_not_name_organisation"
    assert finding.reason == "It seems to be the statement of Fen Bakers Ltd."


def test_naming_says_no_more_where_it_knows_no_more():
    finding = find_name(factories.document("We bake bread."), "Wherry Foods Limited")
    assert finding.id == "does_not_name_organisation"
    assert finding.reason == ""
