"""Statements: the bytes, the text read from them, and whose they are."""

import json
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from checker.errors import NotFound
from checker.model import Document, FoundStatement, SourceDocument
from checker.model.wire import document_from_json, document_to_json
from checker.store.latest import latest_assessment, period_end
from checker.store.mapping import assessment, organisation_record, statement_summary
from checker.store.records import StatementRecord, StatementSummary
from checker.store.tables import (
    AssessmentRow,
    DocumentRow,
    OrganisationRow,
    PostcodeRow,
    SourceDocumentRow,
    StatementRow,
)

_LARGEST_KEY = 2**31 - 1  # of an integer column; drivers refuse to ask for more


class StatementRepository:
    """Statements; bytes and text are kept once for each content, whoever it belongs to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, organisation_id: int, found: FoundStatement, document: Document) -> int:
        """Id of the statement; these bytes again, for this organisation, are the same one.

        Seen again, it keeps `first_seen_at` and takes the rest from `found`. A text that differs
        from those read from the same bytes before is kept beside them, so that the quotes of
        earlier assessments stay where they were found.
        """
        now = datetime.now(UTC)
        key = found.document.sha256
        self._add_source(found.document, now)
        document_id = self._add_document(key, document)
        row = self._session.scalar(
            select(StatementRow).where(
                StatementRow.organisation_id == organisation_id, StatementRow.sha256 == key
            )
        )
        if row is None:
            row = StatementRow(organisation_id=organisation_id, sha256=key, first_seen_at=now)
            self._session.add(row)
        row.document_id = document_id
        row.url = found.url
        row.final_url = found.final_url
        row.media_type = found.media_type
        row.found_via = found.found_via
        row.names_organisation = found.names_organisation
        row.on_parent = found.on_parent
        row.period_end = found.period_end
        row.last_seen_at = now
        self._session.flush()
        return row.id

    def get(self, statement_id: int) -> StatementRecord:
        """The statement with its text and latest assessment.

        Raises:
            NotFound: There is no such statement.
        """
        if not 0 < statement_id <= _LARGEST_KEY:
            raise NotFound("statement", statement_id)
        text_id = func.coalesce(AssessmentRow.document_id, StatementRow.document_id)
        found = self._session.execute(
            select(StatementRow, OrganisationRow, PostcodeRow.district, AssessmentRow, DocumentRow)
            .join(OrganisationRow, OrganisationRow.id == StatementRow.organisation_id)
            .outerjoin(PostcodeRow, PostcodeRow.postcode == OrganisationRow.postcode)
            .outerjoin(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
            .join(DocumentRow, DocumentRow.id == text_id)
            .where(StatementRow.id == statement_id)
            .options(undefer(AssessmentRow.payload), undefer(DocumentRow.payload))
        ).one_or_none()
        if found is None:
            raise NotFound("statement", statement_id)
        row, owner, district, latest, text = found
        return StatementRecord(
            id=row.id,
            organisation=organisation_record(owner, district),
            sha256=row.sha256,
            url=row.url,
            final_url=row.final_url,
            media_type=row.media_type,
            found_via=row.found_via,
            names_organisation=row.names_organisation,
            on_parent=row.on_parent,
            period_end=latest.period_end if latest else row.period_end,
            first_seen_at=row.first_seen_at,
            last_seen_at=row.last_seen_at,
            document=document_from_json(text.payload),
            assessment=assessment(latest) if latest else None,
            assessed_at=latest.assessed_at if latest else None,
        )

    def ids(self) -> tuple[int, ...]:
        """Ids of all statements, in the order they were first found."""
        return tuple(self._session.scalars(select(StatementRow.id).order_by(StatementRow.id)))

    def for_organisation(self, organisation_id: int) -> tuple[StatementSummary, ...]:
        """The organisation's statements, newest period first, undated ones last."""
        rows = self._session.execute(
            select(StatementRow, AssessmentRow, OrganisationRow)
            .join(OrganisationRow, OrganisationRow.id == StatementRow.organisation_id)
            .outerjoin(AssessmentRow, AssessmentRow.id == latest_assessment(StatementRow.id))
            .where(StatementRow.organisation_id == organisation_id)
            .order_by(
                period_end(StatementRow, AssessmentRow).desc().nulls_last(), StatementRow.id.desc()
            )
        )
        return tuple(statement_summary(*row) for row in rows)

    def source(self, sha256: str) -> SourceDocument:
        """The bytes as they were received, so that any quote can be shown again.

        Raises:
            NotFound: No bytes with this hash are kept.
        """
        row = self._session.get(
            SourceDocumentRow, sha256, options=[undefer(SourceDocumentRow.content)]
        )
        if row is None:
            raise NotFound("document", sha256)
        return SourceDocument(
            name=row.name,
            content=row.content,
            media_type=row.media_type,
            charset=row.charset,
            url=row.url,
        )

    def _add_source(self, source: SourceDocument, now: datetime) -> None:
        if self._session.get(SourceDocumentRow, source.sha256) is None:
            self._session.add(
                SourceDocumentRow(
                    sha256=source.sha256,
                    name=source.name,
                    media_type=source.media_type,
                    charset=source.charset,
                    url=source.url,
                    first_seen_at=now,
                    content=source.content,
                )
            )
            self._session.flush()

    def _add_document(self, source_sha256: str, document: Document) -> int:
        payload = document_to_json(document)
        digest = sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        row = self._session.scalar(
            select(DocumentRow).where(
                DocumentRow.sha256 == source_sha256, DocumentRow.digest == digest
            )
        )
        if row is None:
            row = DocumentRow(sha256=source_sha256, digest=digest, payload=payload)
            self._session.add(row)
            self._session.flush()
        return row.id
