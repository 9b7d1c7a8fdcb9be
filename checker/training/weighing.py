"""Fits how the rules and the classifier are combined, on sentences the classifier did not see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.analysis import Analyser
from checker.analysis.combining import Weights
from checker.analysis.labelled import LabelledSentence
from checker.errors import SettingsError
from checker.model import Label, Modality
from checker.training.gold import GoldStatement
from checker.training.recorded import Recorded
from checker.training.targets import COLUMNS

_ALL, _MODEL_ONLY, _RULES_ONLY = (1, 1, 1), (1, 1, 0), (0, 0, 1)  # who is heard
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What is said of one label, or of planned, in the sentences of one statement.

    Attributes:
        name: Of the label.
        transformer: Logits by the first half of the model.
        words: Logits by the second.
        rules: Score by the rules, 0 to 1.
        wanted: Whether the annotators gave it.
    """

    name: str
    transformer: NDArray[np.float32]
    words: NDArray[np.float32]
    rules: NDArray[np.float32]
    wanted: NDArray[np.bool_]


def columns_of(gold: GoldStatement, rules: Analyser, recorded: Recorded) -> tuple[Column, ...]:
    """Every column that `gold` was annotated for.

    Args:
        gold: A labelled statement.
        rules: Judges by the rules alone.
        recorded: What the model says that has not seen its organisation.
    """
    texts = [sentence.text for sentence in gold.sentences]
    transformer = recorded.transformer.logits(texts)
    words = recorded.words.logits(texts)
    return tuple(
        Column(
            name=name,
            transformer=transformer[:, COLUMNS.index(name)],
            words=words[:, COLUMNS.index(name)],
            rules=np.array(said, dtype=np.float32),
            wanted=np.array(wanted, dtype=np.bool_),
        )
        for name, said, wanted in _annotated(gold, rules.label(texts))
    )


def fit_weights(columns: Sequence[Column], *, with_rules: bool = True) -> Mapping[str, Weights]:
    """Weights and threshold of each label and of `planned`.

    Args:
        columns: Of UK statements.
        with_rules: Whether the rules have a say, or the classifier decides alone.

    Raises:
        SettingsError: scikit-learn is not installed; it is needed for nothing else.
    """
    names = dict.fromkeys(column.name for column in columns)
    return {
        name: _fit([column for column in columns if column.name == name], with_rules=with_rules)
        for name in names
    }


def _annotated(
    gold: GoldStatement, by_rules: Sequence[LabelledSentence]
) -> Iterator[tuple[str, list[float], list[bool]]]:
    """Name, scores by the rules, and truth of everything that was annotated."""
    for label in Label:
        if label in gold.known:
            scores = [sentence.scores.get(label, 0.0) for sentence in by_rules]
            yield label.value, scores, [label in sentence.labels for sentence in gold.sentences]
    if gold.has_modality:
        said = [float(sentence.modality is Modality.PLANNED) for sentence in by_rules]
        yield Modality.PLANNED.value, said, [each.planned for each in gold.sentences]


def _fit(columns: Sequence[Column], *, with_rules: bool) -> Weights:
    """The weights of one label; where the rules alone are right more often, they decide alone."""
    opinions = np.concatenate(
        [np.stack([each.transformer, each.words, each.rules], axis=1) for each in columns]
    )
    wanted = np.concatenate([column.wanted for column in columns])
    if not with_rules:
        return _regress(opinions, _MODEL_ONLY, wanted)[0]
    fits = [_regress(opinions, heard, wanted) for heard in (_RULES_ONLY, _ALL)]
    return max(fits, key=lambda fit: fit[1])[0]


def _regress(
    opinions: NDArray[np.float32], heard: Sequence[int], wanted: NDArray[np.bool_]
) -> tuple[Weights, float]:
    """The weights of the opinions that are heard, and the best F1 that they reach."""
    opinions = np.multiply(opinions, heard, dtype=np.float32)
    model = _logistic_regression().fit(opinions, wanted)
    transformer, words, rules = (round(float(each), _DIGITS) for each in model.coef_[0])
    best = _best_f1(model.predict_proba(opinions)[:, 1], wanted)
    weights = Weights(
        intercept=round(float(model.intercept_[0]), _DIGITS),
        transformer=transformer,
        words=words,
        rules=rules,
        # The threshold that reaches the best F1 where the scores are calibrated (Lipton, Elkan and
        # Naryanaswamy 2014). The one that was best here follows the chance of a few sentences
        # where a label is rare; this one does not, and measured as well on other folds.
        threshold=round(best / 2, _DIGITS),
    )
    return weights, best


def _best_f1(scores: NDArray[np.float64], wanted: NDArray[np.bool_]) -> float:
    """The highest F1 of any threshold; sentences with the same score stand or fall together."""
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum(wanted[order]) / (np.arange(1, len(order) + 1) + wanted.sum())
    last_of_its_score = np.append(np.diff(scores[order]) != 0, True)
    return float(f1[last_of_its_score].max())


def _logistic_regression() -> Any:
    try:
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - of an extra
    except ImportError as error:
        message = f"{error}. Install the extra: pip install 'section54-checker[evaluate]'."
        raise SettingsError(message) from error
    return LogisticRegression(max_iter=1000)
