"""The labelled statements of ../shared/data: read at run time, never copied into the project.

`aims/` holds Australian, Canadian and UK statements labelled by the experts of AIMS (CC BY 4.0;
Bora et al. 2025), `statements/` the UK statements labelled for this project.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from checker.analysis.labelled import MEASURES
from checker.errors import SourceError
from checker.model import Label, SourceDocument

_AIMS = ("au", "ca", "uk")
_AIMS_LABELS = frozenset(Label) - {Label.PERIOD, Label.ZERO_RISK_CLAIM}
# Labels that the project's annotators gave twice; the broad reading is that of the AIMS experts.
_BROAD = frozenset({Label.EFFECTIVENESS, Label.REMEDIATION, Label.RISK_DESCRIPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence and what its annotators say that it discloses.

    Attributes:
        text: The words as published.
        labels: What it discloses, of the labels its statement was annotated for.
        mitigation: Whether it discloses a measure of any kind.
        planned: Whether the step it tells of is planned.
        negated: Whether it says that a step was not taken.
    """

    text: str
    labels: frozenset[Label]
    mitigation: bool
    planned: bool
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """The sentences of one statement, in order.

    Attributes:
        id: Unique among all collections.
        organisation: What statements are split by; an AIMS statement is its own organisation.
        collection: `aims_au`, `aims_ca`, `aims_uk` or `project`.
        sentences: In the order of the statement.
        known: The labels that were annotated; the absence of any other says nothing.
        has_modality: Whether planned and negated were annotated.
    """

    id: str
    organisation: str
    collection: str
    sentences: tuple[GoldSentence, ...]
    known: frozenset[Label]
    has_modality: bool

    @property
    def is_uk(self) -> bool:
        """Whether it is a UK statement, which is what the product is for."""
        return self.collection in {"aims_uk", "project"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedStatement:
    """What people said of a whole statement; a field is empty where nobody said anything.

    Attributes:
        id: As of the `GoldStatement` of the same statement, if there is one.
        organisation: Who published it.
        year: As WikiRate counts it.
        training: `yes`, `no` or `planned`: whether training is disclosed.
        approved_by_board: `Yes`, `Not explicit` or `No`.
        signed_by_director: `Yes` or `No`.
        path: The text of the statement as it was extracted.
    """

    id: str
    organisation: str
    year: int
    training: str
    approved_by_board: str
    signed_by_director: str
    path: Path


def load_gold(data_dir: Path) -> tuple[GoldStatement, ...]:
    """Every labelled statement: AIMS first, then the project's.

    Raises:
        SourceError: A file is missing, or is not the table that is expected.
    """
    with _naming(data_dir):
        aims = [statement for country in _AIMS for statement in _load_aims(data_dir, country)]
        return (*aims, *_load_project(data_dir))


def load_audits(data_dir: Path) -> tuple[AuditedStatement, ...]:
    """Every statement of statements/statements.csv, in the order of that file.

    Raises:
        SourceError: The file is missing, or is not the table that is expected.
    """
    folder = data_dir / "statements"
    columns = "statement_id organisation year_label training approved_by_board signed_by_director"
    with _naming(data_dir):
        return tuple(
            AuditedStatement(
                id=row["statement_id"],
                organisation=row["organisation"],
                year=int(row["year_label"]),
                training=row["training"],
                approved_by_board=row["approved_by_board"],
                signed_by_director=row["signed_by_director"],
                path=folder / "texts" / f"{row['statement_id']}.txt",
            )
            for row in read_table(folder / "statements.csv", columns)
        )


def load_text(audit: AuditedStatement) -> SourceDocument:
    """The text of an audited statement.

    Raises:
        SourceError: The file cannot be read.
    """
    try:
        return SourceDocument(name=audit.path.name, content=audit.path.read_bytes())
    except OSError as error:
        raise SourceError(
            f"{audit.path}: cannot be read ({error.strerror}). Fetch the data anew."
        ) from error


def read_table(path: Path, columns: str) -> list[dict[str, str]]:
    """The rows of one table of ../shared/data.

    Args:
        path: A CSV file in UTF-8.
        columns: Names that the table must have, with spaces between them.

    Raises:
        SourceError: The file is missing or cannot be read, or a column is missing.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = list(reader)
    except FileNotFoundError as error:
        raise SourceError(
            f"{path}: there is no such file. The labelled statements are no part of the project: "
            "name the folder that holds them (aims/ and statements/) with --data or CHECKER_DATA."
        ) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path}: {error}. A CSV file in UTF-8 is expected.") from error
    missing = [name for name in columns.split() if name not in (reader.fieldnames or ())]
    if missing:
        raise SourceError(
            f"{path}: has no column {' and no column '.join(missing)}. Fetch the data anew; its "
            "README says what each file holds."
        )
    return rows


@contextmanager
def _naming(data_dir: Path) -> Iterator[None]:
    """Turns a cell that cannot be understood into a message that names the folder."""
    try:
        yield
    except (KeyError, ValueError) as error:
        raise SourceError(
            f"{data_dir}: a cell is not understood: {error}. Fetch the data anew; its README says "
            "what each file holds."
        ) from error


def _load_aims(data_dir: Path, country: str) -> Iterator[GoldStatement]:
    labels = [label for label in Label if label in _AIMS_LABELS]
    columns = " ".join(["statement_id sentence mitigation", *labels])
    rows = read_table(data_dir / "aims" / f"aims_{country}.csv", columns)
    for name, group in _by_statement(rows):
        yield GoldStatement(
            id=f"{country}{name}",
            organisation=f"{country}{name}",
            collection=f"aims_{country}",
            sentences=tuple(
                GoldSentence(
                    text=row["sentence"],
                    labels=frozenset(label for label in labels if _is_set(row[label])),
                    mitigation=_is_set(row["mitigation"]),
                    planned=False,
                    negated=False,
                )
                for row in group
            ),
            known=_AIMS_LABELS,
            has_modality=False,
        )


def _load_project(data_dir: Path) -> Iterator[GoldStatement]:
    organisations = {audit.id: audit.organisation for audit in load_audits(data_dir)}
    table = data_dir / "statements" / "sentences.csv"
    rows = read_table(table, "statement_id sentence labels broad planned negated")
    for name, group in _by_statement(rows):
        yield GoldStatement(
            id=name,
            organisation=organisations[name],
            collection="project",
            sentences=tuple(_project_sentence(row) for row in group),
            known=frozenset(Label),
            has_modality=True,
        )


def _project_sentence(row: Mapping[str, str]) -> GoldSentence:
    labels = (_labels(row["labels"]) - _BROAD) | _labels(row["broad"])
    return GoldSentence(
        text=row["sentence"],
        labels=labels,
        mitigation=not MEASURES.isdisjoint(labels),
        planned=_is_set(row["planned"]),
        negated=_is_set(row["negated"]),
    )


def _labels(cell: str) -> frozenset[Label]:
    return frozenset(Label(name) for name in cell.split("|") if name)


def _is_set(cell: str) -> bool:
    return bool(float(cell or 0))


def _by_statement(
    rows: Iterable[dict[str, str]],
) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for name, group in groupby(rows, key=lambda row: row["statement_id"]):
        yield name, list(group)
