import factories as make
import pytest

from checker.model import (
    AreaVerdict,
    ContentArea,
    HomepageLink,
    Outcome,
    Postcode,
    Requirement,
    RequirementVerdict,
)
from checker.store.records import OrganisationQuery
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    OverviewRepository,
    PostcodeRepository,
    RunRepository,
    SearchRepository,
    StatementRepository,
)

LINK = HomepageLink(found=True, seen=True, href="/ms", text="Modern slavery", where="footer")


class County:
    """A small county, filled through the repositories."""

    def __init__(self, session):
        self.session = session
        self.organisations = OrganisationRepository(session)
        self.searches = SearchRepository(session)
        self.statements = StatementRepository(session)
        self.assessments = AssessmentRepository(session)
        self.overview = OverviewRepository(session)

    def add(self, name, *, postcode="", outcome=None, link=None):
        self.organisations.add_register(
            [make.organisation(name=name, company_number="", postcode=postcode)]
        )
        owner = self.organisations.get(name.casefold()).id
        if outcome:
            search = make.search(outcome, homepage_link=link or HomepageLink(found=False))
            self.searches.add(owner, search, None)
        return owner

    def state(self, owner, *assessments, content=b"statement", **found):
        key = self.statements.add(
            owner, make.found_statement(make.source_document(content), **found), make.document()
        )
        for assessment in assessments:
            self.assessments.add(key, assessment)
        return key


@pytest.fixture
def county(session):
    return County(session)


def test_overview_of_nothing_is_all_zeros(county):
    overview = county.overview.get()

    assert (overview.organisations, overview.searched, overview.statements) == (0, 0, 0)
    assert overview.outcomes == dict.fromkeys(Outcome, 0)
    assert overview.by_district == {}
    assert overview.coverage == {area: dict.fromkeys(AreaVerdict, 0) for area in ContentArea}
    assert list(overview.duties) == [
        Requirement.STEPS,
        Requirement.APPROVAL,
        Requirement.SIGNATURE,
        Requirement.PERIOD,
        Requirement.HOMEPAGE_LINK,
    ]
    assert overview.last_run_at is None


def test_overview_counts_the_latest_search_by_district(county, session):
    PostcodeRepository(session).load(
        [
            Postcode(postcode="NR1 1SW", district="Norwich", lad_code=""),
            Postcode(postcode="NR19 1RR", district="Breckland", lad_code=""),
        ]
    )
    wensum = county.add("Wensum", postcode="NR1 1SW", outcome=Outcome.BLOCKED)
    county.searches.add(wensum, make.search(Outcome.FOUND), None)
    county.add("Yare", postcode="NR1 1SW", outcome=Outcome.FOUND)
    county.add("Bure", postcode="NR19 1RR", outcome=Outcome.NOT_FOUND)
    county.add("Ant", postcode="PE1 1AA", outcome=Outcome.NO_WEBSITE)
    county.add("Thurne", postcode="NR1 1SW")

    overview = county.overview.get()

    assert (overview.organisations, overview.searched) == (5, 4)
    assert overview.outcomes == dict.fromkeys(Outcome, 0) | {
        Outcome.FOUND: 2,
        Outcome.NOT_FOUND: 1,
        Outcome.NO_WEBSITE: 1,
    }
    assert overview.by_district == {
        "Norwich": {Outcome.FOUND: 2},
        "Breckland": {Outcome.NOT_FOUND: 1},
        "": {Outcome.NO_WEBSITE: 1},
    }


