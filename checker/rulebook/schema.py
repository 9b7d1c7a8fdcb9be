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


class Closed(BaseModel):
    """An object that refuses what it does not know, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Authority(Closed):
    """Why a rule exists: a statute or dated guidance, never "best practice"."""

    cite: Text
    url: Text | None = None
    dated: date | None = None


class Example(Closed):
    """A sentence, with the heading or list lead-in it stands under where that matters."""

    text: Text
    under: str = ""


class Examples(Closed):
    """Sentences that decide the rule: its tests. One miss should be a near miss."""

    hit: tuple[Example | Text, ...] = Field(min_length=2)
    miss: tuple[Example | Text, ...] = Field(min_length=2)


class Rule(Closed):
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


class FindingAdvice(Closed):
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


class LinkExamples(Closed):
    """Link words or addresses that the rule hits and misses."""

    hit: tuple[Text, ...] = Field(min_length=2)
    miss: tuple[Text, ...] = Field(min_length=2)


class LinkRule(Closed):
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
