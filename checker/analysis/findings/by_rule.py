"""Findings of the rules of rules/findings/: what is hit, how large its share is, or that it is not.

The finding's id is the rule's file name; its evidence stands in the order of the document.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.analysis.findings.concrete import is_concrete, is_step_taken
from checker.analysis.labelled import LabelledSentence
from checker.analysis.similarity import is_counted, share_of
from checker.model import Evidence, Finding
from checker.rulebook import FindingRule


def other_findings(labelled: Sequence[LabelledSentence]) -> tuple[Finding, ...]:
    """One finding for each rule that hits, of those made of hits, in the order of the rulebook."""
    hit = {hit.rule.id: hit.rule for each in labelled for hit in each.hits}
    return tuple(
        make_finding(rule, _hit_by(rule, labelled))
        for _, rule in sorted(hit.items())
        if isinstance(rule, FindingRule) and rule.made_of == "hits"
    )


def share_findings(
    labelled: Sequence[LabelledSentence], rules: Iterable[FindingRule]
) -> Iterator[Finding]:
    """A finding for each rule made of a share whose sentences are as many as it asks for.

    A sentence that tells of something specific, or gives a figure, a date, a tool or a result, is
    not what such a rule means, whatever words stand in it.
    """
    counted = [each for each in labelled if is_counted(each.sentence)]
    for rule in rules:
        found = [each for each in counted if _is_hit(rule, each) and not is_concrete(each)]
        if rule.made_of == "share" and found and len(found) >= rule.least * len(counted):
            told = make_finding(rule, found)
            reason = f"{share_of(len(found), len(counted))}. {told.reason}"
            yield replace(told, reason=reason)


def absence_findings(
    labelled: Sequence[LabelledSentence], rules: Iterable[FindingRule]
) -> Iterator[Finding]:
    """A finding for each rule made of an absence that hits no sentence that tells of a step."""
    steps = [each for each in labelled if is_step_taken(each)]
    for rule in rules:
        if rule.made_of == "absence" and not any(_is_hit(rule, each) for each in steps):
            yield make_finding(rule, ())


def _is_hit(rule: FindingRule, each: LabelledSentence) -> bool:
    return any(hit.rule.id == rule.id for hit in each.hits)


def _hit_by(rule: FindingRule, labelled: Iterable[LabelledSentence]) -> list[LabelledSentence]:
    return [each for each in labelled if _is_hit(rule, each)]


def make_finding(rule: FindingRule, found: Iterable[LabelledSentence]) -> Finding:
    """The finding of `rule`, with these sentences as evidence."""
    return Finding(
        id=rule.id.partition(".")[2],
        title=rule.title,
        force=rule.force,
        citation=rule.citation,
        reason=rule.reason,
        evidence=tuple(_quoted(rule, each) for each in found),
        advice=rule.questions,
    )


def _quoted(rule: FindingRule, each: LabelledSentence) -> Evidence:
    return replace(each.evidence(), labels=rule.labels, source=(rule.ref,))
