"""The figures of fidelity that have a target or a floor."""

from collections.abc import Iterator, Sequence

from checker.evaluation.baseline import Baseline
from checker.evaluation.fidelity.forms import Form
from checker.evaluation.fidelity.measuring import Fidelity
from checker.evaluation.figures import Figure, Figures


def figures_of(results: Sequence[Fidelity]) -> Figures:
    """Recall and precision of each form, measured on what the project holds."""
    return Figures(project=tuple(_figures(results)), shared=(), data="")


def floors_of(baseline: Baseline, forms: Sequence[Form]) -> Baseline:
    """The floors of these forms only."""
    names = {form.name for form in forms}
    held = {key: floor for key, floor in baseline.project.items() if key.split(".")[0] in names}
    return baseline.model_copy(update={"project": held})


def _figures(results: Sequence[Fidelity]) -> Iterator[Figure]:
    for each in results:
        form = each.form
        for measure, estimate, target in (
            ("recall", each.recall, form.recall),
            ("precision", each.precision, form.precision),
        ):
            yield Figure(
                id=f"{form.name}.{measure}",
                title=f"{form.title}: {measure}",
                whole=estimate,
                target=target,
            )
