"""Wording that unrelated organisations share: hashes of it, made from their real statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from checker.analysis.organisations import names
from checker.analysis.similarity import Wording, hash_runs
from checker.training.gold import GoldStatement


def common_wording(statements: Iterable[GoldStatement]) -> Wording:
    """The runs of words that stand in the statements of two unrelated organisations or more.

    Organisations are related where a statement of one names the other: members of a group copy
    from one another with good reason.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        texts[statement.organisation] += [sentence.text for sentence in statement.sentences]
    family = _families({name: "\n".join(sentences) for name, sentences in texts.items()})
    found_in: dict[int, set[str]] = defaultdict(set)
    for name, sentences in texts.items():
        for sentence in sentences:
            for run in hash_runs(sentence):
                found_in[run].add(family[name])
    return Wording(frozenset(run for run, families in found_in.items() if len(families) > 1))


def _families(texts: Mapping[str, str]) -> dict[str, str]:
    """For each organisation the one that stands for all that it is related to."""
    family = {name: name for name in texts}
    for name, text in texts.items():
        for other in texts:
            if other != name and family[other] != family[name] and names(text, other):
                old, new = family[other], family[name]
                family = {each: new if head == old else head for each, head in family.items()}
    return family
