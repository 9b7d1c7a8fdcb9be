"""Whether a statement names an organisation, with the place where it does."""

import re

from checker.analysis.organisations import names
from checker.model import Document, Evidence, Finding

_LEGAL_FORMS = frozenset({"limited", "ltd", "plc", "llp", "the"})


def find_name(document: Document, organisation: str) -> Finding:
    """A finding that says whether the statement names `organisation`, and where first."""
    if not names(document.text, organisation):
        return Finding(
            id="does_not_name_organisation",
            title=f"The statement does not name {organisation}",
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
