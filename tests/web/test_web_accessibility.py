"""axe-core on every kind of page, at the width of a desktop and of a phone, light and dark."""

import threading

import factories
import pytest
from axe_playwright_python.sync_playwright import Axe
from werkzeug.serving import make_server

from checker.model import Outcome

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/organisations",
    "/organisations?q=nobody",
    "/organisations/wensum-foods-limited",
    "/statements/1",
    "/missing",
    "/check",
    "/rules",
    "/rules/training.completed",
    "/method",
    "/accessibility",
    "/nowhere",
)


@pytest.fixture
def address(app, wensum, keep):
    """The application on a free port of this machine, with a little of everything in it."""
    missing = factories.organisation(name="Yare Care Limited", company_number="")
    keep(missing, factories.search(Outcome.NOT_FOUND, reason="12 pages were read."))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def visitor(address, chromium, request):
    """A browser page; anything that the content security policy stops fails the test."""
    width, colours = request.param
    context = chromium.new_context(
        base_url=address, viewport={"width": width, "height": 900}, color_scheme=colours
    )
    page = context.new_page()
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    yield page
    context.close()
    assert [text for text in refused if "status of 404" not in text and "422" not in text] == []


def assert_accessible(page):
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    "visitor", [(1280, "light"), (390, "light"), (1280, "dark")], indirect=True, ids=str
)
def test_accessibility_of_every_page(visitor):
    for path in PATHS:
        visitor.goto(path)
        assert_accessible(visitor)
    visitor.goto("/check")
    visitor.get_by_role("button", name="Check this draft").click()
    assert_accessible(visitor)
    visitor.get_by_label("Paste").fill(factories.TEXT)
    visitor.get_by_role("button", name="Check this draft").click()
    assert visitor.title().startswith("Your draft")
    assert_accessible(visitor)
