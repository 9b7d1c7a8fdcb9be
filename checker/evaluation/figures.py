"""The figures that have a target or a floor. Every one is the better the higher it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.evaluation.comparing import Comparison
from checker.evaluation.example_county import CountyResults
from checker.evaluation.measuring import ProjectResults, SharedResults
from checker.evaluation.metrics import Estimate, ScoreTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number.

    Attributes:
        id: As in corpus/baseline.json.
        title: What it is, in plain words.
        whole: On all statements.
        held_out: On those that no rule and no threshold was tuned on, where that is known.
        target: What it should reach on data that was not used for tuning or training.
    """

    id: str
    title: str
    whole: Estimate
    held_out: Estimate | None = None
    target: float | None = None

    @property
    def met(self) -> bool:
        """Whether the target is reached; the statements held out decide where there are any."""
        decisive = self.held_out or self.whole
        return self.target is not None and decisive.value >= self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Every figure of one evaluation.

    Attributes:
        project: Measured on what the project holds.
        shared: Measured on the labelled statements; empty where these are absent.
        data: Digest of the labelled statements, or empty.
    """

    project: tuple[Figure, ...]
    shared: tuple[Figure, ...]
    data: str


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
