"""Says why a sentence has its labels: what the rules add, what the model adds, on which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from checker.analysis.combining import TrainedModel
from checker.analysis.labelled import LabelledSentence
from checker.model import AreaFinding, Evidence, Label
from checker.rulebook import Scoring

_WORD = re.compile(r"\w[\w’'-]*")
_NEIGHBOURS = 3  # sentences on each side that stay as they are while a word is left out
_MOST_WORDS = 60  # of a sentence that are tried
_SHOWN = 5
_LEAST = 0.1  # log-odds that a word must be worth to be named


def explain_areas(
    areas: Sequence[AreaFinding],
    labelled: Sequence[LabelledSentence],
    model: TrainedModel,
    scoring: Scoring,
) -> tuple[AreaFinding, ...]:
    """`areas` with the reasons of all their evidence.

    The words are those of the strongest evidence of each area only: to find them the model has to
    read the sentence once for each of its words.
    """
    at = {each.sentence.start: each for each in labelled}
    return tuple(
        replace(
            area,
            evidence=tuple(
                _explained(area.evidence, labelled, at, model, scoring.areas[area.id].labels)
            ),
        )
        for area in areas
    )


def _explained(
    evidence: Sequence[Evidence],
    labelled: Sequence[LabelledSentence],
    at: dict[int, LabelledSentence],
    model: TrainedModel,
    labels: Sequence[Label],
) -> Iterator[Evidence]:
    for rank, item in enumerate(evidence):
        each = at[item.start]
        words = _words(each, labelled, model, labels) if rank == 0 else {}
        yield replace(
            item,
            reasons=tuple(
                replace(model.reason(each, label), words=words.get(label, ()))
                for label in labels
                if label in each.labels
            ),
        )


def _words(
    each: LabelledSentence,
    labelled: Sequence[LabelledSentence],
    model: TrainedModel,
    labels: Sequence[Label],
) -> dict[Label, tuple[str, ...]]:
    """The words of a sentence without which the model is less sure of each of `labels`."""
    index = each.sentence.index
    around = labelled[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    texts = [one.sentence.reading for one in around]
    place = index - around[0].sentence.index
    heads = texts[place].removesuffix(each.sentence.text)
    odds = _odds(model, texts, place, labels)
    worth: list[tuple[str, dict[Label, float]]] = []
    for word in _telling(each.sentence.text):
        rest = each.sentence.text[: word.start()] + each.sentence.text[word.end() :]
        texts[place] = heads + rest
        without = _odds(model, texts, place, labels)
        losses = {label: odds[label] - without[label] for label in labels}
        worth.append((word.group(), losses))
    found = {}
    for label in labels:
        ranked = sorted(worth, key=lambda one: -one[1][label])
        named = (word for word, losses in ranked if losses[label] >= _LEAST)
        found[label] = tuple(dict.fromkeys(named))[:_SHOWN]
    return found


def _odds(
    model: TrainedModel, texts: Sequence[str], place: int, labels: Sequence[Label]
) -> dict[Label, float]:
    """What the model adds to the log-odds of each of `labels` in the sentence at `place`."""
    logits = model.logits(texts)[place]
    return {label: model.weights[label].of_model(logits[label]) for label in labels}


def _telling(text: str) -> list[re.Match[str]]:
    """The words that are tried: "the" and its like would only name the sentence's frame."""
    words = (word for word in _WORD.finditer(text) if word.group().lower() not in STOP_WORDS)
    return list(words)[:_MOST_WORDS]
