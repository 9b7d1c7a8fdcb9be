"""Loads and validates the rules of rules/: domain knowledge is data."""

from checker.rulebook.grammar import Gap, Number, OneOf, parse_phrase
from checker.rulebook.loader import Rulebook, load_rulebook
from checker.rulebook.schema import (
    AreaRule,
    Authority,
    BodyRule,
    Example,
    FindingAdvice,
    FindingRule,
    IdentityRule,
    LinkRule,
    ModalityRule,
    RequirementRule,
    Rule,
    Strength,
    StrengthRule,
)
from checker.rulebook.scoring import (
    AreaAdvice,
    AreaScoring,
    FindingScoring,
    IdentityScoring,
    RequirementAdvice,
    RequirementScoring,
    Scoring,
)

__all__ = [
    "AreaAdvice",
    "AreaRule",
    "AreaScoring",
    "Authority",
    "BodyRule",
    "Example",
    "FindingAdvice",
    "FindingRule",
    "FindingScoring",
    "Gap",
    "IdentityRule",
    "IdentityScoring",
    "LinkRule",
    "ModalityRule",
    "Number",
    "OneOf",
    "RequirementAdvice",
    "RequirementRule",
    "RequirementScoring",
    "Rule",
    "Rulebook",
    "Scoring",
    "Strength",
    "StrengthRule",
    "load_rulebook",
    "parse_phrase",
]
