"""Every finding on one statement, in one order."""

from collections.abc import Iterator, Sequence

from checker.analysis.findings.by_rule import absence_findings, other_findings, share_findings
from checker.analysis.findings.copied import find_common_wording
from checker.analysis.findings.other_speaker import other_speaker_findings
from checker.analysis.findings.readability import find_hard_reading
from checker.analysis.findings.unfit_year import find_unfit_year
from checker.analysis.labelled import LabelledSentence
from checker.analysis.similarity import Wording
from checker.model import Finding, Statement
from checker.rulebook import FindingRule, Rulebook, Scoring


def statement_findings(
    labelled: Sequence[LabelledSentence],
    statement: Statement,
    rulebook: Rulebook,
    *,
    common: Wording | None = None,
) -> tuple[Finding, ...]:
    """Every finding beside the areas and the publishing duties.

    Of what is no statement only what a rule hits is told: a template with placeholders, a claim.

    Args:
        labelled: The sentences of the document.
        statement: What it says of itself: whether it is one, whose, and for which year.
        rulebook: Its rules of rules/findings/ and its scoring.
        common: Wording that unrelated organisations share; None where it was not loaded.
    """
    found = [*other_findings(labelled)]
    if statement.is_statement:
        found += _of_a_statement(labelled, statement, rulebook)
        found += _counted(labelled, statement, rulebook.scoring, common or Wording(frozenset()))
    return tuple(found)


def _of_a_statement(
    labelled: Sequence[LabelledSentence], statement: Statement, rulebook: Rulebook
) -> Iterator[Finding]:
    rules = rulebook.of(FindingRule)
    yield from other_speaker_findings(labelled, rules, statement.organisations)
    if not statement.no_steps:  # who says so says enough of them
        yield from absence_findings(labelled, rules)
    yield from share_findings(labelled, rules)


def _counted(
    labelled: Sequence[LabelledSentence], statement: Statement, scoring: Scoring, common: Wording
) -> Iterator[Finding]:
    for finding in (
        find_unfit_year(labelled, statement.period_start, scoring.findings["unfit_year"]),
        find_hard_reading(labelled, scoring.findings["hard_to_read"]),
        find_common_wording(labelled, common, scoring.findings["common_wording"]),
    ):
        if finding:
            yield finding
