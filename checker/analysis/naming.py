"""Whether a statement names an organisation, with the place where it does."""

import re
from collections.abc import Sequence

from checker.analysis.organisations import names
from checker.model import Document, Evidence, Finding

_LEGAL_FORMS = frozenset({"limited", "ltd", "plc", "llp", "the"})


def find_name(document: Document, organisation: str, organisations: Sequence[str] = ()) -> Finding:
    """A finding that says whether the statement names `organisation`, and where first.

    Args:
        document: The statement.
        organisation: That is looked for.
        organisations: Those that it names as its own: whose statement it is if not that one's.
    """
    if not names(document.text, organisation):
        return Finding(
            id="does_not_name_organisation",
            title=f"The statement does not name {organisation}",
            reason=f"It seems to be the statement of {organisations[0]}." if organisations else "",
        )
    words = [w for w in re.findall(r"\w+", organisation) if w.lower() not in _LEGAL_FORMS]
    place = re.search(r"\W+(?:and\W+)?".join(map(re.escape, words)), document.text, re.IGNORECASE)
    evidence: tuple[Evidence, ...] = ()
    if place:
        start, end = place.span()
        quote = Evidence(quote=place[0], start=start, end=end, page=document.page_of(start))
        evidence = (quote,)
    return Finding(
        id="names_organisation",
        title=f"The statement names {organisation}",
        evidence=evidence,
    )
