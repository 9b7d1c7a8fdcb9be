"""How well approval and signature are judged on whole statements that people audited.

Few statements lack an approval or a signature, so every share carries a Wilson interval, and the
judge that always says yes stands beside: its sensitivity is perfect and its specificity nil.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import nan, sqrt
from statistics import NormalDist

from checker.model import Assessment, Requirement, RequirementFinding, RequirementVerdict
from checker.training import AuditedStatement

_YES = "Yes"
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """`right` of `support` cases."""

    right: int
    support: int

    @property
    def value(self) -> float:
        """The share; `nan` of no cases."""
        return self.right / self.support if self.support else nan

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval (Wilson, 1927); `nan` of no cases."""
        if not self.support:
            return nan, nan
        z = NormalDist().inv_cdf((1 + _CONFIDENCE) / 2)
        scale = 1 + z * z / self.support
        centre = self.value + z * z / (2 * self.support)
        spread = self.value * (1 - self.value) / self.support + (z / (2 * self.support)) ** 2
        return (centre - z * sqrt(spread)) / scale, (centre + z * sqrt(spread)) / scale


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffScore:
    """How often a duty is found where it is met, and not found where it is not.

    Attributes:
        requirement: Approval or signature.
        sensitivity: Of the statements that the audit says yes of: judged stated.
        specificity: Of the others: not judged stated (not stated, unclear or not applicable).
    """

    requirement: Requirement
    sensitivity: Proportion
    specificity: Proportion

    @property
    def always_yes(self) -> "SignOffScore":
        """The score of a judge that says yes of every statement."""
        return SignOffScore(
            requirement=self.requirement,
            sensitivity=Proportion(
                right=self.sensitivity.support, support=self.sensitivity.support
            ),
            specificity=Proportion(right=0, support=self.specificity.support),
        )


def score_sign_off(
    audits: Iterable[AuditedStatement], assessments: Mapping[str, Assessment]
) -> tuple[SignOffScore, SignOffScore]:
    """How well approval and signature are judged, in that order.

    Args:
        audits: Of any statements; those that say nothing of a duty do not count for it.
        assessments: By statement; of every one in `audits`.
    """
    rows = list(audits)
    approval = {row.id: row.approved_by_board for row in rows}
    signature = {row.id: row.signed_by_director for row in rows}
    return (
        _score(Requirement.APPROVAL, approval, assessments),
        _score(Requirement.SIGNATURE, signature, assessments),
    )


def _score(
    requirement: Requirement, answers: Mapping[str, str], assessments: Mapping[str, Assessment]
) -> SignOffScore:
    stated = {
        name: _is_stated(assessments[name].requirement(requirement))
        for name, answer in answers.items()
        if answer
    }
    met = [found for name, found in stated.items() if answers[name] == _YES]
    unmet = [found for name, found in stated.items() if answers[name] != _YES]
    return SignOffScore(
        requirement=requirement,
        sensitivity=Proportion(right=sum(met), support=len(met)),
        specificity=Proportion(right=len(unmet) - sum(unmet), support=len(unmet)),
    )


def _is_stated(finding: RequirementFinding | None) -> bool:
    return finding is not None and finding.verdict is RequirementVerdict.STATED
