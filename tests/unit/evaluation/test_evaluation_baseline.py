"""Floors rise, and a figure below its floor is named."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CorpusError
from checker.evaluation import Baseline, Figure, Figures, baseline_json, load_baseline, shortfalls
from checker.evaluation import raised as raise_floors
from checker.evaluation.baseline import TOLERANCE
from checker.evaluation.metrics import Estimate


def figures(*, data: str = "d" * 64, project: float = 0.9, shared: float = 0.7) -> Figures:
    def figure(name: str, value: float) -> Figure:
        whole = Estimate(value=value, low=value, high=value, support=10)
        return Figure(id=name, title=name, whole=whole)

    return Figures(
        project=(figure("county.found", project),),
        shared=(figure("aims.macro_f1", shared),) if data else (),
        data=data,
    )


def test_baseline_a_floor_is_the_measured_value_less_the_tolerance():
    floors = raise_floors(Baseline(), figures())
    assert floors.project == {"county.found": pytest.approx(0.9 - TOLERANCE)}
    assert floors.shared == {"aims.macro_f1": pytest.approx(0.7 - TOLERANCE)}
    assert floors.data == "d" * 64


def test_baseline_a_missed_floor_is_named_with_what_is_short():
    floors = raise_floors(Baseline(), figures())
    assert list(shortfalls(floors, figures(shared=0.6))) == [
        "aims.macro_f1 is 0.6000, 0.0950 below its floor of 0.6950"
    ]


def test_baseline_an_update_never_lowers_a_floor():
    floors = raise_floors(Baseline(), figures(shared=0.7))
    again = raise_floors(floors, figures(shared=0.6))
    assert again == floors
    assert list(shortfalls(again, figures(shared=0.6)))


def test_baseline_a_figure_that_is_undefined_does_not_hold_its_floor():
    floors = raise_floors(Baseline(), figures())
    assert len(list(shortfalls(floors, figures(shared=nan)))) == 1
    assert raise_floors(Baseline(), figures(shared=nan)).shared == {}


def test_baseline_a_floor_without_a_figure_is_a_shortfall():
    floors = Baseline(project={"county.gone": 0.5})
    assert list(shortfalls(floors, figures(data=""))) == [
        "county.gone has a floor of 0.5000 and is not measured any more"
    ]


def test_baseline_without_the_labelled_statements_only_the_project_is_looked_at():
    floors = raise_floors(Baseline(), figures())
    assert list(shortfalls(floors, figures(data=""))) == []
    assert list(shortfalls(floors, figures(data="", project=0.1))) != []


def test_baseline_other_labelled_statements_are_not_compared():
    floors = raise_floors(Baseline(), figures())
    other = figures(data="e" * 64, shared=0.2)
    (problem,) = shortfalls(floors, other)
    assert "checker evaluate --update" in problem
    assert raise_floors(floors, other).shared == {"aims.macro_f1": pytest.approx(0.195)}


@given(st.floats(0, 1), st.floats(0, 1))
def test_baseline_what_was_just_pinned_is_held(project, shared):
    measured = figures(project=project, shared=shared)
    assert list(shortfalls(raise_floors(Baseline(), measured), measured)) == []


def test_baseline_is_read_as_it_was_written(tmp_path):
    floors = raise_floors(Baseline(), figures())
    path = tmp_path / "baseline.json"
    assert load_baseline(path) == Baseline()
    path.write_text(baseline_json(floors))
    assert load_baseline(path) == floors


def test_baseline_a_wrong_file_is_named(tmp_path):
    path = tmp_path / "baseline.json"
    path.write_text('{"floor": 1}')
    with pytest.raises(CorpusError, match=r"baseline\.json"):
        load_baseline(path)
