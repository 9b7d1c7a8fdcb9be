"""How faithfully the forms are read: recall and precision of sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.errors import ExtractError
from checker.evaluation.fidelity.boxes import Distances, box_distances
from checker.evaluation.fidelity.forms import Form
from checker.evaluation.fidelity.matching import Match, Splitter, match
from checker.evaluation.fidelity.readers import OURS, Reader, ours, peers
from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.source import (
    Text,
    document_of,
    evenly,
    load_project_texts,
    load_real_texts,
)
from checker.evaluation.metrics import Estimate, score

_PROJECT_SAMPLE = 2  # of the project's texts, where reading takes long
_BOXED = 10  # texts are enough to see where their characters stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """How one reader reads one form.

    Attributes:
        reader: Its name.
        form: What was read.
        matches: For each text, by its name.
        recall: Sentences of the texts that are read; its support counts them.
        precision: Sentences read that are in the texts; its support counts them.
        refused: Texts that could not be read at all, and why.
    """

    reader: str
    form: Form
    matches: dict[str, Match]
    recall: Estimate
    precision: Estimate
    refused: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """This project and other programs on the same files.

    Attributes:
        texts: How many real texts were rendered.
        results: For each form, ours first.
        missing: Programs to compare with that are not installed.
        distances: Of the places of characters, by the title of the form.
    """

    texts: int
    results: tuple[Fidelity, ...]
    missing: tuple[str, ...]
    distances: dict[str, Distances]


def measure_project(corpus: Path, forms: Sequence[Form]) -> list[Fidelity]:
    """How this project reads the statements written for it; the same on every machine.

    Raises:
        SourceError: There are none.
    """
    texts = load_project_texts(corpus)
    return [
        _measure(OURS, ours, form, _render(form, texts, _PROJECT_SAMPLE if form.sample else None))
        for form in forms
    ]


def measure_real(data: Path, forms: Sequence[Form], sample: int | None) -> Iterator[Fidelity]:
    """How this project reads real texts, form by form.

    Raises:
        SourceError: There are none.
    """
    texts = load_real_texts(data)
    for form in forms:
        yield _measure(OURS, ours, form, _render(form, texts, sample or form.sample))


def measure_with_others(data: Path, forms: Sequence[Form], sample: int | None) -> Compared:
    """The same, with other programs beside it.

    Raises:
        SourceError: There are no real texts.
    """
    texts = evenly(load_real_texts(data), sample)
    results: list[Fidelity] = []
    missing: set[str] = set()
    distances: dict[str, Distances] = {}
    for form in forms:
        rendered = _render(form, texts, form.sample)
        results.append(_measure(OURS, ours, form, rendered))
        for name, reader in peers(form):
            if reader:
                results.append(_measure(name, reader, form, rendered))
            else:
                missing.add(name)
        if form.boxed and (found := box_distances([each for _, each in rendered[:_BOXED]])):
            distances[form.title] = found
    return Compared(
        texts=len(texts),
        results=tuple(results),
        missing=tuple(sorted(missing)),
        distances=distances,
    )


def _render(form: Form, texts: Sequence[Text], sample: int | None) -> list[tuple[Text, Rendering]]:
    return [(text, form.render(text)) for text in evenly(texts, sample)]


def _measure(
    name: str, reader: Reader, form: Form, rendered: Sequence[tuple[Text, Rendering]]
) -> Fidelity:
    splitter = Splitter()
    matches: dict[str, Match] = {}
    refused: dict[str, str] = {}
    for text, rendering in rendered:
        wanted = splitter.sentences(document_of(text.passages))
        allowed = splitter.sentences(document_of(rendering.beside))
        try:
            read = splitter.sentences(reader(rendering))
        except ExtractError as error:
            refused[text.name] = str(error)
            read = []
        matches[text.name] = match(wanted, read, allowed)
    recall, precision = _estimates(list(matches.values()))
    return Fidelity(
        reader=name,
        form=form,
        matches=matches,
        recall=recall,
        precision=precision,
        refused=refused,
    )


def _estimates(matches: Sequence[Match]) -> tuple[Estimate, Estimate]:
    """Recall and precision, with intervals that resample documents."""
    there = [
        np.repeat([True, True, False], [each.found, len(each.lost), len(each.added)])
        for each in matches
    ]
    read = [
        np.repeat([True, False, True], [each.found, len(each.lost), len(each.added)])
        for each in matches
    ]
    column = score(
        [each.reshape(-1, 1) for each in there], [each.reshape(-1, 1) for each in read], ["read"]
    ).criteria[0]
    return column.recall, column.precision
