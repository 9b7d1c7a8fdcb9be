"""Norfolk's postcodes: the form they are written in and the council area of each."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from checker.errors import CorpusError
from checker.model import Postcode

_FILE = Path("postcodes", "norfolk.csv")
_COLUMNS = ["postcode", "district", "lad_code"]
_COMPACT = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")


def normalise_postcode(text: str) -> str:
    """The postcode in the form `NR1 1AA`, whatever its case and spacing.

    Raises:
        ValueError: `text` is not a postcode of the United Kingdom.
    """
    match = _COMPACT.fullmatch("".join(text.split()).upper())
    if match is None:
        raise ValueError(f"{text!r} is not a postcode.")
    return " ".join(match.groups())


def load_postcodes(corpus_dir: Path) -> Iterator[Postcode]:
    """Every live postcode of Norfolk, from `corpus/postcodes/norfolk.csv` (see LICENCE.md there).

    Raises:
        CorpusError: The file is missing, or is not the one that the project ships.
    """
    path = corpus_dir / _FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            header = next(rows, [])
            if header != _COLUMNS:
                message = f"{path}: expected the columns {_COLUMNS}, not {header}."
                raise CorpusError(message)
            for row in rows:
                postcode, district, lad_code = row
                yield Postcode(postcode=postcode, district=district, lad_code=lad_code)
    except OSError as exc:
        message = f"{path} cannot be read ({exc.strerror}). Install the project anew."
        raise CorpusError(message) from exc
    except (ValueError, csv.Error) as exc:
        raise CorpusError(f"{path}, line {rows.line_num}: {exc}.") from exc
