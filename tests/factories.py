"""Domain values for tests: plain functions with sensible defaults, each field can be given."""

from datetime import UTC, date, datetime
from typing import Any

from checker.model import (
    AreaFinding,
    AreaVerdict,
    Assessment,
    Block,
    BlockKind,
    ContentArea,
    Document,
    Evidence,
    Extraction,
    Fetch,
    Force,
    FoundStatement,
    Label,
    Modality,
    Organisation,
    Outcome,
    Page,
    Requirement,
    RequirementFinding,
    RequirementVerdict,
    Search,
    Source,
    SourceDocument,
    Statement,
    Versions,
)

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
YEAR_END = date(2025, 3, 31)
TEXT = (
    "Modern slavery statement\n"
    "This statement covers the year to 31 March 2025.\n"
    "Every buyer at Wensum Foods took the training in May.\n"
    "The board approved this statement on 2 June 2025.\n"
)

_CITATIONS = {
    Requirement.STEPS: "s.54(4)",
    Requirement.APPROVAL: "s.54(6)",
    Requirement.SIGNATURE: "s.54(6)",
    Requirement.PERIOD: "s.54(1)",
}

_LABELS = {
    ContentArea.STRUCTURE: Label.STRUCTURE,
    ContentArea.POLICIES: Label.POLICIES,
    ContentArea.DUE_DILIGENCE: Label.DUE_DILIGENCE,
    ContentArea.RISK: Label.RISK_DESCRIPTION,
    ContentArea.EFFECTIVENESS: Label.EFFECTIVENESS,
    ContentArea.TRAINING: Label.TRAINING,
}


def organisation(**fields: Any) -> Organisation:
    values: dict[str, Any] = {
        "name": "Wensum Foods Limited",
        "website": "wensum-foods.example",
        "company_number": "01234567",
        "postcode": "NR1 1SW",
        "sector": "Manufacturing",
        "provenance": "test register",
        "likely_in_scope": "yes",
    }
    return Organisation(**values | fields)


def source_document(content: bytes = TEXT.encode(), **fields: Any) -> SourceDocument:
    values: dict[str, Any] = {
        "name": "statement.txt",
        "media_type": "text/plain",
        "charset": "utf-8",
        "url": "https://wensum-foods.example/modern-slavery",
    }
    return SourceDocument(content=content, **values | fields)


def document(text: str = TEXT, **fields: Any) -> Document:
    """One page; every line is a paragraph, the first a heading."""
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADING
        end = start + len(line.rstrip("\n"))
        if end > start:
            blocks.append(
                Block(start=start, end=end, kind=kind, level=int(kind == BlockKind.HEADING))
            )
        start += len(line)
    values: dict[str, Any] = {
        "title": text.split("\n", 1)[0],
        "media_type": "text/plain",
        "extraction": Extraction.TEXT,
        "pages": (Page(number=1, start=0, end=len(text)),),
        "blocks": tuple(blocks),
    }
    return Document(text=text, **values | fields)


def evidence(quote: str, text: str = TEXT, **fields: Any) -> Evidence:
    """The first place of `quote` in `text`."""
    start = text.index(quote)
    values: dict[str, Any] = {
        "page": 1,
        "labels": (Label.TRAINING,),
        "modality": Modality.TAKEN,
        "source": ("rule:training.completed@1",),
        "confidence": 0.9,
    }
    return Evidence(quote=quote, start=start, end=start + len(quote), **values | fields)


def assessment(
    *,
    areas: dict[ContentArea, AreaVerdict] | None = None,
    requirements: dict[Requirement, RequirementVerdict] | None = None,
    statement: dict[str, Any] | None = None,
    rules: str = "a" * 64,
    text: str = TEXT,
) -> Assessment:
    """Training is evidenced and approval stated by default; the rest is not found."""
    verdicts = {
        **dict.fromkeys(ContentArea, AreaVerdict.NONE),
        ContentArea.TRAINING: AreaVerdict.EVIDENCED,
        **(areas or {}),
    }
    duties = {
        Requirement.STEPS: RequirementVerdict.STATED,
        Requirement.APPROVAL: RequirementVerdict.STATED,
        Requirement.SIGNATURE: RequirementVerdict.NOT_STATED,
        Requirement.PERIOD: RequirementVerdict.STATED,
        **(requirements or {}),
    }
    said: dict[str, Any] = {
        "is_statement": True,
        "confidence": 0.98,
        "organisations": ("Wensum Foods Limited",),
        "period_start": date(2024, 4, 1),
        "period_end": YEAR_END,
        "period_label": "FY2024/25",
        **(statement or {}),
    }
    source = source_document(text.encode())
    return Assessment(
        source=Source(
            name=source.name,
            media_type=source.media_type,
            sha256=source.sha256,
            pages=1,
            characters=len(text),
            extraction=Extraction.TEXT,
        ),
        statement=Statement(**said),
        requirements=tuple(_requirement(duty, verdict) for duty, verdict in duties.items()),
        areas=tuple(_area(area, verdicts[area], text) for area in ContentArea),
        versions=Versions(checker="0.1.0", rules=rules, model=None),
    )


def fetch(url: str = "https://wensum-foods.example/", **fields: Any) -> Fetch:
    values: dict[str, Any] = {
        "at": MOMENT,
        "status": 200,
        "robots": "allowed",
        "bytes": 4096,
        "seconds": 0.25,
    }
    return Fetch(url=url, **values | fields)


def found_statement(document: SourceDocument | None = None, **fields: Any) -> FoundStatement:
    source = document or source_document()
    values: dict[str, Any] = {
        "url": source.url,
        "final_url": source.url,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "period_end": YEAR_END,
        "names_organisation": True,
        "found_via": "footer link",
    }
    return FoundStatement(document=source, **values | fields)


def search(outcome: Outcome = Outcome.FOUND, **fields: Any) -> Search:
    values: dict[str, Any] = {
        "name": "Wensum Foods Limited",
        "website": "wensum-foods.example",
        "searched_at": MOMENT,
        "fetches": (fetch(),),
    }
    return Search(outcome=outcome, **values | fields)


def _requirement(duty: Requirement, verdict: RequirementVerdict) -> RequirementFinding:
    return RequirementFinding(
        id=duty, verdict=verdict, force=Force.MUST, citation=_CITATIONS.get(duty, "s.54")
    )


def _area(area: ContentArea, verdict: AreaVerdict, text: str) -> AreaFinding:
    """With the longest line of the text as its evidence, unless nothing was found."""
    letter = "abcdef"[tuple(ContentArea).index(area)]
    proof = evidence(max(text.splitlines(), key=len), text, labels=(_LABELS[area],))
    return AreaFinding(
        id=area,
        verdict=verdict,
        force=Force.MAY,
        citation=f"s.54(5)({letter})",
        evidence=() if verdict == AreaVerdict.NONE else (proof,),
    )
