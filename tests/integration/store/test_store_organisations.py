import factories as make
import pytest

from checker.errors import NotFound
from checker.model import Organisation, Outcome, Postcode
from checker.store.merging import merge, slug_of
from checker.store.records import OrganisationQuery, RegisterChange
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    PostcodeRepository,
    SearchRepository,
    StatementRepository,
)

POSTCODES = (
    Postcode(postcode="NR1 1SW", district="Norwich", lad_code="E07000148"),
    Postcode(postcode="NR19 1RR", district="Breckland", lad_code="E07000143"),
)
WENSUM = make.organisation()
BURE = make.organisation(
    name="Bure Boats", website="bure.example", company_number="", postcode="NR19 1RR", sector="Leisure"
)  # fmt: skip
ANT = make.organisation(
    name="ant 100% Ltd", website="", company_number="00000009", postcode="", sector=""
)


@pytest.fixture
def organisations(session):
    PostcodeRepository(session).load(POSTCODES)
    repository = OrganisationRepository(session)
    repository.add_register([WENSUM, BURE, ANT])
    return repository


def names(page):
    return [item.name for item in page.items]


def found(organisations, **query):
    return names(organisations.find(OrganisationQuery(**query)))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Wensum Foods Limited", "wensum-foods-limited"),
        ("Roys (Wroxham), Ltd.", "roys-wroxham-ltd"),
        ("Café & King's", "cafe-and-kings"),
        ("株式会社", "organisation"),
        ("x" * 80, "x" * 60),
    ],
)
def test_slug_is_plain(name, slug):
    assert slug_of(name) == slug


def test_merge_keeps_what_the_new_row_does_not_say():
    kept = Organisation(
        name="Yare Ltd", website="old.example", sector="Food", likely_in_scope="yes"
    )
    given = Organisation(name="YARE Ltd", website="new.example", company_number="00000001")

    assert merge(kept, given) == Organisation(
        name="YARE Ltd",
        website="new.example",
        company_number="00000001",
        sector="Food",
        likely_in_scope="yes",
    )


def test_organisation_comes_back_as_it_was_added(organisations):
    record = organisations.get("wensum-foods-limited")

    assert record.organisation == WENSUM
    assert record.district == "Norwich"
    assert organisations.get("ant-100-ltd").organisation == ANT
    assert organisations.get("ant-100-ltd").district is None


def test_get_raises_for_an_unknown_slug(organisations):
    with pytest.raises(NotFound, match="no organisation 'nobody'"):
        organisations.get("nobody")


def test_all_is_in_register_order(organisations):
    assert [row.organisation for row in organisations.all()] == [WENSUM, BURE, ANT]


def test_register_added_again_changes_nothing(organisations):
    before = organisations.all()

    change = organisations.add_register([WENSUM, BURE, ANT])

    assert change == RegisterChange(added=0, updated=0, unchanged=3)
    assert organisations.all() == before


def test_register_finds_by_number_and_keeps_the_slug(organisations):
    renamed = make.organisation(name="Wensum Provisions plc")

    change = organisations.add_register([renamed])

    assert change == RegisterChange(added=0, updated=1, unchanged=0)
    assert organisations.get("wensum-foods-limited").organisation == renamed


def test_register_finds_by_name_and_learns_the_number(organisations):
    change = organisations.add_register(
        [Organisation(name="BURE  boats", company_number="00000007")]
    )

    assert change.updated == 1
    assert organisations.get("bure-boats").organisation.company_number == "00000007"
    assert organisations.get("bure-boats").organisation.website == "bure.example"


def test_register_keeps_two_companies_of_one_name_apart(organisations):
    change = organisations.add_register(
        [make.organisation(company_number="00000003"), make.organisation(company_number="00000004")]
    )

    assert change.added == 2
    assert organisations.get("wensum-foods-limited-2").organisation.company_number == "00000003"
    assert organisations.get("wensum-foods-limited-3").organisation.company_number == "00000004"


def test_register_counts_a_row_given_twice_once(organisations):
    new = Organisation(name="Yare Ltd")

    assert organisations.add_register([new, new]) == RegisterChange(added=1, updated=0, unchanged=1)


def test_district_follows_the_postcode_table(organisations, session):
    """In April 2028 the districts end; a new table is all that has to be loaded."""
    PostcodeRepository(session).load(
        [Postcode(postcode="NR1 1SW", district="Greater Norwich", lad_code="E06000999")]
    )

    assert organisations.get("wensum-foods-limited").district == "Greater Norwich"
    assert organisations.districts() == ("Greater Norwich",)


def test_sectors_and_districts_are_those_that_occur(organisations):
    assert organisations.sectors() == ("Leisure", "Manufacturing")
    assert organisations.districts() == ("Breckland", "Norwich")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["ant 100% Ltd", "Bure Boats", "Wensum Foods Limited"]),
        ("BURE", ["Bure Boats"]),
        ("limited wensum", ["Wensum Foods Limited"]),
        ("wensum bure", []),
        ("01234567", ["Wensum Foods Limited"]),
        ("bure.example", ["Bure Boats"]),
        ("nr19 1rr", ["Bure Boats"]),
        ("%", ["ant 100% Ltd"]),
        ("_", []),
        ("\x00", []),
        ("'; DROP TABLE organisations; --", []),
    ],
)
def test_find_searches_words(organisations, text, expected):
    assert found(organisations, text=text) == expected


