"""Whether a document is a section 54 statement, whose, and for which year.

Rules of rules/identity/ speak for it or against it, each once however often it hits; what the
document tells of the publishing duties and the six areas speaks for it too.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.analysis.covered import find_covered
from checker.analysis.labelled import LabelledSentence
from checker.analysis.requirements.dates import find_first_day
from checker.analysis.sentences import OPENING
from checker.model import (
    Document,
    Modality,
    Requirement,
    RequirementFinding,
    RequirementVerdict,
    Statement,
)
from checker.rulebook import IdentityRule, IdentityScoring, RequirementRule, Scoring

_REASONS = 2  # arguments that the reason names
_TOPIC = "identity.topic"
_OFF_TOPIC_TITLE = "A text on something else, not a statement: little of it is on slavery"
_THIN_TITLE = "A text with hardly a sentence, not a statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Argument:
    """What speaks for or against a document being a statement.

    `says_what` is whether its title says what the document is; of what it is not, more can be said.
    """

    title: str
    weight: float
    says_what: bool = True


def identify(
    document: Document,
    labelled: Sequence[LabelledSentence],
    requirements: Sequence[RequirementFinding],
    scoring: Scoring,
) -> Statement:
    """What the document is: a statement or not and why, whose, for which period.

    Args:
        document: As it was read.
        labelled: Its sentences with what they disclose.
        requirements: Its publishing duties.
        scoring: rules/scoring.yml: the least weight of a statement, the labels of the areas.
    """
    arguments = [
        *_arguments_of_rules(labelled, scoring.identity),
        *_arguments_of_content(labelled, requirements, scoring),
    ]
    weight = sum(argument.weight for argument in arguments) - scoring.identity.least
    details = {finding.id: finding.detail for finding in requirements}
    period = details.get(Requirement.PERIOD, {})
    return Statement(
        is_statement=weight >= 0,
        confidence=_confidence(weight, scoring.identity),
        reason=_reason(arguments, is_statement=weight >= 0),
        organisations=find_covered(document, labelled),
        period_start=_date(period, "start"),
        period_end=_date(period, "end"),
        period_label=period.get("label") or "",
        approved_on=_date(details.get(Requirement.APPROVAL, {}), "date"),
        published_on=_published_on(labelled),
        no_steps=details.get(Requirement.STEPS, {}).get("no_steps") == "yes",
    )


def _confidence(weight: float, scoring: IdentityScoring) -> float:
    """How often an answer with this weight, for or against, is right."""
    probability = 1.0 / (1.0 + math.exp(-scoring.slope * abs(weight)))
    return round(min(probability, scoring.surest), 3)


def _arguments_of_rules(
    labelled: Sequence[LabelledSentence], scoring: IdentityScoring
) -> Iterator[_Argument]:
    full = sum(_is_full(each, scoring) for each in labelled)
    found = {rule.id: rule for rule, hit in _places(labelled) if _is_found(rule, hit, full)}
    for rule in found.values():
        if found.keys().isdisjoint(rule.yields_to):
            yield _Argument(title=rule.title, weight=rule.weight)
    if _TOPIC not in found:
        yield _Argument(title=_OFF_TOPIC_TITLE, weight=scoring.off_topic, says_what=False)


def _places(labelled: Sequence[LabelledSentence]) -> list[tuple[IdentityRule, set[int]]]:
    """The sentences that each rule on identity hits."""
    rules: dict[str, IdentityRule] = {}
    places: dict[str, set[int]] = defaultdict(set)
    for index, each in enumerate(labelled):
        for hit in each.hits:
            if isinstance(hit.rule, IdentityRule):
                rules[hit.rule.id] = hit.rule
                places[hit.rule.id].add(index)
    return [(rule, places[rule.id]) for rule in rules.values()]


def _is_found(rule: IdentityRule, hit: set[int], full: int) -> bool:
    if rule.within == "opening":
        hit = {index for index in hit if index < OPENING}
    return len(hit) >= rule.least and len(hit) >= rule.share * full


def _is_full(each: LabelledSentence, scoring: IdentityScoring) -> bool:
    return len(each.sentence.text.split()) >= scoring.full_sentence


def _arguments_of_content(
    labelled: Sequence[LabelledSentence],
    requirements: Sequence[RequirementFinding],
    scoring: Scoring,
) -> Iterator[_Argument]:
    identity = scoring.identity
    met = sum(finding.verdict is RequirementVerdict.STATED for finding in requirements)
    yield _Argument(title="It meets publishing duties of the Act", weight=identity.duty * met)
    disclosed = {
        label for each in labelled if each.modality is not Modality.NEGATED for label in each.labels
    }
    areas = sum(not disclosed.isdisjoint(area.labels) for area in scoring.areas.values())
    yield _Argument(title="It tells of areas that the Act names", weight=identity.area * areas)
    if sum(_is_full(each, identity) for each in labelled) < identity.thin_below:
        yield _Argument(title=_THIN_TITLE, weight=identity.thin, says_what=False)


def _reason(arguments: Iterable[_Argument], *, is_statement: bool) -> str:
    """The weightiest arguments for the answer, in plain words."""
    sign = 1 if is_statement else -1
    ranked = sorted(arguments, key=lambda each: (not each.says_what, -sign * each.weight))
    titles = [argument.title for argument in ranked if sign * argument.weight > 0]
    if not titles:
        return "Too little in it says that it is a statement under section 54."
    first, *others = titles[:_REASONS] if is_statement else titles[:1]
    return "; ".join([first, *(f"{title[0].lower()}{title[1:]}" for title in others)]) + "."


def _published_on(labelled: Sequence[LabelledSentence]) -> date | None:
    """The first whole date that the document gives as that of its publication."""
    return find_first_day(
        each.sentence.text[hit.start :]
        for each in labelled
        for hit in each.hits
        if isinstance(hit.rule, RequirementRule) and hit.rule.requirement is Requirement.PUBLICATION
    )


def _date(detail: Mapping[str, str | None], key: str) -> date | None:
    value = detail.get(key)
    return date.fromisoformat(value) if value else None
