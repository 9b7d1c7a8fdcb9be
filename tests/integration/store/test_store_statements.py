from dataclasses import replace
from datetime import date

import factories as make
import pytest
from sqlalchemy import func, select, update

from checker.errors import NotFound
from checker.model import AreaVerdict, ContentArea, RequirementVerdict
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    StatementRepository,
)
from checker.store.tables import DocumentRow, SourceDocumentRow, StatementRow


@pytest.fixture
def statements(session):
    return StatementRepository(session)


@pytest.fixture
def assessments(session):
    return AssessmentRepository(session)


@pytest.fixture
def owner(session):
    organisations = OrganisationRepository(session)
    organisations.add_register(
        [make.organisation(), make.organisation(name="Bure", company_number="")]
    )
    return organisations.all()[0].id


def test_statement_comes_back_with_its_bytes_and_text(statements, owner):
    found = make.found_statement()
    key = statements.add(owner, found, make.document())

    record = statements.get(key)

    assert record.organisation.organisation == make.organisation()
    assert (record.url, record.final_url, record.media_type) == (
        found.url,
        found.final_url,
        found.media_type,
    )
    assert (record.found_via, record.names_organisation, record.on_parent) == (
        "footer link",
        True,
        False,
    )
    assert record.period_end == make.YEAR_END
    assert record.document == make.document()
    assert (record.assessment, record.assessed_at) == (None, None)
    assert statements.source(record.sha256) == found.document
    assert statements.source(record.sha256).sha256 == record.sha256


def test_get_and_source_raise_for_unknown_keys(statements, owner):
    with pytest.raises(NotFound, match="no statement 7"):
        statements.get(7)
    with pytest.raises(NotFound, match="no statement 9999999999"):
        statements.get(99999999999999999999)
    with pytest.raises(NotFound, match="no document 'abc'"):
        statements.source("abc")


def test_statement_seen_again_is_the_same_one(statements, session, owner):
    key = statements.add(owner, make.found_statement(), make.document())
    session.execute(
        update(StatementRow).values(first_seen_at=make.MOMENT, last_seen_at=make.MOMENT)
    )
    moved = make.found_statement(final_url="https://wensum-foods.example/new", period_end=None)

    again = statements.add(owner, moved, make.document())

    record = statements.get(again)
    assert again == key
    assert record.first_seen_at == make.MOMENT
    assert record.last_seen_at > make.MOMENT
    assert record.final_url == "https://wensum-foods.example/new"
    assert record.period_end is None
    assert session.scalar(select(func.count(DocumentRow.id))) == 1


def test_group_statement_is_kept_once_and_shown_for_each(statements, session, owner):
    sister = owner + 1
    first = statements.add(owner, make.found_statement(), make.document())
    second = statements.add(sister, make.found_statement(on_parent=True), make.document())

    assert first != second
    assert statements.get(second).organisation.slug == "bure"
    assert session.scalar(select(func.count()).select_from(SourceDocumentRow)) == 1
    assert session.scalar(select(func.count()).select_from(DocumentRow)) == 1


def test_assessment_comes_back_as_it_was_added(statements, assessments, owner):
    key = statements.add(owner, make.found_statement(), make.document())

    assert assessments.add(key, make.assessment())

    record = statements.get(key)
    assert record.assessment == make.assessment()
    assert assessments.history_for(key) == ((record.assessed_at, make.assessment()),)
    evidence = record.assessment.area(ContentArea.TRAINING).evidence[0]
    assert evidence.quote == record.document.text[evidence.start : evidence.end]


def test_assessment_identical_to_the_latest_is_not_added(statements, assessments, owner):
    key = statements.add(owner, make.found_statement(), make.document())
    first, other = make.assessment(), make.assessment(rules="b" * 64)

    assert [assessments.add(key, value) for value in (first, first, other, first)] == [
        True,
        False,
        True,
        True,
    ]
    assert [value for _, value in assessments.history_for(key)] == [first, other, first]
    assert statements.get(key).assessment == first


