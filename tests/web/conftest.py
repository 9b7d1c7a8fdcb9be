"""The application on a real SQLite database, and `page`, which looks at every page it fetches."""

import shutil

import factories
import pytest
from looking import TinyChecker, look_at

from checker.rulebook import load_rulebook
from checker.settings import Settings
from checker.store import make_session_factory, unit_of_work, upgrade
from checker.store.repositories import (
    AssessmentRepository,
    OrganisationRepository,
    SearchRepository,
    StatementRepository,
)
from webapp import create_app

TRAINING_RULE = """
id: training.completed
title: Training that was completed
authority:
  - cite: s.54(5)(f)
    url: https://www.legislation.gov.uk/ukpga/2015/30/section/54
  - cite: Home Office guidance
    dated: 2025-07-30
status: draft
labels: [training]
strength: measured
match: [take ... training]
unless: [first aid]
examples:
  hit: [Every buyer took the training., {text: All took the training., under: Progress}]
  miss: [Nobody was asked., Every driver took the first aid training.]
"""
LINK_RULE = """
id: discovery.slavery
title: Links that name slavery
weight: 10
words: [modern slavery]
examples:
  hit: [Modern slavery statement, /modern-slavery]
  miss: [Modern art, Slavonic languages]
"""


@pytest.fixture
def session_factory(tmp_path):
    url = f"sqlite:///{tmp_path / 'checker.sqlite3'}"
    upgrade(url)
    factory = make_session_factory(url)
    yield factory
    factory.kw["bind"].dispose()


@pytest.fixture(scope="session")
def rulebook(root, tmp_path_factory):
    """Two rules of our own, so that a mistake in the project's rules fails their own tests only."""
    folder = tmp_path_factory.mktemp("rules")
    shutil.copy(root / "rules" / "scoring.yml", folder)
    for name, text in (("training/completed", TRAINING_RULE), ("discovery/slavery", LINK_RULE)):
        path = folder / f"{name}.yml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return load_rulebook(folder)


@pytest.fixture
def build_app(session_factory, rulebook):
    """Makes the application; any part may be left out or be another one."""

    def build(checker=None, *, sessions=session_factory, rules=rulebook):
        settings = Settings(secret_key="for tests only")
        return create_app(settings, session_factory=sessions, rulebook=rules, checker=checker)

    return build


@pytest.fixture
def app(build_app):
    return build_app(TinyChecker())


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def keep(session_factory):
    """Keeps an organisation and, where given, a search and statements; gives the statements' ids."""

    def keep_organisation(organisation, search=None, statements=()):
        with unit_of_work(session_factory) as session:
            organisations = OrganisationRepository(session)
            organisations.add_register([organisation])
            owner = next(o for o in organisations.all() if o.organisation.name == organisation.name)
            if search:
                SearchRepository(session).add(owner.id, search, None)
            ids = []
            for found, document, assessment in statements:
                ids.append(StatementRepository(session).add(owner.id, found, document))
                if assessment:
                    AssessmentRepository(session).add(ids[-1], assessment)
        return ids

    return keep_organisation


@pytest.fixture
def wensum(keep):
    """One organisation with one assessed statement; gives the statement's id."""
    statement = (factories.found_statement(), factories.document(), factories.assessment())
    return keep(factories.organisation(), factories.search(), [statement])[0]


@pytest.fixture
def page(client):
    """Fetches a page, asserts what is true of every page, and gives its parsed HTML."""

    def fetch(path, *, status=200, data=None):
        answer = client.get(path) if data is None else client.post(path, data=data)
        assert answer.status_code == status
        return look_at(answer)

    return fetch


@pytest.fixture
def broken(build_app, tmp_path):
    """A client of the application on a database that was never prepared."""
    factory = make_session_factory(f"sqlite:///{tmp_path / 'unprepared.sqlite3'}")
    yield build_app(TinyChecker(), sessions=factory).test_client()
    factory.kw["bind"].dispose()
