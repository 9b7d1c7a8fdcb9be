"""The link on the homepage, section 54(7): a finding about a website, not about a text."""

from checker.model import Force, Requirement, RequirementFinding, RequirementVerdict
from checker.store.records import SearchRecord


def link_of_search(search: SearchRecord | None) -> RequirementFinding:
    """Section 54(7) as the latest search saw it."""
    verdict = search.homepage_link.verdict if search else RequirementVerdict.UNCLEAR
    reason = "The homepage could not be looked at."
    if search and search.homepage_link.found:
        link = search.homepage_link
        words = f", with the words “{link.text}”" if link.text else ""
        reason = f"Link in the {link.where or 'page'}{words}."
    elif verdict is RequirementVerdict.NOT_STATED:
        reason = "No link to a statement was seen on the homepage."
    return _finding(verdict, reason)


def link_of_draft() -> RequirementFinding:
    """Section 54(7) for a draft: not to be seen yet, and not to be forgotten."""
    reason = (
        "This can be seen only once the statement is on your website. The link belongs in a "
        "prominent place on the homepage."
    )
    return _finding(RequirementVerdict.UNCLEAR, reason)


def _finding(verdict: RequirementVerdict, reason: str) -> RequirementFinding:
    return RequirementFinding(
        id=Requirement.HOMEPAGE_LINK,
        verdict=verdict,
        force=Force.MUST,
        citation="s.54(7)",
        reason=reason,
    )