def test_find_filters_by_district_and_sector(organisations):
    assert found(organisations, district="Norwich") == ["Wensum Foods Limited"]
    assert found(organisations, sector="Leisure") == ["Bure Boats"]
    assert found(organisations, sector="Leisure", district="Norwich") == []


def test_find_filters_by_the_latest_outcome(organisations, session):
    wensum, bure, _ = organisations.all()
    searches = SearchRepository(session)
    searches.add(wensum.id, make.search(Outcome.UNREACHABLE), None)
    searches.add(bure.id, make.search(Outcome.UNREACHABLE), None)
    searches.add(wensum.id, make.search(Outcome.FOUND), None)

    assert found(organisations, outcome=Outcome.UNREACHABLE) == ["Bure Boats"]
    assert found(organisations, outcome=Outcome.FOUND) == ["Wensum Foods Limited"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["ant 100% Ltd", "Bure Boats", "Wensum Foods Limited"]),
        ("-name", ["Wensum Foods Limited", "Bure Boats", "ant 100% Ltd"]),
        ("district", ["Bure Boats", "Wensum Foods Limited", "ant 100% Ltd"]),
        ("-district", ["Wensum Foods Limited", "Bure Boats", "ant 100% Ltd"]),
        ("outcome", ["Wensum Foods Limited", "Bure Boats", "ant 100% Ltd"]),
        ("-outcome", ["Bure Boats", "Wensum Foods Limited", "ant 100% Ltd"]),
        ("searched_at", ["Bure Boats", "Wensum Foods Limited", "ant 100% Ltd"]),
        ("-searched_at", ["Wensum Foods Limited", "Bure Boats", "ant 100% Ltd"]),
        ("period_end", ["Bure Boats", "Wensum Foods Limited", "ant 100% Ltd"]),
        ("-period_end", ["Wensum Foods Limited", "Bure Boats", "ant 100% Ltd"]),
        ("password", ["ant 100% Ltd", "Bure Boats", "Wensum Foods Limited"]),
    ],
)
def test_find_sorts_and_puts_the_unknown_last(organisations, session, sort, expected):
    wensum, bure, _ = organisations.all()
    searches = SearchRepository(session)
    searches.add(wensum.id, make.search(Outcome.FOUND), None)
    earlier = make.MOMENT.replace(year=2025)
    searches.add(bure.id, make.search(Outcome.FOUND_OLD, searched_at=earlier), None)
    statements = StatementRepository(session)
    statements.add(wensum.id, make.found_statement(), make.document())
    old = make.found_statement(period_end=make.YEAR_END.replace(year=2019))
    statements.add(bure.id, old, make.document())

    assert found(organisations, sort=sort) == expected


def test_find_pages(organisations):
    first = organisations.find(OrganisationQuery(per_page=2))
    last = organisations.find(OrganisationQuery(per_page=2, page=2))

    assert names(first) + names(last) == ["ant 100% Ltd", "Bure Boats", "Wensum Foods Limited"]
    assert (first.total, first.pages, first.page, last.page) == (3, 2, 1, 2)


@pytest.mark.parametrize(("page", "per_page", "shown"), [(99, 2, 2), (-1, 2, 1), (1, 0, 1)])
def test_find_brings_an_odd_page_into_range(organisations, page, per_page, shown):
    result = organisations.find(OrganisationQuery(page=page, per_page=per_page))

    assert result.page == shown
    assert len(result.items) == 1 if shown == 2 or per_page == 0 else 2


def test_find_nothing_is_one_empty_page(organisations):
    result = organisations.find(OrganisationQuery(text="nobody"))

    assert (result.items, result.total, result.page, result.pages) == ((), 0, 1, 1)


def test_find_shows_the_latest_search_and_statement(organisations, session):
    wensum = organisations.get("wensum-foods-limited")
    SearchRepository(session).add(wensum.id, make.search(), None)
    statements = StatementRepository(session)
    old = make.source_document(b"the year before")
    statements.add(wensum.id, make.found_statement(), make.document())
    latest = statements.for_organisation(wensum.id)[0].id
    AssessmentRepository(session).add(latest, make.assessment())
    earlier = make.found_statement(old, period_end=make.YEAR_END.replace(year=2024))
    statements.add(wensum.id, earlier, make.document("the year before"))

    (item,) = organisations.find(OrganisationQuery(text="wensum")).items

    assert (item.outcome, item.searched_at) == (Outcome.FOUND, make.MOMENT)
    assert item.latest_statement == statements.for_organisation(wensum.id)[0]
    assert item.latest_statement.id == latest
    assert item.latest_statement.period_label == "FY2024/25"
