"""Organisations: the list, and one with its statements and its proof of search."""

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from checker.model import Outcome
from checker.store.records import OrganisationQuery
from checker.store.repositories import (
    OrganisationRepository,
    SearchRepository,
    StatementRepository,
)
from webapp.homepage import link_of_search
from webapp.parts import open_session

bp = Blueprint("organisations", __name__, url_prefix="/organisations")


@bp.get("")
def index() -> str:
    """Search, filter, sort and page through the register."""
    query = _parse_query(request.args)
    with open_session() as session:
        repository = OrganisationRepository(session)
        found = repository.find(query)
        districts, sectors = repository.districts(), repository.sectors()
    return render_template(
        "organisations/index.html",
        query=query,
        found=found,
        districts=districts,
        sectors=sectors,
        outcomes=Outcome,
        args={name: value for name, value in request.args.items() if value and name in _ARGUMENTS},
    )


@bp.get("/<slug>")
def show(slug: str) -> str:
    """One organisation: why it is here, its statements by year, how it was searched."""
    with open_session() as session:
        record = OrganisationRepository(session).get(slug)
        statements = StatementRepository(session).for_organisation(record.id)
        searches = SearchRepository(session).history_for(record.id)
    return render_template(
        "organisations/show.html",
        record=record,
        statements=statements,
        searches=searches,
        homepage_link=link_of_search(searches[0] if searches else None),
    )


_ARGUMENTS = ("q", "district", "outcome", "sector", "sort")


def _parse_query(args: MultiDict[str, str]) -> OrganisationQuery:
    """What the address asks for; a value that means nothing is left out."""
    outcome = args.get("outcome", "")
    return OrganisationQuery(
        text=args.get("q", "").strip(),
        district=args.get("district", ""),
        outcome=Outcome(outcome) if outcome in set(Outcome) else None,
        sector=args.get("sector", ""),
        sort=args.get("sort", "name"),
        page=args.get("page", 1, type=int),
    )
