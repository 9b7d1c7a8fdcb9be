"""What is measured: anything that labels the sentences of a statement, or assesses it whole."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from checker.analysis import Analyser
from checker.model import Assessment, Label, Modality, SourceDocument
from checker.pipeline import StatementPipeline
from checker.training import GoldStatement, fold_of


class Prediction(Protocol):
    """What is said of one sentence; the analysis' labelled sentence is one."""

    @property
    def labels(self) -> Collection[Label]:
        """The labels that are chosen."""

    @property
    def scores(self) -> Mapping[Label, float]:
        """From 0 to 1; a label that is missing scores 0."""

    @property
    def modality(self) -> Modality:
        """Of the step it tells of."""


class Labeller(Protocol):
    """Labels statements that it has not learnt from.

    A labeller that was trained is cross-validated: it answers with what was trained without the
    fold of the statement's organisation (`checker.training.fold_of`).
    """

    @property
    def name(self) -> str:
        """As the tables call it."""

    def label(self, statement: GoldStatement) -> Sequence[Prediction]:
        """A prediction for each sentence, in order."""


class Assessor(Protocol):
    """Assesses whole statements that it has not learnt from."""

    @property
    def name(self) -> str:
        """As the tables call it."""

    def assess(self, organisation: str, source: SourceDocument) -> Assessment:
        """The assessment of a statement, from its bytes.

        Args:
            organisation: Whose statement it is; an assessor that was trained answers with what
                was trained without its fold.
            source: The bytes of the statement.
        """


class AnalyserJudge:
    """Labeller and assessor: one analyser for each fold, which has not learnt from that fold."""

    def __init__(self, name: str, *analysers: Analyser) -> None:
        """As many folds as analysers: one analyser that learnt from nobody answers for all."""
        self.name = name
        self._analysers = analysers

    def label(self, statement: GoldStatement) -> Sequence[Prediction]:
        """What the analyser of its fold says of each sentence."""
        analyser = self._of(statement.organisation)
        return analyser.label([sentence.text for sentence in statement.sentences])

    def assess(self, organisation: str, source: SourceDocument) -> Assessment:
        """What the analyser of its fold says of the whole statement.

        Raises:
            ExtractError: The document could not be read; a subclass says why.
        """
        return StatementPipeline(self._of(organisation)).check(source).assessment

    def _of(self, organisation: str) -> Analyser:
        return self._analysers[fold_of(organisation, len(self._analysers))]
