"""A register kept in a spreadsheet, saved as CSV: one organisation in each row.

Columns: at least `name` and `website`; also read are `company_number`, `postcode`, `parent`,
`statement_url`, `sector`, `likely_over_36m`, `basis` and `source_url`. Others are left alone.
"""

import csv
import io
import itertools
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import RegisterError
from checker.model import Issue, IssueLevel, Organisation
from checker.register import cells
from checker.register.norfolk import normalise_postcode

_REQUIRED = ("name", "website")
_EXPECTED = (
    "Expected is a CSV file, with commas between its columns, whose first row holds at least "
    "name,website."
)

# Column → how its cell is read; where it cannot be, the cell is left out and the row stays.
_READERS: Mapping[str, Callable[[str], str]] = {
    "website": cells.website,
    "company_number": cells.company_number,
    "postcode": normalise_postcode,
    "statement_url": cells.web_address,
    "likely_over_36m": cells.answer,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterImport:
    """The organisations of a register file, and what could not be taken over.

    An issue of level error is a row that was left out, a warning a single cell.
    """

    organisations: tuple[Organisation, ...]
    issues: tuple[Issue, ...]


def load_register(path: Path) -> RegisterImport:
    """The organisations of the CSV file at `path`, in its order.

    Raises:
        RegisterError: The file is not there, is not a CSV text, lacks a column or is empty.
    """
    rows = _rows(_text(path))
    _, first = next(rows, (1, []))
    header = _header(path, first)
    kept: list[Organisation] = []
    issues: list[Issue] = []
    seen: dict[str, tuple[int, Organisation]] = {}
    for number, row in rows:
        subject = f"{path.name}, row {number}"
        try:
            given, warnings = _organisation(header, row)
            _refuse_duplicate(given, seen)
        except (ValueError, csv.Error) as exc:
            issues.append(_issue(IssueLevel.ERROR, subject, f"{exc} The row was left out."))
            continue
        issues += (_issue(IssueLevel.WARNING, subject, warning) for warning in warnings)
        kept.append(given)
        for key in (given.name_key, given.company_number):
            seen.setdefault(key, (number, given))
    if not kept and not issues:
        raise RegisterError(f"{path} holds no organisations. {_EXPECTED}")
    return RegisterImport(organisations=tuple(kept), issues=tuple(issues))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise RegisterError(f"{path} cannot be read ({exc.strerror}). {_EXPECTED}") from exc
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterError(f"{path} is not a text file. {_EXPECTED}")


def _rows(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Row numbers as a spreadsheet shows them, with the cells or why there are none."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    for number in itertools.count(1):
        try:
            cells_of_row = [" ".join(cell.split()) for cell in next(rows)]
        except StopIteration:
            return
        except csv.Error as exc:
            yield number, csv.Error(f"Its quotation marks do not match ({exc}).")
        else:
            if any(cells_of_row):
                yield number, cells_of_row


def _header(path: Path, first: list[str] | csv.Error) -> list[str]:
    names = [] if isinstance(first, csv.Error) else [name.casefold() for name in first]
    missing = [name for name in _REQUIRED if name not in names]
    if missing:
        found = textwrap.shorten(", ".join(names), 100) or "nothing"
        raise RegisterError(f"{path} lacks {' and '.join(missing)}; found {found}. {_EXPECTED}")
    twice = [name for name in set(names) if name and names.count(name) > 1]
    if twice:
        raise RegisterError(f"{path} has the column {twice[0]} twice. {_EXPECTED}")
    return names


def _organisation(
    header: Sequence[str], row: list[str] | csv.Error
) -> tuple[Organisation, list[str]]:
    """The organisation of one row, with a warning for each cell that could not be used.

    Raises:
        ValueError, csv.Error: The row cannot be used.
    """
    if isinstance(row, csv.Error):
        raise row
    if len(row) != len(header):
        raise ValueError(f"It has {len(row)} cells and the first row has {len(header)}.")
    values = dict(zip(header, row, strict=True))
    if not values["name"]:
        raise ValueError("It has no name.")
    warnings = []
    for column, read in _READERS.items():
        if cell := values.get(column, ""):
            try:
                values[column] = read(cell)
            except ValueError as exc:
                values[column] = ""
                warnings.append(f"{column}: {exc} The cell was left out.")
    return _from_values(values), warnings


def _from_values(values: Mapping[str, str]) -> Organisation:
    source = values.get("source_url", "")
    basis = values.get("basis", "")
    return Organisation(
        name=values["name"],
        website=values["website"],
        company_number=values.get("company_number", ""),
        postcode=values.get("postcode", ""),
        parent=values.get("parent", ""),
        statement_url=values.get("statement_url", ""),
        sector=values.get("sector", ""),
        provenance=f"{basis}. Source: {source}" if basis and source else basis or source,
        likely_in_scope=values.get("likely_over_36m", "") or "unknown",
    )


def _refuse_duplicate(given: Organisation, seen: Mapping[str, tuple[int, Organisation]]) -> None:
    for key in (given.company_number, given.name_key):
        number, earlier = seen.get(key, (0, None))
        if earlier and given.is_same_as(earlier):
            raise ValueError(f"It is the same organisation as row {number}, {earlier.name!r}.")


def _issue(level: IssueLevel, subject: str, message: str) -> Issue:
    return Issue(level=level, stage="register", subject=subject, message=message)
