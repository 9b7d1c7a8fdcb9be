"""Loads and validates the rules of rules/: domain knowledge is data."""

from checker.rulebook.grammar import Gap, Number, OneOf, parse_phrase
from checker.rulebook.loader import Rulebook, load_rulebook
from checker.rulebook.schema import (
    AreaAdvice,
    AreaRule,
    AreaScoring,
    Authority,
    BodyRule,
    Example,
    FindingRule,
    IdentityRule,
    LinkRule,
    ModalityRule,
    RequirementAdvice,
    RequirementRule,
    RequirementScoring,
    Rule,
    Scoring,
    Strength,
    StrengthRule,
)

__all__ = [
    "AreaAdvice",
    "AreaRule",
    "AreaScoring",
    "Authority",
    "BodyRule",
    "Example",
    "FindingRule",
    "Gap",
    "IdentityRule",
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
