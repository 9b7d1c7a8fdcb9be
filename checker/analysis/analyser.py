"""One statement: `Document` → `Assessment`. Pure: same document and rules, same assessment."""

from collections.abc import Sequence
from dataclasses import replace

from checker import __version__
from checker.analysis.combining import TrainedModel
from checker.analysis.explaining import explain_areas
from checker.analysis.findings import statement_findings
from checker.analysis.identity import identify
from checker.analysis.labelled import LabelledSentence
from checker.analysis.labelling import label_sentences
from checker.analysis.language import StatementEnglish
from checker.analysis.matching import RuleMatcher
from checker.analysis.naming import find_name
from checker.analysis.pages import leave_open, source_as_read, with_boxes
from checker.analysis.requirements import find_marks, requirement_findings
from checker.analysis.scoring import area_findings
from checker.analysis.sentences import Sentence, from_texts, split_document
from checker.analysis.similarity import find_unchanged
from checker.model import Assessment, Document, SourceDocument, Versions
from checker.rulebook import Rule, Rulebook


class Analyser:
    """The rulebook and the trained model made ready; build it once and share it between threads.

    Without a model the rules judge alone.
    """

    def __init__(self, rulebook: Rulebook, model: TrainedModel | None = None) -> None:
        self._rulebook = rulebook
        self._model = model
        self._nlp = StatementEnglish()
        self._matcher = RuleMatcher(self._nlp, rulebook.of(Rule))

    def assess(
        self,
        document: Document,
        source: SourceDocument,
        *,
        organisation: str = "",
        previous: Document | None = None,
    ) -> Assessment:
        """What `document`, read from `source`, discloses; with its proof.

        Args:
            document: The text that was read.
            source: The bytes it was read from.
            organisation: Where given, a finding says whether the statement names it.
            previous: Where given, an earlier statement; a finding says what is unchanged.
        """
        sentences = self.sentences(document)
        labelled = self._label(sentences)
        scoring = self._rulebook.scoring
        requirements = requirement_findings(labelled, scoring)
        areas = area_findings(labelled, scoring)
        statement = identify(document, labelled, requirements, scoring)
        common = self._model.common_wording if self._model else None
        findings = [*statement_findings(labelled, statement, self._rulebook, common=common)]
        if organisation:
            findings.append(find_name(document, organisation, statement.organisations))
        if previous:
            unchanged = scoring.findings["unchanged_since_previous"]
            earlier = self.sentences(previous)
            findings.append(find_unchanged(sentences, earlier, scoring=unchanged))
        if not statement.is_statement:  # there is nothing to ask of whoever wrote it
            requirements = tuple(replace(finding, advice=()) for finding in requirements)
            areas = tuple(replace(finding, advice=()) for finding in areas)
        read = source_as_read(document, source)
        if read.pages_not_read:
            requirements, areas = leave_open(requirements, areas)
        return Assessment(
            source=read,
            statement=statement,
            requirements=with_boxes(requirements, document),
            areas=with_boxes(areas, document),
            findings=with_boxes(findings, document),
            versions=Versions(
                checker=__version__,
                rules=self._rulebook.digest,
                model=self._model.release if self._model else None,
            ),
        )

    def explain(self, document: Document, assessment: Assessment) -> Assessment:
        """`assessment` of `document`, with the reasons of its evidence; it takes seconds."""
        if self._model is None:
            return assessment
        labelled = self._label(self.sentences(document))
        areas = explain_areas(assessment.areas, labelled, self._model, self._rulebook.scoring)
        return replace(assessment, areas=areas)

    def sentences(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of `document`, each with its place and context."""
        return split_document(document, self._nlp)

    def label(self, texts: Sequence[str]) -> tuple[LabelledSentence, ...]:
        """Labels, scores and modality of the sentences of one statement, given in order."""
        return self._label(from_texts(texts, self._nlp))

    def _label(self, sentences: Sequence[Sentence]) -> tuple[LabelledSentence, ...]:
        hits = tuple(self._matcher.hits(sentence) for sentence in sentences)
        marks = find_marks(sentences, hits)
        labelled = label_sentences(sentences, hits, marks, self._rulebook.scoring)
        return self._model.combine(labelled) if self._model else labelled
