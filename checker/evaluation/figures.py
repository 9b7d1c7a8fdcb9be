"""One measured number, and all of one evaluation."""

from dataclasses import dataclass

from checker.evaluation.metrics import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number, the better the higher it is.

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

    def of(self, name: str) -> Figure:
        """The figure with the id `name`."""
        return next(each for each in (*self.project, *self.shared) if each.id == name)
