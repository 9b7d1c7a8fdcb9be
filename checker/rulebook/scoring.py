"""rules/scoring.yml: from sentences to verdicts. Closed and validated like the rule files."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from checker.model import (
    AreaVerdict,
    ContentArea,
    Evidence,
    Finding,
    Force,
    Label,
    Requirement,
    RequirementVerdict,
)
from checker.rulebook.schema import Closed, FindingAdvice, Strength, Text

CountedFinding = Literal["hard_to_read", "common_wording", "unchanged_since_previous", "unfit_year"]


class AreaAdvice(Closed):
    """A question for a statement whose verdict on an area is below `until`.

    With `without` instead: for a statement in which no step with that label was found.
    """

    id: Text
    until: AreaVerdict | None = None
    without: Label | None = None
    text: Text
    citation: Text


class RequirementAdvice(Closed):
    """A question for a statement with one of these verdicts on a publishing duty.

    It is asked only where the finding's detail has nothing under the key `without`, something
    under the key `given`, and one of the values of `where` under each of its keys, where these are
    set.
    """

    id: Text
    when: tuple[RequirementVerdict, ...]
    without: str = ""
    given: str = ""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    text: Text
    citation: Text


class AreaScoring(Closed):
    """Title, force, citation and advice of one content area, and the labels that belong to it.

    `least` is what a verdict needs in this area, and `model_specific` the score with which a step
    that only the model found is specific in it, where that is not what it is in the others.
    """

    title: Text
    force: Force
    citation: Text
    labels: tuple[Label, ...] = Field(min_length=1)
    least: dict[AreaVerdict, dict[Strength, int]] = Field(default_factory=dict)
    model_specific: Annotated[float, Field(ge=0)] | None = None
    advice: tuple[AreaAdvice, ...] = ()


class RequirementScoring(Closed):
    """Title, force, citation and advice of one publishing duty."""

    title: Text
    force: Force
    citation: Text
    advice: tuple[RequirementAdvice, ...] = ()


class FindingScoring(Closed):
    """Title, reason and advice of one finding that is counted rather than found by a rule.

    `least` is the figure from which it is worth telling; sentences that one of the rules
    `leave_out` hits do not count.
    """

    title: Text
    force: Force
    citation: Text
    reason: Text
    least: float = 0.0
    leave_out: tuple[Text, ...] = ()
    advice: tuple[FindingAdvice, ...] = ()

    def finding(
        self, name: CountedFinding, evidence: Iterable[Evidence], *, figure: str = ""
    ) -> Finding:
        """The finding `name` as an assessment holds it.

        Args:
            name: Under which this stands in scoring.yml.
            evidence: What was counted.
            figure: What was measured, in a sentence that stands before the reason.
        """
        return Finding(
            id=name,
            title=self.title,
            force=self.force,
            citation=self.citation,
            reason=f"{figure} {self.reason}".lstrip(),
            evidence=tuple(evidence),
            advice=tuple(each.asked() for each in self.advice),
        )


class IdentityScoring(Closed):
    """How the arguments for and against a statement are summed up.

    Attributes:
        least: Least sum of weights for a document to be a statement.
        slope: How much the log-odds grow with each unit of weight: makes the confidence honest.
        surest: The highest confidence that is given.
        duty: Weight of each publishing duty that it meets.
        area: Weight of each of the six areas that it tells of.
        full_sentence: Words that make a full sentence.
        thin_below: A text with fewer full sentences is thin.
        thin: Weight of a thin text.
        off_topic: Weight of a text in which the rule `identity.topic` is not found.
    """

    least: float
    slope: float = Field(gt=0)
    surest: float = Field(gt=0.5, le=1)
    duty: float
    area: float
    full_sentence: int
    thin_below: int
    thin: float
    off_topic: float


class Scoring(Closed):
    """rules/scoring.yml: from sentences to verdicts.

    Attributes:
        confidence: Score, 0 to 1, of a label by the strength of the rule that gives it.
        least: For each verdict the least number of sentences of a strength, or of a higher one.
        model_specific: Least score with which a step that only the model found is specific.
        identity: From arguments to whether a document is a statement.
        areas: The six areas, in the order of the Act.
        requirements: The publishing duties.
        findings: What is counted beside the areas, by the id of the finding.
    """

    confidence: dict[Strength, Annotated[float, Field(ge=0, le=1)]]
    least: dict[AreaVerdict, dict[Strength, int]]
    model_specific: Annotated[float, Field(ge=0, le=1)]
    identity: IdentityScoring
    areas: dict[ContentArea, AreaScoring]
    requirements: dict[Requirement, RequirementScoring]
    findings: dict[CountedFinding, FindingScoring] = Field(default_factory=dict)
