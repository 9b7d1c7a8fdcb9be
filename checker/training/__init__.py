"""What the trained model is made from: the labelled sentences, and how they are split."""

from checker.training.folds import fold_of
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
    "load_audits",
    "load_gold",
]
