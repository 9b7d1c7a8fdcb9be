"""How well the statements of the example county are judged: data that is in the project.

corpus/sites/expected.yml says what the author of each statement meant it to say.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import srsly
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from checker.errors import CorpusError
from checker.evaluation.labellers import Assessor
from checker.evaluation.metrics import Estimate, agreement, share
from checker.model import (
    AreaVerdict,
    Assessment,
    ContentArea,
    Requirement,
    RequirementVerdict,
    SourceDocument,
)


class Meant(BaseModel):
    """What the author of a statement meant it to say; fields about its site are left out."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    path: Annotated[str, Field(pattern="^/")]
    period_end: date | None
    no_steps: bool
    approval: RequirementVerdict
    signature: RequirementVerdict
    areas: dict[ContentArea, AreaVerdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyResults:
    """Shares of the example statements that are judged as their author meant.

    Attributes:
        verdicts: Area verdicts that are exactly as meant, of six for each statement.
        found: Areas rightly found, or rightly not found.
        approval: Verdicts on approval.
        signature: Verdicts on the signature.
        period_end: Last day of the period, or rightly none.
        no_steps: Whether it says that no steps were taken.
    """

    verdicts: Estimate
    found: Estimate
    approval: Estimate
    signature: Estimate
    period_end: Estimate
    no_steps: Estimate


def judge_example_county(corpus_dir: Path, assessor: Assessor) -> CountyResults:
    """How `assessor` judges the statements of the example county.

    Raises:
        CorpusError: A statement, the register or expected.yml is missing or wrong.
    """
    pairs = [
        (meant, assessor.assess(name, SourceDocument(name=path.name, content=path.read_bytes())))
        for name, path, meant in _statements(corpus_dir)
    ]
    none = AreaVerdict.NONE
    areas = [
        [(verdict, found.area(area).verdict) for area, verdict in meant.areas.items()]
        for meant, found in pairs
    ]
    return CountyResults(
        verdicts=agreement([meant is verdict for meant, verdict in each] for each in areas),
        found=agreement(
            [(meant is none) is (verdict is none) for meant, verdict in each] for each in areas
        ),
        approval=share(m.approval is _duty(a, Requirement.APPROVAL) for m, a in pairs),
        signature=share(m.signature is _duty(a, Requirement.SIGNATURE) for m, a in pairs),
        period_end=share(m.period_end == a.statement.period_end for m, a in pairs),
        no_steps=share(m.no_steps is a.statement.no_steps for m, a in pairs),
    )


def _duty(assessment: Assessment, requirement: Requirement) -> RequirementVerdict | None:
    finding = assessment.requirement(requirement)
    return finding.verdict if finding else None


def _statements(corpus_dir: Path) -> Iterator[tuple[str, Path, Meant]]:
    """Organisation, file and meaning of each statement; a group's statement comes once."""
    hosts = _hosts(corpus_dir / "register" / "example.csv")
    seen: set[Path] = set()
    for name, meant in _load_expected(corpus_dir / "sites" / "expected.yml").items():
        path = _find_file(corpus_dir / "sites", hosts.get(name, []), meant.path)
        if path is None:
            raise CorpusError(f"{corpus_dir / 'sites'}: there is no {meant.path} of {name}.")
        if path not in seen:
            seen.add(path)
            yield name, path, meant


def _load_expected(file: Path) -> Mapping[str, Meant]:
    try:
        return TypeAdapter(dict[str, Meant]).validate_python(srsly.read_yaml(file))
    except (OSError, ValidationError) as error:
        raise CorpusError(f"{file}: {error}") from error


def _hosts(register: Path) -> dict[str, list[str]]:
    """Where the statement of each organisation may be: its own site, then its parent's."""
    try:
        with register.open(encoding="utf-8", newline="") as lines:
            rows = {row["name"]: row for row in csv.DictReader(lines)}
    except (OSError, KeyError) as error:
        raise CorpusError(f"{register}: {error}") from error
    return {
        name: [rows[each]["website"] for each in (name, row["parent"]) if each in rows]
        for name, row in rows.items()
    }


def _find_file(sites: Path, hosts: list[str], path: str) -> Path | None:
    for host in hosts:
        for folder in (sites / host, sites / f"www.{host}"):
            for name in (path, f"{path}.html", f"{path}index.html"):
                file = folder / name.lstrip("/")
                if file.is_file():
                    return file
    return None
