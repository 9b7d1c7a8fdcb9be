"""Whether a target is met is decided by the statements held out."""

from math import nan

import pytest

from checker.evaluation import Figure, Figures, figures_text
from checker.evaluation.metrics import Estimate


def estimate(value: float) -> Estimate:
    return Estimate(value=value, low=value, high=value, support=9)


@pytest.mark.parametrize(
    ("whole", "held_out", "target", "met"),
    [
        (0.9, 0.6, 0.7, False),
        (0.6, 0.7, 0.7, True),
        (0.7, None, 0.7, True),
        (0.9, nan, 0.7, False),
        (0.9, 0.9, None, False),
    ],
)
def test_figures_the_statements_held_out_decide(whole, held_out, target, met):
    figure = Figure(
        id="a.b",
        title="A figure",
        whole=estimate(whole),
        held_out=None if held_out is None else estimate(held_out),
        target=target,
    )
    assert figure.met is met


def test_figures_are_a_table_for_a_terminal():
    figure = Figure(
        id="a.b", title="A figure", whole=estimate(0.75), held_out=estimate(nan), target=0.7
    )
    heading, line = figures_text(Figures(project=(figure,), shared=(), data="")).splitlines()
    assert heading.split() == ["all", "held", "out", "target"]
    assert line.split() == ["A", "figure", "0.750", "(0.75–0.75)", "–", "0.70", "not", "met"]
