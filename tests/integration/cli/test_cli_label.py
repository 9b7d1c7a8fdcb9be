"""`checker label`: same rows, same order, a score for each label."""

import csv
import io

from checker.model import Label

TABLE = """statement_id,sentence,extra
A,Modern slavery statement,x
A,"We trained 120 of our buyers, all in Norwich, on forced labour last year.",x
A,We plan to audit our suppliers next year.,x
B,"Approved by the board of directors on 3 May 2026.",x
B,,x
"""


def labelled(checker, tmp_path, *options):
    (tmp_path / "in.csv").write_text(TABLE, encoding="utf-8-sig")
    done = checker("label", tmp_path / "in.csv", "--output", tmp_path / "out.csv", *options)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_label_keeps_rows_and_order_and_scores_every_label(checker, tmp_path):
    rows = labelled(checker, tmp_path)
    given = list(csv.DictReader(io.StringIO(TABLE)))
    assert [(r["statement_id"], r["sentence"]) for r in rows] == [
        (r["statement_id"], r["sentence"]) for r in given
    ]
    for row in rows:
        assert all(0 <= float(row[label.value]) <= 1 for label in Label)
    assert "training" in rows[1]["labels"].split("|")
    assert rows[2]["modality"] == "planned"
    assert rows[3]["labels"] == "approval|period"  # the date of approval is a date of the statement
    assert rows[4]["labels"] == ""


def test_label_threshold_free_writes_scores_only(checker, tmp_path):
    rows = labelled(checker, tmp_path, "--threshold-free")
    assert "labels" not in rows[0]
    assert float(rows[3]["approval"]) > float(rows[0]["approval"])


def test_label_names_the_missing_column(checker, tmp_path):
    (tmp_path / "in.csv").write_text("id,text\n1,We audit.\n")
    done = checker("label", tmp_path / "in.csv", "--output", tmp_path / "out.csv")
    assert done.returncode == 2
    assert "statement_id" in done.stderr.decode()
