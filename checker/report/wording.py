"""Plain English for every value of the domain, in one place."""

from collections.abc import Mapping

from checker.errors import (
    CheckerError,
    DamagedFile,
    EmptyText,
    EncryptedPdf,
    ImageOnlyPdf,
    ReaderFailed,
    TooLong,
    UnsupportedFormat,
)
from checker.model import (
    AreaVerdict,
    ContentArea,
    Extraction,
    Force,
    Label,
    Modality,
    Outcome,
    Requirement,
    RequirementVerdict,
)

AREAS: Mapping[ContentArea, str] = {
    ContentArea.STRUCTURE: "Structure, business and supply chains",
    ContentArea.POLICIES: "Policies",
    ContentArea.DUE_DILIGENCE: "Due diligence",
    ContentArea.RISK: "Risk",
    ContentArea.EFFECTIVENESS: "Effectiveness",
    ContentArea.TRAINING: "Training",
}

AREAS_IN_BRIEF: Mapping[ContentArea, str] = {
    **AREAS,
    ContentArea.STRUCTURE: "Structure",
}

AREA_QUESTIONS: Mapping[ContentArea, str] = {
    ContentArea.STRUCTURE: "Who are you, what do you do, and who supplies you?",
    ContentArea.POLICIES: "Which policies deal with slavery and trafficking?",
    ContentArea.DUE_DILIGENCE: "What do you check, in your business and at suppliers?",
    ContentArea.RISK: "Where is there a risk, and what is done about it?",
    ContentArea.EFFECTIVENESS: "How do you know that the steps work?",
    ContentArea.TRAINING: "What training do staff get?",
}

AREA_VERDICTS: Mapping[AreaVerdict, str] = {
    AreaVerdict.NONE: "Not found in this statement",
    AreaVerdict.MENTIONED: "Mentioned",
    AreaVerdict.DESCRIBED: "Described",
    AreaVerdict.EVIDENCED: "Evidenced",
}

AREA_VERDICTS_IN_BRIEF: Mapping[AreaVerdict, str] = {
    **AREA_VERDICTS,
    AreaVerdict.NONE: "Not found",
}

AREA_VERDICT_MEANINGS: Mapping[AreaVerdict, str] = {
    AreaVerdict.NONE: "No sentence was found that speaks of it.",
    AreaVerdict.MENTIONED: "The subject comes up, without saying what is done.",
    AreaVerdict.DESCRIBED: "The statement says what is done, by whom or how.",
    AreaVerdict.EVIDENCED: "The statement says what was done, with facts that can be checked.",
}

REQUIREMENTS: Mapping[Requirement, str] = {
    Requirement.STEPS: "Steps taken in the year",
    Requirement.APPROVAL: "Approval",
    Requirement.SIGNATURE: "Signature",
    Requirement.PERIOD: "Financial year",
    Requirement.PUBLICATION: "Published on the website",
    Requirement.HOMEPAGE_LINK: "Link on the homepage",
}

REQUIREMENT_VERDICTS: Mapping[RequirementVerdict, str] = {
    RequirementVerdict.STATED: "Stated",
    RequirementVerdict.NOT_STATED: "Not stated",
    RequirementVerdict.UNCLEAR: "Unclear",
    RequirementVerdict.NOT_APPLICABLE: "Does not apply",
}

DETAILS: Mapping[str, str] = {
    "body": "Approved by",
    "signatory": "Signed by",
    "role": "Title",
    "is_director": "A director",
    "date": "Date",
    "start": "From",
    "end": "To",
    "label": "In short",
    "approver_by_law": "The Act asks for approval by",
}

LINK_VERDICTS: Mapping[RequirementVerdict, str] = {
    RequirementVerdict.STATED: "Seen",
    RequirementVerdict.NOT_STATED: "Not seen",
    RequirementVerdict.UNCLEAR: "Not known",
    RequirementVerdict.NOT_APPLICABLE: "Does not apply",
}

FORCES: Mapping[Force, str] = {
    Force.MUST: "Law",
    Force.MAY: "Law: may cover",
    Force.GUIDANCE: "Guidance",
    Force.PROPOSED: "Proposed, not in force",
}

STEPS_TAKEN = "Steps taken"
DONE_IN_AREA: Mapping[ContentArea, str] = {
    ContentArea.STRUCTURE: "What it tells",
    ContentArea.RISK: "Risks told of and steps taken",
}
"""Areas that are not only of steps."""
NO_STEP_TOLD = "Said, without telling of a step"
NOT_DONE: Mapping[Modality, str] = {
    Modality.PLANNED: "Planned",
    Modality.NEGATED: "Said not to be done",
}

NONE_FOUND = "none found in this statement"
CHANGE = "What would change this"

LABELS: Mapping[Label, str] = {
    Label.APPROVAL: "approval",
    Label.SIGNATURE: "signature",
    Label.STRUCTURE: "structure",
    Label.OPERATIONS: "operations",
    Label.SUPPLY_CHAINS: "supply chains",
    Label.RISK_DESCRIPTION: "where the risk is",
    Label.POLICIES: "policies",
    Label.DUE_DILIGENCE: "due diligence",
    Label.RISK_MANAGEMENT: "managing the risk",
    Label.TRAINING: "training",
    Label.GRIEVANCE: "ways to raise a concern",
    Label.COLLABORATION: "working with others",
    Label.OTHER_MEASURE: "other measures",
    Label.REMEDIATION: "remediation",
    Label.EFFECTIVENESS: "effectiveness",
    Label.PERIOD: "financial year",
    Label.ZERO_RISK_CLAIM: "claim to be free of slavery",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.FOUND: "Current statement found",
    Outcome.FOUND_OLD: "Only an older statement found",
    Outcome.FOUND_UNDATED: "Statement found, no period stated",
    Outcome.FOUND_ON_PARENT: "Named in a parent’s statement",
    Outcome.PARENT_DOES_NOT_NAME: "Parent’s statement does not name it",
    Outcome.UNREADABLE: "Possible statement, could not be read",
    Outcome.BLOCKED: "Website does not let a program search it",
    Outcome.UNREACHABLE: "Website did not answer",
    Outcome.NOT_FOUND: "No statement found",
    Outcome.NO_WEBSITE: "No website known",
}

