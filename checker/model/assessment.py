"""What a statement says: evidence → finding → assessment.

The field names and values are those of the JSON form `assessment/1`, which is these classes
written out (see `wire.py`); a change here is a change of that interface.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from checker.model.document import Extraction
from checker.model.layout import Box


class ContentArea(StrEnum):
    """The six areas of section 54(5)(a) to (f), in the order of the Act."""

    STRUCTURE = "structure"
    POLICIES = "policies"
    DUE_DILIGENCE = "due_diligence"
    RISK = "risk"
    EFFECTIVENESS = "effectiveness"
    TRAINING = "training"


class Requirement(StrEnum):
    """The publishing duties: section 54(1), (4), (6) and (7)."""

    STEPS = "steps"
    APPROVAL = "approval"
    SIGNATURE = "signature"
    PERIOD = "period"
    PUBLICATION = "publication"
    HOMEPAGE_LINK = "homepage_link"


class Label(StrEnum):
    """What one sentence discloses."""

    APPROVAL = "approval"
    SIGNATURE = "signature"
    STRUCTURE = "structure"
    OPERATIONS = "operations"
    SUPPLY_CHAINS = "supply_chains"
    RISK_DESCRIPTION = "risk_description"
    POLICIES = "policies"
    DUE_DILIGENCE = "due_diligence"
    RISK_MANAGEMENT = "risk_management"
    TRAINING = "training"
    GRIEVANCE = "grievance"
    COLLABORATION = "collaboration"
    OTHER_MEASURE = "other_measure"
    REMEDIATION = "remediation"
    EFFECTIVENESS = "effectiveness"
    PERIOD = "period"
    ZERO_RISK_CLAIM = "zero_risk_claim"


class Modality(StrEnum):
    """Whether a step was taken, is planned, or is denied."""

    TAKEN = "taken"
    PLANNED = "planned"
    NEGATED = "negated"
    UNCLEAR = "unclear"


class Force(StrEnum):
    """Law, guidance and proposal are different things."""

    MUST = "must"
    MAY = "may"
    GUIDANCE = "guidance"
    PROPOSED = "proposed"


class AreaVerdict(StrEnum):
    """How much a statement says of an area."""

    NONE = "none"
    MENTIONED = "mentioned"
    DESCRIBED = "described"
    EVIDENCED = "evidenced"


class RequirementVerdict(StrEnum):
    """What a statement says of a publishing duty."""

    STATED = "stated"
    NOT_STATED = "not_stated"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReason:
    """Why a sentence has a label, or has not: asked for with `checker check --explain`.

    Attributes:
        label: That is explained.
        score: How likely it is, 0 to 1.
        threshold: The least score with which a sentence gets it.
        start: The log-odds of the score where neither rules nor model say anything.
        rules: What the rules add to them.
        model: What the trained model adds.
        words: Without which the model would be less sure, the weightiest first.
    """

    label: Label
    score: float
    threshold: float
    start: float
    rules: float
    model: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quotation: `quote == document.text[start:end]`, always.

    Attributes:
        quote: The words as published.
        start: First character in the document's text.
        end: One past the last character.
        page: Page number from 1; None when the page is not known.
        boxes: Where the words stand: one for each line; none where that is not known, as in HTML.
        heads: For a table cell, a title of the table and the heads of its row and column.
        labels: What the words disclose.
        modality: Taken, planned, negated or unclear.
        source: What found them: `rule:<id>@<version>` or `model:<name>@<version>`.
        confidence: 0 to 1.
        reasons: Why it has its labels; empty unless asked for.
    """

    quote: str
    start: int
    end: int
    page: int | None
    boxes: tuple[Box, ...] = ()
    heads: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    modality: Modality = Modality.UNCLEAR
    source: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[LabelReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What is missing, as a question, and why it matters."""

    id: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementFinding:
    """One publishing duty. `detail` holds what is particular to it, such as the signatory."""

    id: Requirement
    verdict: RequirementVerdict
    force: Force
    citation: str
    reason: str = ""
    detail: dict[str, str | None] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFinding:
    """One content area, strongest evidence first, with the reason in plain words.

    `change` says what would raise the verdict, and what it would fall without.
    """

    id: ContentArea
    verdict: AreaVerdict
    force: Force
    citation: str
    reason: str = ""
    change: str = ""
    evidence: tuple[Evidence, ...] = ()
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything else worth a reviewer's eye, such as a claim to be free of slavery.

    `citation` is empty where neither law nor guidance speaks of it.
    """

    id: str
    title: str
    force: Force = Force.GUIDANCE
    citation: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that was assessed, and how it was read.

    Attributes:
        name: File name or address.
        media_type: As found in the bytes.
        sha256: Of the bytes.
        pages: How many it has.
        characters: Of its text.
        extraction: How the text was read.
        pages_not_read: Numbers of the pages that are pictures from which no words were read.
        pages_recognised: Numbers of the pages that were read by text recognition.
        recognition_confidence: How sure the recognition was of their words, 0 to 1; None where
            nothing was recognised.
        text: What the offsets count in, when asked for.
    """

    name: str
    media_type: str
    sha256: str
    pages: int
    characters: int
    extraction: Extraction
    pages_not_read: tuple[int, ...] = ()
    pages_recognised: tuple[int, ...] = ()
    recognition_confidence: float | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the document says of itself.

    Attributes:
        is_statement: Whether it is a statement under section 54.
        confidence: 0 to 1, of `is_statement`.
        reason: Why, in plain words.
        organisations: Named in the statement as making it or covered by it.
        period_start: First day of the financial year it covers; None when not stated.
        period_end: Last day; None when not stated.
        period_label: As a person would say it, such as `FY2023/24`; empty when not stated.
        approved_on: Date of approval; None when not stated.
        published_on: Date of publication; None when not stated.
        no_steps: Whether it states that no steps were taken (section 54(4)(b)).
    """

    is_statement: bool
    confidence: float
    reason: str = ""
    organisations: tuple[str, ...] = ()
    period_start: date | None = None
    period_end: date | None = None
    period_label: str = ""
    approved_on: date | None = None
    published_on: date | None = None
    no_steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What produced an assessment; with the bytes' sha256 it explains every difference."""

    checker: str
    rules: str
    model: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Two results, never one grade: publishing duties and content, each with its proof."""

    schema: Literal["assessment/1"] = "assessment/1"
    source: Source
    statement: Statement
    requirements: tuple[RequirementFinding, ...]
    areas: tuple[AreaFinding, ...]
    findings: tuple[Finding, ...] = ()
    versions: Versions

    def area(self, area: ContentArea) -> AreaFinding:
        """The finding for `area`; an assessment holds all six."""
        return next(finding for finding in self.areas if finding.id == area)

    def requirement(self, requirement: Requirement) -> RequirementFinding | None:
        """The finding for `requirement`, or None where it was not looked at."""
        return next((f for f in self.requirements if f.id == requirement), None)
