"""docs/reference/quality.md: what was measured, on what, and where it fails."""

from dataclasses import dataclass
from math import isnan

from jinja2 import Environment, PackageLoader, StrictUndefined

from checker.evaluation.baseline import TOLERANCE
from checker.evaluation.figures import Figure, Figures
from checker.evaluation.measuring import ProjectResults, SharedResults
from checker.evaluation.metrics import Estimate

_MET = {True: "met", False: "not met"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that the page tells of.

    Attributes:
        rules: Digest of the rulebook.
        model: Name and version of the trained model, or `none`.
        project: Measured on what the project holds.
        shared: Measured on the labelled statements.
        figures: Those of both that have a target or a floor.
    """

    rules: str
    model: str
    project: ProjectResults
    shared: SharedResults
    figures: Figures


def quality_page(measured: Measured) -> str:
    """The page in Markdown; the same results give the same page."""
    template = environment().get_template("quality.md")
    return template.render(measured=measured, tolerance=TOLERANCE)


def environment() -> Environment:
    """The templates of this folder, with the filters that write figures."""
    made = Environment(  # noqa: S701 - Markdown, made of figures and our own words
        loader=PackageLoader("checker.evaluation"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(number=_number, interval=interval)
    return made


def figures_text(figures: Figures) -> str:
    """The figures as a compact table for a terminal."""
    heading = f"{'':52}{'all':>20}{'held out':>20}  target"
    return "\n".join([heading, *map(_line, (*figures.project, *figures.shared))])


def _line(figure: Figure) -> str:
    held_out = interval(figure.held_out) if figure.held_out else ""
    target = "" if figure.target is None else f"{figure.target:.2f} {_MET[figure.met]}"
    return f"{figure.title:52}{interval(figure.whole):>20}{held_out:>20}  {target}".rstrip()


def _number(value: float) -> str:
    """Three digits; a dash for what is undefined."""
    return "–" if isnan(value) else f"{value:.3f}"


def interval(estimate: Estimate) -> str:
    """The value with its interval, such as `0.712 (0.66–0.76)`."""
    if isnan(estimate.value):
        return "–"
    return f"{estimate.value:.3f} ({estimate.low:.2f}–{estimate.high:.2f})"
