from datetime import date

import factories
import pytest

from checker.errors import CorpusError
from checker.evaluation.periods import (
    GoldPeriod,
    PeriodCounts,
    load_gold_periods,
    period_outcomes,
)
from checker.training import fold_of, load_audits

MARCH, JUNE = date(2023, 3, 31), date(2023, 6, 30)


def _gold(name: str, end: date | None, *, held_out: bool = False, sure: bool = True) -> GoldPeriod:
    return GoldPeriod(
        statement_id=name,
        held_out=held_out,
        start=None,
        end=end,
        label="",
        approved_on=None,
        published_on=None,
        sure=sure,
    )


def _assessed(end: date | None):
    return factories.assessment(statement={"period_end": end})


def test_periods_are_counted_by_what_was_read():
    gold = [
        _gold("right", MARCH),
        _gold("other day", MARCH, held_out=True),
        _gold("nothing read", MARCH),
        _gold("rightly nothing", None),
        _gold("invented", None, held_out=True),
        _gold("disputed", MARCH, sure=False),
        _gold("not assessed", MARCH),
    ]
    read = {
        "right": MARCH,
        "other day": JUNE,
        "nothing read": None,
        "rightly nothing": None,
        "invented": MARCH,
        "disputed": JUNE,
    }
    outcomes = period_outcomes(gold, {name: _assessed(end) for name, end in read.items()})
    assert outcomes.overall == PeriodCounts(
        stated=3, correct=1, wrong=1, unknown=1, not_stated=2, falsely_stated=1
    )
    assert outcomes.held_out == PeriodCounts(
        stated=1, correct=0, wrong=1, unknown=0, not_stated=1, falsely_stated=1
    )


def test_periods_of_the_corpus_are_loaded(root):
    gold = load_gold_periods(root / "corpus/gold/periods.csv")
    assert len({row.statement_id for row in gold}) == len(gold) == 104
    assert all(row.start < row.end for row in gold if row.start and row.end)
    assert {row.held_out for row in gold} == {True, False}


@pytest.mark.realdata
def test_periods_are_held_out_by_organisation(root, real_data):
    organisations = {audit.id: audit.organisation for audit in load_audits(real_data)}
    for row in load_gold_periods(root / "corpus/gold/periods.csv"):
        assert row.held_out == (fold_of(organisations[row.statement_id], 10) >= 7)


def test_periods_that_are_no_table_are_a_corpus_error(tmp_path):
    path = tmp_path / "periods.csv"
    path.write_text("statement_id\nWR_1\n")
    with pytest.raises(CorpusError, match=r"periods\.csv"):
        load_gold_periods(path)
