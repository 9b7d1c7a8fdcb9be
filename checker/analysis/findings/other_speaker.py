"""The name of another organisation where the one that makes the statement should speak."""

from collections.abc import Iterable, Iterator, Sequence

from checker.analysis.findings.by_rule import make_finding
from checker.analysis.labelled import LabelledSentence
from checker.analysis.organisations import find_organisations, names
from checker.model import Finding
from checker.rulebook import FindingRule


def other_speaker_findings(
    labelled: Sequence[LabelledSentence], rules: Iterable[FindingRule], own: Sequence[str]
) -> Iterator[Finding]:
    """A finding for each rule made of others that is hit right behind a name not among `own`.

    Names without a legal form are not told from other words, and where `own` is empty nobody is
    known to be another.
    """
    for rule in rules:
        if rule.made_of == "others" and own:
            found = [each for each in labelled if _is_said_by_another(rule, each, own)]
            if found:
                yield make_finding(rule, found)


def _is_said_by_another(rule: FindingRule, each: LabelledSentence, own: Sequence[str]) -> bool:
    text = each.sentence.text
    before = [text[: hit.start].rstrip() for hit in each.hits if hit.rule.id == rule.id]
    speakers = [
        name for words in before for name in find_organisations(words) if words.endswith(name)
    ]
    return any(not _is_own(name, own) for name in speakers)


def _is_own(name: str, own: Sequence[str]) -> bool:
    return any(names(other, name) or names(name, other) for other in own)
