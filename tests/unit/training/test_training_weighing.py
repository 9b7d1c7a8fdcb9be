import numpy as np
import pytest

from checker.training.weighing import Column, fit_weights


def column(name, *, seed, informative):
    """400 sentences, one in four with the label; `informative` opinions know, others guess."""
    chance = np.random.default_rng(seed)
    wanted = chance.random(400) < 0.25
    knows = np.where(wanted, 2.0, -2.0) + chance.normal(0, 1, 400)
    guesses = chance.normal(0, 1, 400)
    said = {key: knows if key in informative else guesses for key in ("transformer", "words")}
    rules = (wanted if "rules" in informative else chance.random(400) < 0.5).astype(np.float32)
    return Column(name=name, **said, rules=rules, wanted=wanted)


def test_weights_go_to_the_opinion_that_knows():
    weights = fit_weights(
        [
            column("training", seed=1, informative={"transformer"}),
            column("approval", seed=2, informative={"words"}),
            column("period", seed=3, informative={"rules"}),
        ]
    )
    assert weights["training"].transformer > 5 * abs(weights["training"].words)
    assert weights["approval"].words > 5 * abs(weights["approval"].transformer)
    assert weights["period"].rules > 3 > abs(weights["training"].rules)


def test_weights_leave_the_model_out_where_the_rules_are_right_more_often():
    part = column("approval", seed=8, informative={"rules"})
    weights = fit_weights([part])["approval"]
    assert (weights.transformer, weights.words) == (0, 0)
    assert weights.rules > 3


def test_weights_without_rules_give_them_none():
    part = column("training", seed=4, informative={"transformer", "rules"})
    assert fit_weights([part], with_rules=False)["training"].rules == 0
    assert fit_weights([part])["training"].rules > 0


def test_weights_are_learnt_from_all_statements_alike():
    parts = [column("training", seed=seed, informative={"transformer"}) for seed in (5, 6)]
    assert fit_weights(parts) == fit_weights(parts[::-1])


def test_threshold_is_half_the_best_f1():
    part = column("training", seed=7, informative={"transformer"})
    threshold = fit_weights([part])["training"].threshold
    best = max(
        2
        * (part.wanted & (part.transformer >= at)).sum()
        / (part.wanted.sum() + (part.transformer >= at).sum())
        for at in part.transformer
    )
    assert threshold == pytest.approx(best / 2, abs=0.01)
