"""The grammar of a rule file: closed, validated by pydantic, every unknown key refused.

A rule is one YAML file; its folder says what kind of rule it is, its `id` is
`<folder>.<file name>`. `rules/README.md` explains the grammar to the people who write rules.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from checker.model import (
    Advice,
    AreaVerdict,
    ContentArea,
    Force,
    Label,
    Modality,
    Requirement,
    RequirementVerdict,
)
from checker.rulebook.grammar import parse_phrase

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _checked_phrase(text: str) -> str:
    parse_phrase(text)
    return text


def _checked_regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is not a regular expression: {error}") from error
    return text


Phrase = Annotated[Text, AfterValidator(_checked_phrase)]
Regex = Annotated[Text, AfterValidator(_checked_regex)]
Status = Literal["draft", "stable", "retired"]
Strength = Literal["mention", "specific", "measured"]
CountedFinding = Literal["hard_to_read", "common_wording", "unchanged_since_previous", "unfit_year"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Authority(_Closed):
    """Why a rule exists: a statute or dated guidance, never "best practice"."""

    cite: Text
    url: Text | None = None
    dated: date | None = None


class Example(_Closed):
    """A sentence, with the heading or list lead-in it stands under where that matters."""

    text: Text
    under: str = ""


class Examples(_Closed):
    """Sentences that decide the rule: its tests. One miss should be a near miss."""

    hit: tuple[Example | Text, ...] = Field(min_length=2)
    miss: tuple[Example | Text, ...] = Field(min_length=2)


class Rule(_Closed):
    """What every rule has.

    A sentence is hit when one of `match` occurs in it (or one of `regex`), one of `also` occurs
    too where given, one of `under` occurs in its heading or list lead-in where given, and none
    of `unless` occurs.
    """

    id: Text
    title: Text
    authority: tuple[Authority, ...] = Field(min_length=1)
    force: Force = Force.MAY
    applies_from: date = date(2015, 10, 29)
    status: Status = "stable"
    version: int = Field(default=1, ge=1)
    match: tuple[Phrase, ...] = ()
    regex: tuple[Regex, ...] = ()
    also: tuple[Phrase, ...] = ()
    under: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()
    examples: Examples

    @property
    def ref(self) -> str:
        """How evidence names this rule: `rule:<id>@<version>`."""
        return f"rule:{self.id}@{self.version}"

    @property
    def citation(self) -> str:
        """The first authority, such as `s.54(5)(f)`."""
        return self.authority[0].cite


class AreaRule(Rule):
    """rules/<area>/: what a sentence discloses of one of the six areas.

    `strength` is how much: a mention, something specific, or something measured.
    """

    labels: tuple[Label, ...] = Field(min_length=1)
    strength: Strength = "specific"


class RequirementRule(Rule):
    """rules/requirements/: what a sentence says of a publishing duty.

    `within` is where it counts: anywhere; only in the sign-off, where a title stands with a name;
    or only before another sentence, which the rules name that come `after` this one: they do not
    hit unless it hits the sentence before. The verdict of a title is that of a statement signed
    with it; `is_director` is whether it is that of a director or equivalent. `weight` is how much
    a title with a name, or signing words, speak for a signature.
    """

    requirement: Requirement
    verdict: RequirementVerdict
    within: Literal["anywhere", "sign_off", "before"] = "anywhere"
    after: str = ""
    is_director: Literal["yes", "no", "unclear"] = "unclear"
    weight: float = 0.0
    no_steps: bool = False


class BodyRule(Rule):
    """rules/bodies/: the kind of organisation that a name shows, as section 54(6) tells them apart.

    `approver` is who approves a statement of that kind; empty where the Act asks for no approval.
    `signatory` is who signs it.
    """

    kind: Text
    approver: str
    signatory: Text


class ModalityRule(Rule):
    """rules/modality/: whether the step a sentence tells of was taken, is planned, or denied."""

    modality: Modality


class StrengthRule(Rule):
    """rules/strength/: what makes a step that a sentence tells of a measured one."""


class FindingAdvice(_Closed):
    """A question that a finding raises."""

    id: Text
    text: Text
    citation: Text

    def asked(self) -> Advice:
        """The question as an assessment holds it."""
        return Advice(id=self.id, text=self.text, citation=self.citation)


class FindingRule(Rule):
    """rules/findings/: anything else worth a reviewer's eye.

    `made_of` is what the finding is made of: every sentence that is hit; those in which an
    organisation that the statement does not name as its own says so; their share of all the
    sentences, where it is at least `least` and leaving out those that tell of something specific;
    or that no step was taken that is hit.
    """

    labels: tuple[Label, ...] = ()
    made_of: Literal["hits", "others", "share", "absence"] = "hits"
    least: Annotated[float, Field(ge=0, le=1)] = 0.0
    reason: str = ""
    advice: tuple[FindingAdvice, ...] = ()

    @property
    def questions(self) -> tuple[Advice, ...]:
        """The advice, as an assessment holds it."""
        return tuple(each.asked() for each in self.advice)


class IdentityRule(Rule):
    """rules/identity/: what speaks for (weight above 0) or against a section 54 statement.

    `within` is where it is looked for: the opening of the document or all of it. It is found where
    it hits at least `least` sentences, and that `share` of the full ones. It does not count where
    one of the rules that it `yields_to` is found: the law of another country weighs nothing in a
    document that names the Act too.
    """

    weight: float
    least: int = Field(default=1, ge=1)
    share: float = Field(default=0.0, ge=0, le=1)
    yields_to: tuple[Text, ...] = ()
    within: Literal["opening", "anywhere"] = "anywhere"


class LinkExamples(_Closed):
    """Link words or addresses that the rule hits and misses."""

    hit: tuple[Text, ...] = Field(min_length=2)
    miss: tuple[Text, ...] = Field(min_length=2)


class LinkRule(_Closed):
    """rules/discovery/: which links the crawler follows first.

    `words` are lower-case words or phrases, looked for as whole words in the words of a link
    (`text`) and in its address (`url`), in which anything but letters and digits is a space.
    """

    id: Text
    title: Text
    weight: float
    where: tuple[Literal["text", "url"], ...] = ("text", "url")
    words: tuple[Text, ...] = Field(min_length=1)
    examples: LinkExamples


class AreaAdvice(_Closed):
    """A question for a statement whose verdict on an area is below `until`.

    With `without` instead: for a statement in which no step with that label was found.
    """

    id: Text
    until: AreaVerdict | None = None
    without: Label | None = None
    text: Text
    citation: Text


class RequirementAdvice(_Closed):
    """A question for a statement with one of these verdicts on a publishing duty.

    It is asked only where the finding's detail has nothing under the key `without`, something
    under the key `given`, and one of the values of `where` under each of its keys, where these are
    set.
    """

    id: Text
    when: tuple[RequirementVerdict, ...]
    without: str = ""
    given: str = ""
    where: dict[str, tuple[Text, ...]] = {}
    text: Text
    citation: Text


class AreaScoring(_Closed):
    """Title, force, citation and advice of one content area, and the labels that belong to it.

    `least` is what a verdict needs in this area, and `model_specific` the score with which a step
    that only the model found is specific in it, where that is not what it is in the others.
    """

    title: Text
    force: Force
    citation: Text
    labels: tuple[Label, ...] = Field(min_length=1)
    least: dict[AreaVerdict, dict[Strength, int]] = {}
    model_specific: Annotated[float, Field(ge=0)] | None = None
    advice: tuple[AreaAdvice, ...] = ()


class RequirementScoring(_Closed):
    """Title, force, citation and advice of one publishing duty."""

    title: Text
    force: Force
    citation: Text
    advice: tuple[RequirementAdvice, ...] = ()


class FindingScoring(_Closed):
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

    @property
    def questions(self) -> tuple[Advice, ...]:
        """The advice, as an assessment holds it."""
        return tuple(each.asked() for each in self.advice)


class IdentityScoring(_Closed):
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


class Scoring(_Closed):
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
    findings: dict[CountedFinding, FindingScoring] = {}
