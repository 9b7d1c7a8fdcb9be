"""In words: what found a quotation, how sure that is, and what each label rests on."""

from collections.abc import Sequence

from checker.model import Evidence, LabelReason
from checker.report import wording

HOW_TO_READ = (
    "A score runs from 0 to 1; a sentence gets the label from the score that it needs. Each label "
    "starts from a value of its own; the rules and the trained model add to it or take away, and "
    "each 1.0 multiplies the odds of the label by 2.7. The words named are those without which "
    "the model would be less sure; they are looked for in the first quotation of each area."
)
_NEARLY = 0.95
_LEAST = 0.05  # below it, a part of a score rounds to nothing


def how_sure(confidence: float) -> str:
    """`about 8 in 10 sure`: no finer than the calibration was measured."""
    if confidence >= _NEARLY:
        return "more than 9 in 10 sure"
    return f"about {max(round(confidence * 10), 1)} in 10 sure"


def found_by_model(evidence: Evidence) -> str:
    """`the trained model s54@1` where no rule found it; empty where one did."""
    if not all(source.startswith("model:") for source in evidence.source):
        return ""
    return " and ".join(map(_finder, evidence.source))


def found_by(evidence: Evidence) -> str:
    """`rule:training.given@1 and the trained model s54@1`; empty where it is not known."""
    *others, last = map(_finder, evidence.source) if evidence.source else ("",)
    return f"{', '.join(others)} and {last}" if others else last


def reason_in_words(reason: LabelReason) -> str:
    """`training: 0.97, needs 0.31; from -0.8, the rules add 1.2, the trained model adds 3.4`."""
    score = f"{wording.LABELS[reason.label]}: {reason.score:.2f}, needs {reason.threshold:.2f}"
    parts = f"{_rules(reason.rules)}, the trained model {_model(reason)}"
    return f"{score}; from {reason.start:.1f}, {parts}"


def _finder(source: str) -> str:
    kind, _, name = source.partition(":")
    return f"the trained model {name}" if kind == "model" else source


def _rules(part: float) -> str:
    if abs(part) < _LEAST:
        return "no rule speaks for it"
    return f"the rules {'add' if part > 0 else 'take away'} {abs(part):.1f}"


def _model(reason: LabelReason) -> str:
    words = _quoted(reason.words)
    if reason.model >= _LEAST:
        return f"adds {reason.model:.1f}" + (f", most by {words}" if words else "")
    part = f"takes away {-reason.model:.1f}" if reason.model <= -_LEAST else "adds nothing"
    return part + (f", in spite of {words}" if words else "")


def _quoted(words: Sequence[str]) -> str:
    noun = "the word" if len(words) == 1 else "the words"
    return f"{noun} {', '.join(f'“{word}”' for word in words)}" if words else ""
