"""Whether a document is a section 54 statement, whose, and for which year.

Rules of rules/identity/ speak for it or against it, each once however often it hits; what the
document tells of the publishing duties and the six areas speaks for it too.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
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
from checker.rulebook import IdentityRule, RequirementRule, Scoring

_DUTY = 0.5  # weight of a publishing duty that it speaks of
_AREA = 0.25  # weight of an area that it says something on
_REASONS = 2  # arguments that the reason names
_FULL_SENTENCE = 8  # words
_THIN = 3  # a page with fewer full sentences hardly says anything itself
_THIN_WEIGHT = -3.0
_THIN_TITLE = "A text with hardly a sentence, not a statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Argument:
    """What speaks for or against a document being a statement."""

    title: str
    weight: float


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
        *_arguments_of_rules(labelled),
        *_arguments_of_content(labelled, requirements, scoring),
    ]
    weight = sum(argument.weight for argument in arguments) - scoring.identity
    probability = 1.0 / (1.0 + math.exp(-weight))
    details = {finding.id: finding.detail for finding in requirements}
    period = details.get(Requirement.PERIOD, {})
    return Statement(
        is_statement=weight >= 0,
        confidence=round(max(probability, 1.0 - probability), 3),
        reason=_reason(arguments, is_statement=weight >= 0),
        organisations=find_covered(document, labelled),
        period_start=_date(period, "start"),
        period_end=_date(period, "end"),
        period_label=period.get("label") or "",
        approved_on=_date(details.get(Requirement.APPROVAL, {}), "date"),
        published_on=_published_on(labelled),
        no_steps=details.get(Requirement.STEPS, {}).get("no_steps") == "yes",
    )


def _arguments_of_rules(labelled: Sequence[LabelledSentence]) -> Iterable[_Argument]:
    rules = {
        hit.rule.id: hit.rule
        for index, each in enumerate(labelled)
        for hit in each.hits
        if isinstance(hit.rule, IdentityRule) and (hit.rule.within == "anywhere" or index < OPENING)
    }
    for rule in rules.values():
        if rules.keys().isdisjoint(rule.yields_to):
            yield _Argument(title=rule.title, weight=rule.weight)


def _arguments_of_content(
    labelled: Sequence[LabelledSentence],
    requirements: Sequence[RequirementFinding],
    scoring: Scoring,
) -> Iterable[_Argument]:
    met = sum(finding.verdict is RequirementVerdict.STATED for finding in requirements)
    yield _Argument(title="It meets publishing duties of the Act", weight=_DUTY * met)
    disclosed = {
        label for each in labelled if each.modality is not Modality.NEGATED for label in each.labels
    }
    areas = sum(not disclosed.isdisjoint(area.labels) for area in scoring.areas.values())
    yield _Argument(title="It tells of areas that the Act names", weight=_AREA * areas)
    full = sum(len(each.sentence.text.split()) >= _FULL_SENTENCE for each in labelled)
    if full < _THIN:
        yield _Argument(title=_THIN_TITLE, weight=_THIN_WEIGHT)


def _reason(arguments: Iterable[_Argument], *, is_statement: bool) -> str:
    """The weightiest arguments for the answer, in plain words."""
    sign = 1 if is_statement else -1
    ranked = sorted(arguments, key=lambda argument: -sign * argument.weight)
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
