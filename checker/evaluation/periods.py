"""How well the financial year that a statement covers is read: corpus/gold/periods.csv."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.errors import CorpusError
from checker.model import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPeriod:
    """What a reader found in one statement; a field is None where the statement does not say it.

    Attributes:
        statement_id: As in statements.csv of ../shared/data.
        held_out: Whether the organisation is one of those that no rule was tuned on.
        start: First day of the financial year, only where the statement gives it.
        end: Last day.
        label: The year as the statement names it, such as `FY2018/19`; empty where it does not.
        approved_on: When the statement was approved.
        published_on: When it was published.
        sure: False where careful readers may differ.
    """

    statement_id: str
    held_out: bool
    start: date | None
    end: date | None
    label: str
    approved_on: date | None
    published_on: date | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodCounts:
    """Last days of financial years, counted by statement.

    Attributes:
        stated: Statements that say when the year ends; each is correct, wrong or unknown.
        correct: It was read.
        wrong: Another day was read.
        unknown: None was read.
        not_stated: Statements that do not say when the year ends.
        falsely_stated: Those of them for which a day was read all the same.
    """

    stated: int
    correct: int
    wrong: int
    unknown: int
    not_stated: int
    falsely_stated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOutcomes:
    """The counts of all statements, and of those that no rule was tuned on."""

    overall: PeriodCounts
    held_out: PeriodCounts


def load_gold_periods(path: Path) -> tuple[GoldPeriod, ...]:
    """The rows of corpus/gold/periods.csv.

    Raises:
        CorpusError: The file is missing, or is not the table that is expected.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return tuple(_gold(row) for row in csv.DictReader(lines))
    except (OSError, KeyError, ValueError) as error:
        raise CorpusError(f"{path}: {error}. corpus/gold/periods.md says what it holds.") from error


def period_outcomes(
    gold_rows: Iterable[GoldPeriod], assessments: Mapping[str, Assessment]
) -> PeriodOutcomes:
    """How the last days agree; rows that are not sure, or were not assessed, are left out.

    Args:
        gold_rows: What a reader found.
        assessments: By statement id.
    """
    rows = [row for row in gold_rows if row.sure and row.statement_id in assessments]
    return PeriodOutcomes(
        overall=_counts(_pairs(rows, assessments)),
        held_out=_counts(_pairs([row for row in rows if row.held_out], assessments)),
    )


def _pairs(
    rows: Iterable[GoldPeriod], assessments: Mapping[str, Assessment]
) -> Iterator[tuple[date | None, date | None]]:
    for row in rows:
        yield row.end, assessments[row.statement_id].statement.period_end


def _counts(pairs: Iterable[tuple[date | None, date | None]]) -> PeriodCounts:
    ends = list(pairs)
    stated = [(gold, found) for gold, found in ends if gold]
    correct = sum(found == gold for gold, found in stated)
    unknown = sum(found is None for _, found in stated)
    return PeriodCounts(
        stated=len(stated),
        correct=correct,
        wrong=len(stated) - correct - unknown,
        unknown=unknown,
        not_stated=len(ends) - len(stated),
        falsely_stated=sum(gold is None and found is not None for gold, found in ends),
    )


def _gold(row: Mapping[str, str]) -> GoldPeriod:
    return GoldPeriod(
        statement_id=row["statement_id"],
        held_out=row["split"] == "held_out",
        start=_day(row["period_start"]),
        end=_day(row["period_end"]),
        label=row["period_label"],
        approved_on=_day(row["approved_on"]),
        published_on=_day(row["published_on"]),
        sure=row["sure"] == "yes",
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
