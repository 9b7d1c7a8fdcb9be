"""How it works, who can use it, and whether it is up."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from checker import __version__
from checker.errors import StoreError
from checker.model import AreaVerdict, ContentArea, Outcome
from checker.store.repositories import OverviewRepository
from webapp.parts import get_parts, open_session

bp = Blueprint("about", __name__)


@bp.get("/method")
def method() -> str:
    """How a result comes about, and what it is not."""
    return render_template(
        "about/method.html",
        areas=ContentArea,
        verdicts=AreaVerdict,
        outcomes=Outcome,
        rulebook=get_parts().rulebook,
    )


@bp.get("/accessibility")
def accessibility() -> str:
    """The accessibility statement of these pages."""
    return render_template("about/accessibility.html")


@bp.get("/health")
def health() -> ResponseReturnValue:
    """Whether the pages can be served and the database read, for a monitor."""
    try:
        with open_session() as session:
            organisations = OverviewRepository(session).get().organisations
    except StoreError:
        return {"status": "unavailable", "version": __version__}, 503
    return {"status": "ok", "version": __version__, "organisations": organisations}
