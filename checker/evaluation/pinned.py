"""The figures that have a target or a floor, picked from the results."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.evaluation.comparing import Comparison
from checker.evaluation.example_county import CountyResults
from checker.evaluation.figures import Figure, Figures
from checker.evaluation.lookalikes import IdentityResults
from checker.evaluation.measuring import ProjectResults, SharedResults
from checker.evaluation.metrics import Estimate, ScoreTable, part
from checker.evaluation.periods import PeriodCounts, PeriodOutcomes
from checker.evaluation.sign_off import Proportion


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where among the results a figure stands."""

    id: str
    title: str
    comparison: Callable[[SharedResults], Comparison]
    estimate: Callable[[ScoreTable], Estimate]
    target: float | None = None


def _f1_of(name: str) -> Callable[[ScoreTable], Estimate]:
    return lambda table: table.of(name).f1


_GIVEN = {"policies": 0.80, "due_diligence": 0.80, "risk_management": 0.70, "training": 0.80}
_END_TO_END = {"policies": 0.70, "due_diligence": 0.70, "risk_management": 0.60, "training": 0.70}
_SIGN_OFF_SPECIFICITY = (0.80, 0.75)  # approval, signature
_SHARED = (
    _Asked(
        "aims.macro_f1",
        "AIMS.uk, nine criteria: macro-F1",
        lambda results: results.sentences.aims,
        lambda table: table.macro_f1,
        0.70,
    ),
    _Asked(
        "aims.micro_f1",
        "AIMS.uk, nine criteria: micro-F1",
        lambda results: results.sentences.aims,
        lambda table: table.micro_f1,
        0.72,
    ),
    _Asked(
        "labels.macro_f1",
        "All labels: macro-F1",
        lambda results: results.sentences.labels,
        lambda table: table.macro_f1,
    ),
    _Asked(
        "labels.micro_f1",
        "All labels: micro-F1",
        lambda results: results.sentences.labels,
        lambda table: table.micro_f1,
    ),
    *(
        _Asked(
            f"measures_given.{name}.f1",
            f"Which measure, {name}: F1",
            lambda results: results.sentences.measures_given,
            _f1_of(name),
            target,
        )
        for name, target in _GIVEN.items()
    ),
    *(
        _Asked(
            f"measures.{name}.f1",
            f"Measure end to end, {name}: F1",
            lambda results: results.sentences.measures,
            _f1_of(name),
            target,
        )
        for name, target in _END_TO_END.items()
    ),
    *(
        _Asked(
            f"modality.{name}.f1",
            f"Modality, {name}: F1",
            lambda results: results.sentences.modality,
            _f1_of(name),
        )
        for name in ("planned", "negated")
    ),
    _Asked(
        "areas.macro_f1",
        "Six areas, present or not: macro-F1",
        lambda results: results.statements.areas,
        lambda table: table.macro_f1,
        0.92,
    ),
    _Asked(
        "areas.macro_specificity",
        "Six areas, present or not: mean specificity",
        lambda results: results.statements.areas,
        lambda table: table.macro_specificity,
    ),
    _Asked(
        "training.recall",
        "Training given: sensitivity",
        lambda results: results.statements.training,
        lambda table: table.criteria[0].recall,
    ),
    _Asked(
        "training.specificity",
        "Training given: specificity",
        lambda results: results.statements.training,
        lambda table: table.criteria[0].specificity,
        0.80,
    ),
)

_COUNTY: tuple[tuple[str, str, Callable[[CountyResults], Estimate]], ...] = (
    ("verdicts", "area verdicts exactly as meant", lambda county: county.verdicts),
    ("found", "areas rightly found or rightly not", lambda county: county.found),
    ("approval", "approval", lambda county: county.approval),
    ("signature", "signature", lambda county: county.signature),
    ("period_end", "last day of the period", lambda county: county.period_end),
    ("no_steps", "no steps taken", lambda county: county.no_steps),
)


def figures_of(project: ProjectResults, shared: SharedResults | None) -> Figures:
    """The figures of all results, of what `checker check` uses."""
    return Figures(
        project=tuple(_project_figures(project)),
        shared=tuple(_shared_figures(shared)) if shared else (),
        data=shared.digest if shared else "",
    )


def _project_figures(results: ProjectResults) -> Iterator[Figure]:
    yield Figure(
        id="rules.examples",
        title="Examples of the rules that are decided as they say",
        whole=results.rule_examples,
        target=1.0,
    )
    for name, words, estimate in _COUNTY:
        title = f"Example county: {words}"
        yield Figure(id=f"county.{name}", title=title, whole=estimate(results.county))
    yield from _identity_figures("lookalikes", "Look-alikes", results.identity)


def _shared_figures(results: SharedResults) -> Iterator[Figure]:
    for asked in _SHARED:
        run = asked.comparison(results).shipped
        yield Figure(
            id=asked.id,
            title=asked.title,
            whole=asked.estimate(run.whole),
            held_out=asked.estimate(run.held_out),
            target=asked.target,
        )
    yield from _sign_off_figures(results)
    yield from _period_figures(results.periods)
    yield from _identity_figures("identity", "Statement or not", results.identity)


def _sign_off_figures(results: SharedResults) -> Iterator[Figure]:
    pairs = zip(results.sign_off, results.sign_off_held_out, strict=True)
    for (whole, held_out), target in zip(pairs, _SIGN_OFF_SPECIFICITY, strict=True):
        name = whole.requirement.value
        yield Figure(
            id=f"{name}.sensitivity",
            title=f"Whole statements, {name}: sensitivity",
            whole=_proportion(whole.sensitivity),
            held_out=_proportion(held_out.sensitivity),
            target=0.90,
        )
        yield Figure(
            id=f"{name}.specificity",
            title=f"Whole statements, {name}: specificity",
            whole=_proportion(whole.specificity),
            held_out=_proportion(held_out.specificity),
            target=target,
        )


def _proportion(share: Proportion) -> Estimate:
    low, high = share.interval
    return Estimate(value=share.value, low=low, high=high, support=share.support)


def _period_figures(results: PeriodOutcomes) -> Iterator[Figure]:
    for name, words, estimate, target in (
        ("correct", "right, where stated", _period_correct, 0.95),
        ("not_wrong", "right or unknown, where stated", _period_not_wrong, 0.98),
        ("not_invented", "unknown, where not stated", _period_not_invented, None),
    ):
        yield Figure(
            id=f"period.{name}",
            title=f"Year end: {words}",
            whole=estimate(results.overall),
            held_out=estimate(results.held_out),
            target=target,
        )


def _period_correct(counts: PeriodCounts) -> Estimate:
    return part(counts.correct, counts.stated)


def _period_not_wrong(counts: PeriodCounts) -> Estimate:
    return part(counts.correct + counts.unknown, counts.stated)


def _period_not_invented(counts: PeriodCounts) -> Estimate:
    return part(counts.not_stated - counts.falsely_stated, counts.not_stated)


def _identity_figures(prefix: str, words: str, results: IdentityResults) -> Iterator[Figure]:
    """Of the documents held out only: the rules were written with the others in sight."""
    found = results.held_out
    for name, estimate, target in (
        ("accuracy", found.accuracy, 0.97),
        ("sensitivity", found.sensitivity, None),
        ("specificity", found.specificity, None),
    ):
        yield Figure(
            id=f"{prefix}.{name}",
            title=f"{words}, held out: {name}",
            whole=estimate,
            held_out=estimate,
            target=target,
        )
