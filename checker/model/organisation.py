"""Who: the organisations of a register."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One row of a register: an organisation that may have to publish a statement.

    Attributes:
        name: Legal name, as the register has it.
        website: Bare host name (`example.co.uk`) or empty.
        company_number: Eight characters as Companies House writes them, or empty.
        postcode: Of the place in Norfolk, in the form `NR1 1AA`, or empty.
        parent: Legal name of a parent that may have a row of its own, or empty.
        statement_url: Where a statement was seen earlier, or empty.
        sector: The register's own word, or empty.
        provenance: Where this row comes from, as given by the register.
        likely_in_scope: The register's own view of turnover: yes, no or unknown.
    """

    name: str
    website: str = ""
    company_number: str = ""
    postcode: str = ""
    parent: str = ""
    statement_url: str = ""
    sector: str = ""
    provenance: str = ""
    likely_in_scope: str = "unknown"

    @property
    def name_key(self) -> str:
        """The name without regard to case and spacing, to compare with."""
        return " ".join(self.name.casefold().split())

    def is_same_as(self, other: "Organisation") -> bool:
        """Whether both rows mean one organisation: by company number, else by name."""
        if self.company_number and other.company_number:
            return self.company_number == other.company_number
        return self.name_key == other.name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcode:
    """A live postcode of the county and the council area it lies in.

    Attributes:
        postcode: In the form `NR1 1AA`.
        district: Name of the council area.
        lad_code: Its code in the Office for National Statistics' list.
    """

    postcode: str
    district: str
    lad_code: str


class IssueLevel(StrEnum):
    """How much an issue matters."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A failure of one item in a batch: the batch goes on, the issue is kept and shown.

    Attributes:
        level: `error` makes the command end with exit code 1.
        stage: The room it happened in: register, crawl, extract, analysis, store.
        subject: What failed: an organisation, an address, `file.csv, row 12`.
        message: What was wrong and what to do.
    """

    level: IssueLevel
    stage: str
    subject: str
    message: str