OUTCOME_MEANINGS: Mapping[Outcome, str] = {
    Outcome.FOUND: "A statement of this organisation was found for a financial year that ended "
    "in the last 18 months.",
    Outcome.FOUND_OLD: "Statements were found, but every one covers a financial year that ended "
    "more than 18 months ago.",
    Outcome.FOUND_UNDATED: "A statement was found, but it does not say which financial year it "
    "covers.",
    Outcome.FOUND_ON_PARENT: "The statement of a parent or group names this organisation.",
    Outcome.PARENT_DOES_NOT_NAME: "A parent or group has a statement, but the name of this "
    "organisation is not in it.",
    Outcome.UNREADABLE: "A document that may be the statement was found, but its text could not "
    "be read: scanned, protected or damaged.",
    Outcome.BLOCKED: "The website asks programs to stay away, or turned this one away with a "
    "captcha or another check. Whether it has a statement is not known.",
    Outcome.UNREACHABLE: "The website did not answer. Whether it has a statement is not known.",
    Outcome.NOT_FOUND: "The website was searched and no statement was found on it.",
    Outcome.NO_WEBSITE: "The register has no website for this organisation, so there was nothing "
    "to search. An organisation without a website must give a copy to anyone who asks in writing.",
}

OUTCOME_NEXT_STEPS: Mapping[Outcome, str] = {
    Outcome.FOUND: "Read the statement and confirm what the machine read.",
    Outcome.FOUND_OLD: "Ask the organisation whether a newer statement has been published.",
    Outcome.FOUND_UNDATED: "Ask the organisation which financial year the statement covers.",
    Outcome.FOUND_ON_PARENT: "Check that the group statement covers the steps of this "
    "organisation.",
    Outcome.PARENT_DOES_NOT_NAME: "Ask the organisation whether the group statement is meant to "
    "cover it.",
    Outcome.UNREADABLE: "Open the document and read it by eye, or ask for a copy with text.",
    Outcome.BLOCKED: "Open the website yourself and look for the statement.",
    Outcome.UNREACHABLE: "Try the website yourself; correct the address in the register if it "
    "has changed.",
    Outcome.NOT_FOUND: "Look at the proof of search, then ask the organisation where its "
    "statement is.",
    Outcome.NO_WEBSITE: "Find the website and add it to the register, or ask for a copy in "
    "writing.",
}

OUTCOME_GROUPS: Mapping[str, tuple[Outcome, ...]] = {
    "Current statement, own or a parent’s": (Outcome.FOUND, Outcome.FOUND_ON_PARENT),
    "Older, undated or not named": (
        Outcome.FOUND_OLD,
        Outcome.FOUND_UNDATED,
        Outcome.PARENT_DOES_NOT_NAME,
    ),
    "No statement found": (Outcome.NOT_FOUND,),
    "Could not be searched or read": (
        Outcome.UNREADABLE,
        Outcome.BLOCKED,
        Outcome.UNREACHABLE,
        Outcome.NO_WEBSITE,
    ),
}

EXTRACTIONS: Mapping[Extraction, str] = {
    Extraction.TEXT: "Plain text",
    Extraction.HTML: "Web page",
    Extraction.DOCX: "Word document",
    Extraction.PDF: "PDF",
    Extraction.OCR: "Scanned pages, read by text recognition",
}

MEDIA_TYPES: Mapping[str, str] = {
    "text/html": "Web page",
    "application/xhtml+xml": "Web page",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "text/plain": "Plain text",
}

IN_SCOPE: Mapping[str, str] = {
    "yes": "Likely: turnover of £36 million or more",
    "no": "Unlikely: turnover below £36 million",
    "unknown": "Not known",
}

ROBOTS: Mapping[str, str] = {
    "allowed": "Allowed",
    "disallowed": "Asked not to visit",
    "unknown": "Not known",
}

UNREADABLE_DRAFTS: Mapping[type[CheckerError], str] = {
    UnsupportedFormat: "Save it as PDF, Word (.docx), HTML or plain text and choose it again, or "
    "paste its text above.",
    DamagedFile: "This file is broken or was cut off. Open it, save it anew and choose it again, "
    "or paste its text above.",
    EncryptedPdf: "This PDF is locked with a password. Save a copy without a password and choose "
    "it again, or paste its text above.",
    ImageOnlyPdf: "Its pages are pictures, without text in them. Choose the document it was made "
    "from, or paste its text above.",
    TooLong: "This document is too long to read here. Choose the statement alone, without the "
    "report around it, or paste its text above.",
    ReaderFailed: "This document cannot be read here. Save it anew from the program that it was "
    "made with and choose it again, or paste its text above.",
    EmptyText: "There is no text in this document. Check that it is the right one.",
}

RULE_FOLDERS: Mapping[str, str] = {
    **{area.value: name for area, name in AREAS.items()},
    "requirements": "Publishing duties",
    "strength": "What makes a step more than words",
    "modality": "Taken, planned or not done",
    "bodies": "Kinds of organisation, and who approves for each",
    "findings": "Other points for a reviewer",
    "identity": "Whether it is a statement at all",
    "discovery": "Which links are followed first",
}

RULE_STRENGTHS: Mapping[str, str] = {
    "mention": "a mention",
    "specific": "something specific",
    "measured": "something measured",
}
