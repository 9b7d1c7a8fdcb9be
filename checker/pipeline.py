"""One statement: bytes → `Document` → `Assessment`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.analysis import Analyser
from checker.extract import extract_apart
from checker.model import Assessment, Document, SourceDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStatement:
    """A statement as it was read and what it discloses."""

    document: Document
    assessment: Assessment


class StatementPipeline:
    """Reads and assesses one statement at a time; safe to share between threads.

    `read` makes a document of the bytes; unless told otherwise, in a process of its own.
    """

    def __init__(
        self,
        analyser: Analyser,
        *,
        read: Callable[[SourceDocument], Document] = extract_apart,
    ) -> None:
        self._analyser = analyser
        self._read = read

    def check(
        self, source: SourceDocument, *, organisation: str = "", previous: Document | None = None
    ) -> CheckedStatement:
        """`source`, read and assessed. Nothing is kept.

        Args:
            source: The bytes of the statement.
            organisation: Where given, a finding says whether the statement names it.
            previous: Where given, an earlier statement; a finding says what is unchanged.

        Raises:
            ExtractError: The document could not be read; a subclass says why.
        """
        document = self._read(source)
        assessment = self._analyser.assess(
            document, source, organisation=organisation, previous=previous
        )
        return CheckedStatement(document=document, assessment=assessment)

    def explain(self, checked: CheckedStatement) -> CheckedStatement:
        """`checked` with the reasons of its evidence: which rules and words moved the scores."""
        assessment = self._analyser.explain(checked.document, checked.assessment)
        return replace(checked, assessment=assessment)

    def read(self, source: SourceDocument) -> Document:
        """`source` as it was read, without judging it.

        Raises:
            ExtractError: The document could not be read; a subclass says why.
        """
        return self._read(source)

    def assess(self, source: SourceDocument, document: Document) -> CheckedStatement:
        """`document`, read from `source` earlier, assessed with the present rules."""
        return CheckedStatement(
            document=document, assessment=self._analyser.assess(document, source)
        )
