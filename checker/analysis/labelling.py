"""Gives every sentence its labels, scores, strength and modality."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.analysis.labelled import LabelledSentence, Mark
from checker.analysis.matching import RuleHit
from checker.analysis.modality import modality_of
from checker.analysis.sentences import Sentence
from checker.model import BlockKind, Label
from checker.rulebook import AreaRule, FindingRule, Scoring, Strength, StrengthRule


def label_sentences(
    sentences: Sequence[Sentence],
    hits: Sequence[tuple[RuleHit, ...]],
    marks: Iterable[Mark],
    scoring: Scoring,
) -> tuple[LabelledSentence, ...]:
    """Every one of `sentences` with what it discloses.

    Args:
        sentences: Of one document, in order.
        hits: Of each of them.
        marks: What sentences are for the publishing duties.
        scoring: rules/scoring.yml.
    """
    marks_at: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        marks_at[mark.index].append(mark)
    return tuple(
        _label(sentence, found, marks_at[sentence.index], scoring)
        for sentence, found in zip(sentences, hits, strict=True)
    )


def strength_for(
    hits: Iterable[RuleHit], labels: Iterable[Label], *, at_least: Strength = "mention"
) -> Strength:
    """How much the hits say of any of `labels`: a specific step with a figure is measured.

    Args:
        hits: Of one sentence.
        labels: That are asked for.
        at_least: What is known without the rules.
    """
    wanted = frozenset(labels)
    strengths = {at_least}
    measured = False
    for hit in hits:
        if isinstance(hit.rule, AreaRule) and not wanted.isdisjoint(hit.rule.labels):
            strengths.add(hit.rule.strength)
        measured = measured or isinstance(hit.rule, StrengthRule)
    if "measured" in strengths or ("specific" in strengths and measured):
        return "measured"
    return "specific" if "specific" in strengths else "mention"


def _label(
    sentence: Sentence, hits: tuple[RuleHit, ...], marks: Sequence[Mark], scoring: Scoring
) -> LabelledSentence:
    doubts: dict[Label, float] = {}
    sources: dict[Label, list[str]] = defaultdict(list)
    for label, confidence, source in _votes(sentence, hits, marks, scoring):
        # Rules that agree make a label surer: the doubt that is left is the product of theirs.
        doubts[label] = doubts.get(label, 1.0) * (1.0 - confidence)
        sources[label].append(source)
    labels = tuple(label for label in Label if label in doubts)
    return LabelledSentence(
        sentence=sentence,
        labels=labels,
        scores={label: round(1.0 - doubts[label], 4) for label in labels},
        modality=modality_of(sentence, hits),
        hits=hits,
        votes={label: tuple(dict.fromkeys(sources[label])) for label in labels},
        strength=strength_for(hits, labels),
    )


def _votes(
    sentence: Sentence, hits: Iterable[RuleHit], marks: Iterable[Mark], scoring: Scoring
) -> Iterable[tuple[Label, float, str]]:
    """Label, confidence and source of everything that speaks for a label."""
    for mark in marks:
        yield mark.label, mark.confidence, mark.source
    if sentence.kind is BlockKind.HEADING:
        return  # a heading announces, it discloses nothing
    for hit in hits:
        if isinstance(hit.rule, AreaRule):
            for label in hit.rule.labels:
                yield label, scoring.confidence[hit.rule.strength], hit.rule.ref
        elif isinstance(hit.rule, FindingRule):
            for label in hit.rule.labels:
                yield label, scoring.confidence["specific"], hit.rule.ref
