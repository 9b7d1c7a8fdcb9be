"""Findings beside the areas, such as a claim to be free of slavery or a forgotten placeholder."""

from collections.abc import Sequence
from dataclasses import replace

from checker.analysis.labelled import LabelledSentence
from checker.model import Evidence, Finding
from checker.rulebook import FindingRule


def other_findings(labelled: Sequence[LabelledSentence]) -> tuple[Finding, ...]:
    """One finding for each rule of rules/findings/ that hits, in the order of the rulebook.

    The finding's id is the rule's file name; its evidence stands in the order of the document.
    """
    evidence: dict[FindingRule, list[Evidence]] = {}
    for each in labelled:
        for hit in each.hits:
            if isinstance(hit.rule, FindingRule):
                quoted = replace(each.evidence(), labels=hit.rule.labels, source=(hit.rule.ref,))
                evidence.setdefault(hit.rule, []).append(quoted)
    return tuple(
        Finding(id=rule.id.partition(".")[2], title=rule.title, evidence=tuple(evidence[rule]))
        for rule in sorted(evidence, key=lambda rule: rule.id)
    )
