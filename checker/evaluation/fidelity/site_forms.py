"""A text as HTML inside the templates of five invented websites."""

from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.source import ENUMERATOR, Passage, Text
from checker.extract import MediaType

SITES = {
    "wordpress": "theme with semantic elements",
    "hashed": "no semantic elements",
    "bootstrap": "accordions, menus, consent, teasers",
    "builder": "page builder, sections, consent dialogue",
    "tables": "layout of tables and line breaks",
}
"""The templates in the folder sites, and what is particular to each."""


def on_site(site: str, text: Text) -> Rendering:
    """The text as a page of `site`."""
    environment = Environment(
        loader=PackageLoader("checker.evaluation.fidelity", "sites"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["enumerated"] = ENUMERATOR.match
    page = environment.get_template(f"{site}.html").render(runs=_runs(text))
    return Rendering(content=page.encode(), media_type=MediaType.HTML)


def _runs(text: Text) -> list[tuple[str, list[Passage]]]:
    """Passages of one kind that follow one another, for the elements of lists."""
    return [(kind.value, list(run)) for kind, run in groupby(text.passages, lambda each: each.kind)]
