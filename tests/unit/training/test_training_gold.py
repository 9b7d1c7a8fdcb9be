"""The labelled statements are read as they stand, and what is wrong with a file is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import SourceError
from checker.model import Label
from checker.training import fold_of, is_held_out, load_audits, load_gold

AIMS_LABELS = (
    "approval,signature,structure,operations,supply_chains,risk_description,mitigation,"
    "remediation,effectiveness,policies,due_diligence,risk_management,training,grievance,"
    "collaboration,other_measure"
)
AUDITS = """\
statement_id,organisation,year_label,training,approved_by_board,signed_by_director
S1,Mardle & Sons,2019,planned,Yes,
"""
SENTENCES = """\
statement_id,sentence,labels,broad,planned,negated
S1,"We will teach our buyers, and we looked at the results.",training|effectiveness,,1,0
S1,Nobody has checked our suppliers.,due_diligence|remediation,risk_description,0,1
"""


@pytest.fixture
def data(tmp_path):
    """A folder like ../shared/data, with invented statements."""
    (tmp_path / "aims").mkdir()
    (tmp_path / "statements").mkdir()
    for country in ("au", "ca", "uk"):
        row = dict.fromkeys(AIMS_LABELS.split(","), "0")
        row |= {"approval": "1.0", "mitigation": "1", "training": "1", "structure": ""}
        values = ",".join(row.values())
        (tmp_path / f"aims/aims_{country}.csv").write_text(
            f"statement_id,sentence,{AIMS_LABELS}\nA,The board agreed.,{values}\n"
        )
    (tmp_path / "statements/statements.csv").write_text(AUDITS)
    (tmp_path / "statements/sentences.csv").write_text(SENTENCES)
    return tmp_path


def test_gold_aims_statements_are_their_own_organisations(data):
    statements = load_gold(data)
    assert [s.id for s in statements] == ["auA", "caA", "ukA", "S1"]
    assert [s.organisation for s in statements] == ["auA", "caA", "ukA", "Mardle & Sons"]
    assert [s.collection for s in statements] == ["aims_au", "aims_ca", "aims_uk", "project"]
    (sentence,) = statements[2].sentences
    assert sentence.labels == {Label.APPROVAL, Label.TRAINING}
    assert sentence.mitigation
    assert Label.PERIOD not in statements[2].known
    assert not statements[2].has_modality


def test_gold_the_broad_reading_replaces_three_labels(data):
    first, second = load_gold(data)[-1].sentences
    assert first.labels == {Label.TRAINING}  # effectiveness is not in its broad column
    assert second.labels == {Label.DUE_DILIGENCE, Label.RISK_DESCRIPTION}
    assert (first.planned, first.negated, second.planned, second.negated) == (1, 0, 0, 1)
    assert first.mitigation


def test_gold_audits_are_read_with_the_path_of_the_text(data):
    (audit,) = load_audits(data)
    assert (audit.year, audit.training, audit.approved_by_board) == (2019, "planned", "Yes")
    assert audit.signed_by_director == ""
    assert audit.path == data / "statements/texts/S1.txt"


@pytest.mark.parametrize(
    "name", ["aims/aims_ca.csv", "statements/statements.csv", "statements/sentences.csv"]
)
def test_gold_a_missing_file_is_named_with_what_to_do(data, name):
    (data / name).unlink()
    with pytest.raises(SourceError, match=rf"{name}: there is no such file.*--data"):
        load_gold(data)


def test_gold_a_missing_column_is_named(data):
    (data / "statements/sentences.csv").write_text("statement_id,sentence,planned\n")
    with pytest.raises(SourceError, match="no column labels and no column broad"):
        load_gold(data)


def test_gold_a_label_that_is_not_known_is_named(data):
    path = data / "statements/sentences.csv"
    path.write_text(SENTENCES.replace("training|", "trainings|"))
    with pytest.raises(SourceError, match="trainings"):
        load_gold(data)


def test_gold_a_statement_that_nobody_published_is_named(data):
    path = data / "statements/sentences.csv"
    path.write_text(SENTENCES.replace("S1", "S2"))
    with pytest.raises(SourceError, match="S2"):
        load_gold(data)


def test_gold_a_file_that_is_no_text_is_named(data):
    (data / "aims/aims_uk.csv").write_bytes(b"statement_id\n\xff\n")
    with pytest.raises(SourceError, match=r"aims_uk\.csv.*UTF-8"):
        load_gold(data)


def test_folds_are_the_same_on_every_machine():
    assert [fold_of(name, 5) for name in ("uk1", "Mardle & Sons", "")] == [2, 1, 4]


@given(st.text(), st.integers(1, 20))
def test_folds_every_organisation_is_in_one_of_them(name, folds):
    assert 0 <= fold_of(name, folds) < folds


def test_folds_about_three_organisations_in_ten_are_held_out():
    held_out = sum(is_held_out(f"organisation {number}") for number in range(1000))
    assert 250 < held_out < 350