def test_assessment_of_another_reading_is_added_though_it_says_the_same(
    statements, assessments, owner
):
    key = statements.add(owner, make.found_statement(), make.document())
    assessments.add(key, make.assessment())
    statements.add(owner, make.found_statement(), make.document(title="Another title"))

    assert assessments.add(key, make.assessment())
    assert statements.get(key).document.title == "Another title"


def test_ids_are_those_of_all_statements(statements, owner):
    assert statements.ids() == ()
    keys = [
        statements.add(owner, make.found_statement(make.source_document(content)), make.document())
        for content in (b"a", b"b")
    ]

    assert statements.ids() == tuple(keys)


def test_assessment_is_kept_without_the_text(statements, assessments, owner):
    key = statements.add(owner, make.found_statement(), make.document())
    plain = make.assessment()
    assessments.add(key, replace(plain, source=replace(plain.source, text=make.TEXT)))

    assert statements.get(key).assessment == plain
    assert not assessments.add(key, plain)


def test_assessment_of_no_statement_is_refused(assessments, owner):
    with pytest.raises(NotFound, match="no statement 7"):
        assessments.add(7, make.assessment())


def test_period_is_the_assessments_once_there_is_one(statements, assessments, owner):
    key = statements.add(owner, make.found_statement(period_end=date(2020, 1, 1)), make.document())
    assessments.add(key, make.assessment(statement={"period_end": None, "period_label": ""}))

    assert statements.get(key).period_end is None
    assert statements.for_organisation(owner)[0].period_end is None


def test_quotes_stay_where_they_were_found_when_a_later_version_reads_otherwise(
    statements, assessments, owner
):
    key = statements.add(owner, make.found_statement(), make.document())
    assessments.add(key, make.assessment())
    reread = "Read anew. " + make.TEXT
    statements.add(owner, make.found_statement(), make.document(reread))

    record = statements.get(key)
    assert record.document == make.document()

    assessments.add(key, make.assessment(text=reread))
    record = statements.get(key)
    assert record.document == make.document(reread)
    evidence = record.assessment.area(ContentArea.TRAINING).evidence[0]
    assert evidence.quote == record.document.text[evidence.start : evidence.end]

    statements.add(owner, make.found_statement(), make.document())
    assessments.add(key, make.assessment())
    assert statements.get(key).document == make.document()


def test_document_of_an_unassessed_statement_is_the_last_reading(statements, owner):
    key = statements.add(owner, make.found_statement(), make.document())
    statements.add(owner, make.found_statement(), make.document("Read anew.\n"))

    assert statements.get(key).document.text == "Read anew.\n"


def test_summaries_come_newest_period_first_and_undated_last(statements, assessments, owner):
    ends = (date(2022, 3, 31), None, date(2024, 3, 31), date(2023, 3, 31))
    for number, end in enumerate(ends):
        source = make.source_document(f"{number}".encode())
        statements.add(owner, make.found_statement(source, period_end=end), make.document())

    summaries = statements.for_organisation(owner)

    assert [summary.period_end for summary in summaries] == [ends[2], ends[3], ends[0], None]
    assert summaries[0].areas == {}
    assert (summaries[0].approval, summaries[0].assessed_at) == (None, None)
    assert statements.for_organisation(owner + 1) == ()


def test_summary_shows_the_latest_verdicts(statements, assessments, owner):
    key = statements.add(owner, make.found_statement(), make.document())
    assessments.add(key, make.assessment())
    assessments.add(key, make.assessment(areas={ContentArea.RISK: AreaVerdict.MENTIONED}))

    (summary,) = statements.for_organisation(owner)

    assert summary.organisation_slug == "wensum-foods-limited"
    assert summary.organisation_name == "Wensum Foods Limited"
    assert summary.approval is RequirementVerdict.STATED
    assert summary.signature is RequirementVerdict.NOT_STATED
    assert summary.areas == dict.fromkeys(ContentArea, AreaVerdict.NONE) | {
        ContentArea.RISK: AreaVerdict.MENTIONED,
        ContentArea.TRAINING: AreaVerdict.EVIDENCED,
    }
    assert list(summary.areas) == list(ContentArea)
