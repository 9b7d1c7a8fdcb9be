"""The published predictions to compare with: AIMS.uk's fine-tuned Llama 3.2 3B, one sentence."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from checker.evaluation.criteria import AIMS_CRITERIA
from checker.evaluation.metrics import Matrix
from checker.training.gold import read_table

_THRESHOLD = 0.5  # the authors' own


def load_published(data_dir: Path) -> dict[str, Matrix]:
    """What the released Llama says of the nine criteria, by statement.

    Raises:
        SourceError: The file is missing, or is not the table that is expected.
    """
    columns = [f"llama_{criterion.name}" for criterion in AIMS_CRITERIA]
    rows = read_table(data_dir / "aims" / "aims_uk.csv", " ".join(["statement_id", *columns]))
    return {
        f"uk{name}": _chosen([[float(row[column]) for column in columns] for row in group])
        for name, group in groupby(rows, key=lambda row: row["statement_id"])
    }


def _chosen(scores: Sequence[Sequence[float]]) -> Matrix:
    return np.array(scores) >= _THRESHOLD
