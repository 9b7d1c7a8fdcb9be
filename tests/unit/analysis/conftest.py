"""The project's own language and rulebook, loaded once, and ways to label a few sentences."""

from collections.abc import Callable, Sequence
from pathlib import Path

import factories
import pytest

from checker.analysis.analyser import Analyser
from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import label_sentences
from checker.analysis.language import StatementEnglish
from checker.analysis.matching import RuleMatcher
from checker.analysis.requirements import requirement_findings
from checker.analysis.sentences import from_texts
from checker.model import Assessment, Block, BlockKind, Document, Requirement
from checker.rulebook import Rule, Rulebook, load_rulebook

Label = Callable[[Sequence[str]], tuple[LabelledSentence, ...]]


@pytest.fixture(scope="session")
def nlp() -> StatementEnglish:
    return StatementEnglish()


@pytest.fixture(scope="session")
def table() -> Callable[[Sequence[Sequence[str]]], Document]:
    """A document that is one table; empty cells are left out, as on a page."""

    def document_of(rows: Sequence[Sequence[str]]) -> Document:
        text, blocks = "", []
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                start, end = len(text), len(text) + len(cell)
                place = {"row": row, "column": column}
                if cell:
                    blocks.append(Block(start=start, end=end, kind=BlockKind.TABLE_CELL, **place))
                    text += f"{cell}\n"
        return factories.document(text, blocks=tuple(blocks))

    return document_of


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


@pytest.fixture(scope="session")
def questions(rulebook: Rulebook) -> Callable[[str, Requirement], list[str]]:
    """The advice on one publishing duty, as for a statement with these lines."""
    analyser = Analyser(rulebook)

    def advice_ids(text: str, requirement: Requirement) -> list[str]:
        findings = requirement_findings(analyser.label(text.split("\n")), rulebook.scoring)
        finding = next(finding for finding in findings if finding.id is requirement)
        return [advice.id for advice in finding.advice]

    return advice_ids


@pytest.fixture(scope="session")
def assess(rulebook: Rulebook) -> Callable[[str], Assessment]:
    """Assesses a text, whose every line is a paragraph and whose first is a heading."""
    analyser = Analyser(rulebook)

    def assess_text(text: str) -> Assessment:
        return analyser.assess(factories.document(text), factories.source_document(text.encode()))

    return assess_text
