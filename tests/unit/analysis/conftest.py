"""The project's own language and rulebook, loaded once, and ways to label a few sentences."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import label_sentences
from checker.analysis.language import StatementEnglish
from checker.analysis.matching import RuleMatcher
from checker.analysis.sentences import from_texts
from checker.rulebook import Rule, Rulebook, load_rulebook

Label = Callable[[Sequence[str]], tuple[LabelledSentence, ...]]


@pytest.fixture(scope="session")
def nlp() -> StatementEnglish:
    return StatementEnglish()


@pytest.fixture(scope="session")
def rulebook(root: Path) -> Rulebook:
    return load_rulebook(root / "rules")


@pytest.fixture(scope="session")
def matcher(nlp: StatementEnglish, rulebook: Rulebook) -> RuleMatcher:
    return RuleMatcher(nlp, rulebook.of(Rule))


@pytest.fixture(scope="session")
def label(nlp: StatementEnglish, rulebook: Rulebook, matcher: RuleMatcher) -> Label:
    """Labels the sentences of one statement by the rules, without marks."""

    def label_texts(texts: Sequence[str]) -> tuple[LabelledSentence, ...]:
        sentences = from_texts(texts, nlp)
        hits = [matcher.hits(sentence) for sentence in sentences]
        return label_sentences(sentences, hits, (), rulebook.scoring)

    return label_texts
