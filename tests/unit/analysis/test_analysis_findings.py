from checker.analysis.findings import other_findings
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
    assert claim.source == ("rule:findings.zero_risk_claim@2",)


def test_findings_are_none_where_nothing_was_found(label):
    assert other_findings(label(["We sell turf."])) == ()
