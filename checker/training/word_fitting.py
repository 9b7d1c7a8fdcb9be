"""Fits what each word is worth: one logistic regression a label over tf-idf of three sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from checker.analysis.windows import PLACES, places
from checker.analysis.word_weights import Vocabulary, WordWeights, Worth, words_of
from checker.training.config import WordConfig
from checker.training.gold import GoldStatement
from checker.training.targets import COLUMNS, known_columns, wanted_columns


def fit_words(into: WordWeights, statements: Sequence[GoldStatement], config: WordConfig) -> None:
    """Fills word weights with what labelled statements teach; nothing of it is left to chance."""
    vocabulary = _vocabulary(statements, config.least_sentences)
    rows = [row for each in statements for row in _rows(each, vocabulary, config.neighbours)]
    features = csr_matrix(
        (
            np.concatenate([values for _, values in rows]),
            np.concatenate([found for found, _ in rows]),
            np.cumsum([0, *(len(found) for found, _ in rows)]),
        ),
        shape=(len(rows), 3 * len(vocabulary.positions) + PLACES),
    )
    wanted = np.array([row for each in statements for row in wanted_columns(each)])
    known = np.array([known_columns(each) for each in statements for _ in each.sentences])
    coefficients = np.zeros((features.shape[1], len(COLUMNS)), dtype=np.float32)
    intercept = np.zeros(len(COLUMNS), dtype=np.float32)
    for column in range(len(COLUMNS)):
        judged = known[:, column]
        model = LogisticRegression(C=config.inverse_penalty, solver="liblinear")
        model.fit(features[judged], wanted[judged, column])
        coefficients[:, column] = model.coef_[0]
        intercept[column] = model.intercept_[0]
    own, before, after = np.split(coefficients[:-PLACES], 3)
    worth = Worth(
        own=own,
        before=np.multiply(before, config.neighbours, dtype=np.float32),
        after=np.multiply(after, config.neighbours, dtype=np.float32),
        places=coefficients[-PLACES:],
        intercept=intercept,
    )
    into.fill(COLUMNS, vocabulary, worth)


def _vocabulary(statements: Sequence[GoldStatement], least: int) -> Vocabulary:
    """The words of at least so many sentences, in alphabetical order."""
    texts = [sentence.text for each in statements for sentence in each.sentences]
    counts = Counter(word for text in texts for word in set(words_of(text)))
    words = sorted(word for word, number in counts.items() if number >= least)
    numbers = np.array([counts[word] for word in words], dtype=np.float32)
    return Vocabulary(
        positions={word: position for position, word in enumerate(words)},
        rarity=(np.log((1 + len(texts)) / (1 + numbers)) + 1).astype(np.float32),
    )


def _rows(
    statement: GoldStatement, vocabulary: Vocabulary, share: float
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.float32]]]:
    """Columns and values of each sentence: its words, those before, those after, its place."""
    size = len(vocabulary.positions)
    nothing = vocabulary.read("")
    read = [vocabulary.read(sentence.text) for sentence in statement.sentences]
    where = list(places(len(read)))
    for own, before, after, place in zip(
        read, [nothing, *read[:-1]], [*read[1:], nothing], where, strict=True
    ):
        yield (
            np.concatenate(
                [own[0], before[0] + size, after[0] + 2 * size, np.arange(PLACES) + 3 * size]
            ),
            np.concatenate([own[1], before[1] * share, after[1] * share, place]).astype(np.float32),
        )
