"""Postcodes of the county, by which an organisation's district is looked up."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from checker.model import Postcode
from checker.store.tables import PostcodeRow


class PostcodeRepository:
    """The postcode table."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def load(self, postcodes: Iterable[Postcode]) -> int:
        """Number of postcodes kept: these replace the whole table."""
        rows = [
            {"postcode": row.postcode, "district": row.district, "lad_code": row.lad_code}
            for row in postcodes
        ]
        self._session.execute(delete(PostcodeRow))
        if rows:
            self._session.execute(insert(PostcodeRow), rows)
        return len(rows)

    def district(self, postcode: str) -> str | None:
        """Council area of the postcode (in the form `NR1 1AA`); None when not in the table."""
        row = select(PostcodeRow.district).where(PostcodeRow.postcode == postcode)
        return self._session.scalar(row)
