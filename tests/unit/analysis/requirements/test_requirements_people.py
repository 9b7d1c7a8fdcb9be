import pytest

from checker.analysis.requirements.people import find_cut_name, find_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Reader", "Jane Reader"),
        ("JANE READER", "JANE READER"),
        ("Sean O’Reader, Chief Executive", "Sean O’Reader"),
        ("Dr. Ann Smith-Reader MBE", "Dr. Ann Smith-Reader"),
        ("K.T. Reader (Joint Chairman)", "K.T. Reader"),
        ("Mr J G McReader", "Mr J G McReader"),
        ("Jane de la Mare", "Jane de la Mare"),
        ("/s/ Jane Reader", "Jane Reader"),
        ("Signed by Jane Reader", "Jane Reader"),
        ("Jane R.", "Jane R."),
        ("M. J. READER", "M. J. READER"),
        ("Jane Reader On behalf of the board", "Jane Reader"),
    ],
)
def test_people_finds_the_name(text, name):
    found = find_person(text)
    assert found is not None
    assert text[slice(*found)] == name


@pytest.mark.parametrize(
    "text",
    [
        "Supply Chain",
        "Chief Executive Officer",
        "Modern Slavery Statement",
        "Our Business",
        "Date:",
        "",
    ],
)
def test_people_takes_no_heading_for_a_name(text):
    assert find_person(text) is None


@pytest.mark.parametrize(
    ("line", "opening"),
    [("Dr.", "Dr."), ("K.T.", "K.T."), ("Date: Jane E.", "Jane E."), ("Jane Reader", "")],
)
def test_people_finds_the_opening_of_a_name_that_is_cut(line, opening):
    assert find_cut_name(line) == opening
