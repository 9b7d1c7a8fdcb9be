"""`checker check`: the interface that outside tools rely on."""

import json

import jsonschema
import pytest

DRAFT = b"""Modern slavery and human trafficking statement

This statement is made under section 54 of the Modern Slavery Act 2015 by Wensum Bakery Ltd for the
financial year ended 31 March 2026.

Training
All 40 buyers completed our training on forced labour in May 2025.

Next steps
Next year we plan to audit our flour suppliers.

This statement was approved by the board of directors on 2 June 2026.

Joan Sample
Managing Director
2 June 2026
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT)
    return path


def test_check_json_is_what_the_schema_promises(checker, draft, root):
    done = checker("check", draft, "--format", "json", "--text")
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    jsonschema.validate(
        value, json.loads((root / "checker/model/assessment-1.schema.json").read_text())
    )
    assert value["schema"] == "assessment/1"
    assert value["statement"]["is_statement"] is True
    assert value["statement"]["period_end"] == "2026-03-31"
    assert value["statement"]["approved_on"] == "2026-06-02"
    verdicts = {item["id"]: item["verdict"] for item in value["requirements"]}
    assert verdicts["approval"] == verdicts["signature"] == verdicts["period"] == "stated"
    areas = [area["id"] for area in value["areas"]]
    assert areas == ["structure", "policies", "due_diligence", "risk", "effectiveness", "training"]
    text = value["source"]["text"]
    evidence = [e for item in value["requirements"] + value["areas"] for e in item["evidence"]]
    assert evidence
    assert all(item["quote"] == text[item["start"] : item["end"]] for item in evidence)


def test_check_shows_a_plan_as_planned_and_not_as_a_step(checker, draft):
    value = json.loads(checker("check", draft, "--format", "json").stdout)
    areas = {area["id"]: area for area in value["areas"]}
    assert areas["training"]["verdict"] in {"described", "evidenced"}
    assert areas["due_diligence"]["verdict"] in {"none", "mentioned"}
    assert {e["modality"] for e in areas["due_diligence"]["evidence"]} <= {"planned"}


def test_check_reads_standard_input_like_a_file(checker, draft):
    from_file = json.loads(checker("check", draft, "--format", "json").stdout)
    from_stdin = json.loads(checker("check", "-", "--format", "json", stdin=DRAFT).stdout)
    assert from_stdin["source"].pop("name") == "standard input"
    assert from_file["source"].pop("name") == "draft.txt"
    assert from_stdin == from_file


def test_check_html_marks_the_evidence_in_the_text(checker, draft):
    html = checker("check", draft, "--format", "html").stdout.decode()
    assert html.startswith("<!doctype html>")
    assert "<mark" in html
    assert "http" not in html.split("</head>")[0]  # fetches nothing


def test_check_explains_which_rule_found_what(checker, draft):
    plain = checker("check", draft).stdout.decode()
    explained = checker("check", draft, "--explain").stdout.decode()
    assert "rule:training." not in plain
    assert "rule:training." in explained


def test_check_says_whether_the_statement_names_the_organisation(checker, draft):
    named = checker("check", draft, "--organisation", "Wensum Bakery Limited").stdout.decode()
    other = checker("check", draft, "--organisation", "Yare Chemicals plc").stdout.decode()
    assert "names Wensum Bakery Limited" in named
    assert "does not name Yare Chemicals plc" in other


def test_check_says_what_is_unchanged_since_last_year(checker, draft, tmp_path):
    earlier = tmp_path / "earlier.txt"
    earlier.write_bytes(DRAFT.replace(b"2026", b"2025").replace(b"flour suppliers", b"egg farms"))
    value = json.loads(checker("check", draft, "--previous", earlier, "--format", "json").stdout)
    unchanged = next(f for f in value["findings"] if f["id"] == "unchanged_since_previous")
    quotes = [evidence["quote"] for evidence in unchanged["evidence"]]
    assert any("40 buyers" in quote for quote in quotes)
    assert not any("flour" in quote for quote in quotes)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "empty.pdf", "empty.pdf"),
        (b"%PDF-1.7\nbroken", "broken.pdf", "broken.pdf"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old.doc", "Save it as PDF, DOCX"),
    ],
)
def test_check_of_an_unreadable_file_says_what_to_do(checker, tmp_path, content, name, words):
    (tmp_path / name).write_bytes(content)
    done = checker("check", tmp_path / name)
    assert done.returncode == 4
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert done.stdout == b""


def test_check_of_a_wrong_path_says_so(checker):
    done = checker("check", "nowhere.pdf")
    assert done.returncode == 2
    assert "nowhere.pdf: there is no such file" in done.stderr.decode()


def test_check_of_an_address_inside_this_machine_is_refused(checker):
    done = checker("check", "http://127.0.0.1:9/statement")
    assert done.returncode == 3
    assert "127.0.0.1" in done.stderr.decode()


def test_check_keeps_nothing(checker, draft, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    checker("check", draft)
    assert sorted(tmp_path.rglob("*")) == before