def test_overview_counts_the_latest_statement_of_each_organisation(county):
    wensum = county.add("Wensum", outcome=Outcome.FOUND, link=LINK)
    old = make.assessment(
        areas=dict.fromkeys(ContentArea, AreaVerdict.EVIDENCED),
        statement={"period_end": make.YEAR_END.replace(year=2024)},
    )
    county.state(wensum, make.assessment(areas={ContentArea.RISK: AreaVerdict.DESCRIBED}))
    county.state(wensum, old, content=b"older")
    yare = county.add("Yare", outcome=Outcome.FOUND, link=HomepageLink(found=False, seen=True))
    county.state(
        yare,
        old,
        make.assessment(requirements={Requirement.SIGNATURE: RequirementVerdict.UNCLEAR}),
    )

    overview = county.overview.get()

    assert overview.statements == 2
    assert overview.coverage[ContentArea.RISK] == dict.fromkeys(AreaVerdict, 0) | {
        AreaVerdict.DESCRIBED: 1,
        AreaVerdict.NONE: 1,
    }
    assert overview.coverage[ContentArea.TRAINING][AreaVerdict.EVIDENCED] == 2
    assert overview.coverage[ContentArea.POLICIES][AreaVerdict.NONE] == 2
    assert overview.duties[Requirement.APPROVAL][RequirementVerdict.STATED] == 2
    assert overview.duties[Requirement.SIGNATURE] == dict.fromkeys(RequirementVerdict, 0) | {
        RequirementVerdict.NOT_STATED: 1,
        RequirementVerdict.UNCLEAR: 1,
    }
    assert overview.duties[Requirement.HOMEPAGE_LINK] == dict.fromkeys(RequirementVerdict, 0) | {
        RequirementVerdict.STATED: 1,
        RequirementVerdict.NOT_STATED: 1,
    }


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.FOUND, None])
def test_overview_does_not_judge_a_homepage_it_did_not_see(county, outcome):
    county.state(county.add("Wensum", outcome=outcome), make.assessment())

    links = county.overview.get().duties[Requirement.HOMEPAGE_LINK]

    assert links[RequirementVerdict.UNCLEAR] == 1


def test_overview_leaves_out_what_is_no_statement_of_the_organisation(county):
    wensum = county.add("Wensum", outcome=Outcome.PARENT_DOES_NOT_NAME)
    county.state(wensum, make.assessment(), on_parent=True, names_organisation=False)
    yare = county.add("Yare", outcome=Outcome.NOT_FOUND)
    county.state(yare, make.assessment(statement={"is_statement": False}), content=b"policy")
    bure = county.add("Bure", outcome=Outcome.FOUND)
    county.state(bure, content=b"not assessed yet")

    assert county.overview.get().statements == 0
    latest = {
        item.name: item.latest_statement
        for item in county.organisations.find(OrganisationQuery()).items
    }
    assert (latest["Wensum"], latest["Yare"]) == (None, None)
    assert latest["Bure"].assessed_at is None


def test_overview_counts_a_parents_statement_that_names_the_organisation(county):
    wensum = county.add("Wensum", outcome=Outcome.FOUND_ON_PARENT)
    county.state(wensum, make.assessment(), on_parent=True, names_organisation=True)

    assert county.overview.get().statements == 1


def test_overview_says_when_the_last_run_ended(county, session):
    runs = RunRepository(session)
    first = runs.start("county")
    assert county.overview.get().last_run_at is None

    runs.finish(first)
    ended = runs.latest().finished_at
    runs.start("county")

    assert county.overview.get().last_run_at == ended


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_county(sessions, statements_sent, size):
    with sessions.begin() as session:
        county = County(session)
        run = RunRepository(session).start("county")
        for number in range(size):
            owner = county.add(f"Organisation{number}", outcome=Outcome.FOUND_OLD)
            county.searches.add(owner, make.search(Outcome.NOT_FOUND), run)
            county.state(owner, make.assessment(), content=b"a %d" % number)
            county.state(owner, make.assessment(), content=b"b %d" % number)

    with sessions() as session:
        session.connection()
        calls = {
            "find": lambda: OrganisationRepository(session).find(OrganisationQuery(per_page=50)),
            "by period": lambda: OrganisationRepository(session).find(
                OrganisationQuery(sort="-period_end", per_page=50)
            ),
            "all": lambda: OrganisationRepository(session).all(),
            "overview": lambda: OverviewRepository(session).get(),
            "missing": lambda: SearchRepository(session).missing(),
            "history": lambda: SearchRepository(session).history_for(1),
            "run": lambda: SearchRepository(session).of_run(run),
            "statements": lambda: StatementRepository(session).for_organisation(1),
        }
        sent = {}
        for name, call in calls.items():
            with statements_sent() as seen:
                call()
            sent[name] = len(seen)

    assert sent == {
        "find": 3,
        "by period": 3,
        "all": 1,
        "overview": 4,
        "missing": 2,
        "history": 3,
        "run": 3,
        "statements": 1,
    }
