"""How well section 54 statements are told from what only looks like one.

Measured on corpus/lookalikes and, where they are present, on the real statements of
corpus/gold/statements.csv, whose texts are no part of the project.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from checker.errors import SourceError
from checker.evaluation.calibration import Calibration, calibrate
from checker.evaluation.metrics import Estimate, score, share
from checker.extract import extract
from checker.model import Assessment, Document, SourceDocument, Statement
from checker.training import is_held_out
from checker.training.gold import read_table

STATEMENT = "statement"
"""The kind, and the folder of corpus/lookalikes, of what is a statement."""

_TABLES = {"au": "AIMS.au", "ca": "AIMS.ca", "uk": "AIMS.uk"}


class DocumentAssessor(Protocol):
    """Assesses a document; the analyser is one."""

    def assess(self, document: Document, source: SourceDocument) -> Assessment:
        """What the document discloses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityCase:
    """A document that is a statement, or is not.

    Attributes:
        kind: A folder of corpus/lookalikes, or where a real document comes from.
        source: Its bytes.
        is_statement: The right answer.
        held_out: Whether it was kept from whoever wrote the rules.
    """

    kind: str
    source: SourceDocument
    is_statement: bool
    held_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with the answer that was given."""

    case: IdentityCase
    answer: Statement

    @property
    def right(self) -> bool:
        """Whether the answer is the right one."""
        return self.answer.is_statement == self.case.is_statement


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityFigures:
    """How well some cases were judged.

    Attributes:
        accuracy: Share of right answers.
        sensitivity: Share of the statements that were known.
        specificity: Share of the others that were told.
        calibration: Of the confidence, against whether the answer was right.
        kinds: Share of right answers by kind.
    """

    accuracy: Estimate
    sensitivity: Estimate
    specificity: Estimate
    calibration: Calibration
    kinds: dict[str, Estimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityResults:
    """The cases that rules were tuned on, and those held out."""

    tuning: IdentityFigures
    held_out: IdentityFigures


def measure_identity(
    analyser: DocumentAssessor, *, corpus_dir: Path, data_dir: Path | None = None
) -> IdentityResults:
    """How well `analyser` tells statements from look-alikes.

    Args:
        analyser: What is measured.
        corpus_dir: The project's corpus/.
        data_dir: The real statements; without it they are left out.

    Raises:
        ExtractError: A document could not be read; a subclass says why.
        SourceError: Documents are missing.
    """
    cases = list(load_lookalikes(corpus_dir))
    if data_dir:
        cases.extend(load_real(corpus_dir, data_dir))
    judged = [judge_case(analyser, case) for case in cases]
    return IdentityResults(
        tuning=_figures([each for each in judged if not each.case.held_out]),
        held_out=_figures([each for each in judged if each.case.held_out]),
    )


def judge_case(analyser: DocumentAssessor, case: IdentityCase) -> Judged:
    """The answer of `analyser` to one case.

    Raises:
        ExtractError: The document could not be read; a subclass says why.
    """
    assessment = analyser.assess(extract(case.source), case.source)
    return Judged(case=case, answer=assessment.statement)


def load_lookalikes(corpus_dir: Path) -> Iterator[IdentityCase]:
    """The documents of corpus/lookalikes; those with an even number are held out.

    Raises:
        SourceError: There are none.
    """
    paths = sorted((corpus_dir / "lookalikes").glob("*/*.txt"))
    if not paths:
        raise SourceError(f"{corpus_dir / 'lookalikes'}: holds no documents such as policy/01.txt.")
    for path in paths:
        kind = path.parent.name
        yield IdentityCase(
            kind=kind,
            source=SourceDocument(name=f"{kind}/{path.name}", content=path.read_bytes()),
            is_statement=kind == STATEMENT,
            held_out=int(path.stem) % 2 == 0,
        )


def load_real(corpus_dir: Path, data_dir: Path) -> Iterator[IdentityCase]:
    """The real documents of corpus/gold/statements.csv, split by organisation.

    Raises:
        SourceError: A table or a text is missing.
    """
    gold = read_table(corpus_dir / "gold" / "statements.csv", "statement_id is_statement")
    answers = {row["statement_id"]: row["is_statement"] == "yes" for row in gold}
    for kind, name, organisation, content in [*_published(data_dir), *_rebuilt(data_dir)]:
        if name in answers:
            yield IdentityCase(
                kind=kind,
                source=SourceDocument(name=name, content=content, media_type="text/plain"),
                is_statement=answers[name],
                held_out=is_held_out(organisation),
            )


def _published(data_dir: Path) -> Iterator[tuple[str, str, str, bytes]]:
    """Kind, name, organisation and text of the published statements."""
    folder = data_dir / "statements"
    for row in read_table(folder / "statements.csv", "statement_id organisation"):
        path = folder / "texts" / f"{row['statement_id']}.txt"
        try:
            yield "published", row["statement_id"], row["organisation"], path.read_bytes()
        except OSError as error:
            raise SourceError(f"{path}: {error.strerror}. Fetch the data anew.") from error


def _rebuilt(data_dir: Path) -> Iterator[tuple[str, str, str, bytes]]:
    """Kind, name, organisation and text of the statements that AIMS gives as sentences."""
    for country, kind in _TABLES.items():
        sentences: dict[str, list[str]] = defaultdict(list)
        path = data_dir / "aims" / f"aims_{country}.csv"
        for row in read_table(path, "statement_id sentence"):
            sentences[row["statement_id"]].append(row["sentence"])
        for name, texts in sentences.items():
            yield kind, name, f"{country}{name}", "\n\n".join(texts).encode()


def _figures(judged: Sequence[Judged]) -> IdentityFigures:
    gold = [np.array([[each.case.is_statement]]) for each in judged]
    answers = [np.array([[each.answer.is_statement]]) for each in judged]
    table = score(gold, answers, [STATEMENT]).criteria[0]
    kinds = dict.fromkeys(each.case.kind for each in judged)
    return IdentityFigures(
        accuracy=_share_right(judged),
        sensitivity=table.recall,
        specificity=table.specificity,
        calibration=calibrate((each.answer.confidence, each.right) for each in judged),
        kinds={
            kind: _share_right(each for each in judged if each.case.kind == kind) for kind in kinds
        },
    )


def _share_right(judged: Iterable[Judged]) -> Estimate:
    return share([each.right for each in judged])
