"""corpus/baseline.json: floors under the figures, which nobody lowers silently.

`checker evaluate --update` raises a floor to the measured value less the tolerance. It never lowers
one: whoever gives up a figure for another changes the file by hand, where a reviewer sees it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from checker.errors import CorpusError
from checker.evaluation.figures import Figure, Figures

TOLERANCE = 0.005
"""What a figure may fall without failing: rounding that differs from one processor to another."""


class Baseline(BaseModel):
    """The closed grammar of corpus/baseline.json.

    Attributes:
        tolerance: The `TOLERANCE` of the last update, for the reader.
        data: Digest of the labelled statements that the shared floors rest on.
        project: Floors of what can be measured anywhere, by the id of the figure.
        shared: Floors of what needs the labelled statements.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    form: Literal["baseline/1"] = "baseline/1"
    tolerance: float = TOLERANCE
    data: str = ""
    project: dict[str, float] = {}
    shared: dict[str, float] = {}


def load_baseline(path: Path) -> Baseline:
    """The floors; none where the file is not there yet.

    Raises:
        CorpusError: The file cannot be read or is wrong.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Baseline()
    except (OSError, ValidationError) as error:
        raise CorpusError(f"{path}: {error}") from error


def baseline_json(baseline: Baseline) -> str:
    """`baseline` as it stands in the file."""
    return json.dumps(baseline.model_dump(), indent=1) + "\n"


def raised(baseline: Baseline, figures: Figures) -> Baseline:
    """The floors after an update; those of other labelled statements are not carried over."""
    same = baseline.data == figures.data
    return Baseline(
        data=figures.data,
        project=_raised(baseline.project, figures.project),
        shared=_raised(baseline.shared if same else {}, figures.shared),
    )


def shortfalls(baseline: Baseline, figures: Figures) -> Iterator[str]:
    """One line for each floor that is not held, saying by how much.

    Where the labelled statements are absent, their floors are not looked at.
    """
    yield from _shortfalls(baseline.project, figures.project)
    if not figures.data:
        return
    if baseline.data == figures.data:
        yield from _shortfalls(baseline.shared, figures.shared)
    else:
        yield (
            f"the labelled statements ({figures.data[:12]}) are not those that the floors rest on "
            f"({baseline.data[:12] or 'none yet'}): run `checker evaluate --update`"
        )


def _raised(floors: Mapping[str, float], figures: Iterable[Figure]) -> dict[str, float]:
    return {
        figure.id: max(_floor_under(figure.whole.value), floors.get(figure.id, 0.0))
        for figure in figures
        if not isnan(figure.whole.value)
    }


def _shortfalls(floors: Mapping[str, float], figures: Iterable[Figure]) -> Iterator[str]:
    measured = {figure.id: figure.whole.value for figure in figures}
    for name, least in floors.items():
        if name not in measured:
            yield f"{name} has a floor of {least:.4f} and is not measured any more"
        elif not measured[name] >= least:  # an undefined figure does not hold its floor either
            short = least - measured[name]
            yield f"{name} is {measured[name]:.4f}, {short:.4f} below its floor of {least:.4f}"


def _floor_under(value: float) -> float:
    return max(0.0, round(value - TOLERANCE, 4))
