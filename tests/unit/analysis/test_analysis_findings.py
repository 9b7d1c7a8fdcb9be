from checker.analysis.findings import other_findings
from checker.analysis.label_table import label_table
from checker.model import Label


def test_findings_hold_claims_and_forgotten_placeholders_in_order(label):
    findings = other_findings(
        label(
            [
                "We have zero tolerance of slavery.",
                "The board of [Company name] approved it.",
                "We sell turf.",
                "Our farms are free from slavery.",
            ]
        )
    )
    assert [(finding.id, [e.quote for e in finding.evidence]) for finding in findings] == [
        ("template_residue", ["The board of [Company name] approved it."]),
        (
            "zero_risk_claim",
            ["We have zero tolerance of slavery.", "Our farms are free from slavery."],
        ),
    ]
    claim = findings[1].evidence[0]
    assert claim.labels == (Label.ZERO_RISK_CLAIM,)
    assert claim.source == ("rule:findings.zero_risk_claim@1",)


def test_findings_are_none_where_nothing_was_found(label):
    assert other_findings(label(["We sell turf."])) == ()


def test_label_table_keeps_rows_and_context_within_a_statement(label):
    rows = [
        ("a", "Our policies include:"),
        ("a", "- recruitment guidelines;"),
        ("b", "- recruitment guidelines;"),
    ]
    table = list(label_table(rows, label))
    assert [(key, each.sentence.text) for key, each in table] == rows
    assert [bool(each.labels) for _, each in table] == [True, True, False]
