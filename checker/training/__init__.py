"""What the trained model is made from: the labelled sentences, and how they are split."""

from checker.training.folds import fold_of, is_held_out
from checker.training.gold import (
    AuditedStatement,
    GoldSentence,
    GoldStatement,
    load_audits,
    load_gold,
)

__all__ = [
    "AuditedStatement",
    "GoldSentence",
    "GoldStatement",
    "fold_of",
    "is_held_out",
    "load_audits",
    "load_gold",
]
