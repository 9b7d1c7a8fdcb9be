"""Who is measured: the rules alone, the model alone, and both, as `checker check` uses them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.analysis import Analyser, TrainedModel
from checker.evaluation.labellers import AnalyserJudge, Assessor, Labeller
from checker.rulebook import Rulebook
from checker.training import GoldStatement, fold_of
from checker.training.recorded import Recorded
from checker.training.weighing import Column, columns_of, fit_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """What is measured.

    Attributes:
        labellers: Of single sentences; the last one judges as `checker check` does.
        assessors: Of whole statements; the last one judges as `checker check` does.
        shipped: What `checker check` uses, for documents that it has not learnt from.
        recorded: What the model said that had not learnt from them.
    """

    labellers: Sequence[Labeller]
    assessors: Sequence[Assessor]
    shipped: Analyser
    recorded: Recorded


def cross_validated(
    rulebook: Rulebook,
    shipped: TrainedModel,
    recorded: Recorded,
    gold: Iterable[GoldStatement],
) -> Judges:
    """Judges that answer for every organisation with what was trained without its fold.

    The classifiers of the folds are not at hand: what they said was recorded when they were
    trained. The weights of a fold are fitted on what they said of the others.

    Args:
        rulebook: The rules as they are now.
        shipped: The trained model that `checker check` uses.
        recorded: What was said out of fold.
        gold: The labelled statements.
    """
    rules = Analyser(rulebook)
    by_fold: list[list[Column]] = [[] for _ in range(recorded.folds)]
    for each in gold:
        if each.is_uk:
            fold = fold_of(each.organisation, recorded.folds)
            by_fold[fold] += columns_of(each, rules, recorded)
    model = replace(shipped, transformer=recorded.transformer, words=recorded.words)
    alone = _analysers(rulebook, model, by_fold, with_rules=False)
    combined = _analysers(rulebook, model, by_fold, with_rules=True)
    rules_only = AnalyserJudge("rules only", rules)
    both = AnalyserJudge("combined", *combined)
    return Judges(
        labellers=[rules_only, AnalyserJudge("model only", *alone), both],
        assessors=[rules_only, both],
        shipped=Analyser(rulebook, shipped),
        recorded=recorded,
    )


def _analysers(
    rulebook: Rulebook, model: TrainedModel, by_fold: list[list[Column]], *, with_rules: bool
) -> list[Analyser]:
    """One for each fold, with weights that were fitted on the others."""
    analysers = []
    for fold in range(len(by_fold)):
        others = [column for i, part in enumerate(by_fold) if i != fold for column in part]
        weights = fit_weights(others, with_rules=with_rules)
        analysers.append(Analyser(rulebook, replace(model, weights=weights)))
    return analysers
