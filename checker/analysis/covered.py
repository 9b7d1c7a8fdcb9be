"""Which organisations a statement names as making it or covered by it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.analysis.labelled import LabelledSentence
from checker.analysis.organisations import find_institutions, find_organisations
from checker.analysis.sentences import OPENING
from checker.model import Document, Label
from checker.rulebook import IdentityRule

_COVERS = "identity.covers"
_HEAD = 3  # sentences that may be the title of a document
_TITLE = re.compile(
    r"^\W*(?P<name>[A-Z0-9](?=[\w.]*[A-Za-z])[\w&’'.]*(?:\s(?:[A-Z0-9(][\w&’'.)]*|&|and|of|for))*?)(?:[’']s?)?"
    r"\W{0,5}\s(?i:(?:uk|annual|group|20\d\d)\s)*(?i:modern slavery|slavery and|anti.slavery)\b"
)
_PROPER = r"[A-Z][\w&’'.]*(?:\s(?:(?:&|and|of|for|the)\s)?[A-Z][\w&’'.]*){0,4}"
_SPEAKER = re.compile(
    rf"^\W*(?P<name>{_PROPER})(?:\s\([^)]{{1,40}}\))?"
    r"\s(?:is|has|was|believes|recognises|welcome[sd]|takes|aims|acknowledges)\b"
)
_IN_USE = 3  # times that a document writes the name of whoever publishes it, at least
_NOT_NAMES = re.compile(
    r"\b(?:slavery|statement|policy|act|modern|anti|our|this|home|introduction|uk|we|it|there|what)"
    r"\b|^the$",
    re.IGNORECASE,
)


def find_covered(document: Document, labelled: Sequence[LabelledSentence]) -> tuple[str, ...]:
    """Organisations that the statement names as its own, in order, each once.

    Names with a legal form are looked for where a statement says whom it covers, in its opening and
    in its sign-off, after the institution in its title, whose subsidiaries they may be; failing
    these the name in its title, and at last that of an institution.
    """
    texts = list(_places(labelled))
    found = [name for text in texts for name in find_organisations(text)]
    if found:
        title = [document.title, *(each.sentence.text for each in labelled[:_HEAD])]
        found = [*_institutions(title, found), *found]
    if not found:
        found = list(_titles([document.title, *texts]))[:1]
    if not found:
        found = [name for text in texts for name in find_institutions(text)][:1]
    if not found:
        found = _names_in_use(document.text, texts)[:1]
    unique: dict[str, str] = {}
    for name in found:
        unique.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(unique.values())


def _names_in_use(document_text: str, texts: Iterable[str]) -> list[str]:
    """Names that speak or are spoken for in `texts` and that the document uses, commonest first."""
    names = {match["name"] for text in texts for match in _SPEAKER.finditer(text)}
    uses = {
        name: len(re.findall(rf"\b{re.escape(name)}\b", document_text))
        for name in names
        if not _NOT_NAMES.search(name)
    }
    return sorted((name for name in uses if uses[name] >= _IN_USE), key=lambda n: (-uses[n], n))


def _institutions(title: Iterable[str], found: Iterable[str]) -> list[str]:
    """The first institution in the title, unless one of the names found is or holds its name."""
    known = " / ".join(found).casefold()
    names = (name for text in title for name in find_institutions(text))
    return [name for name in names if name.casefold() not in known][:1]


def _places(labelled: Sequence[LabelledSentence]) -> Iterator[str]:
    """Texts that say whose statement it is, the lists that such a sentence leads in included."""
    covering: set[str] = set()
    for index, each in enumerate(labelled):
        covers = any(
            isinstance(hit.rule, IdentityRule) and hit.rule.id == _COVERS for hit in each.hits
        )
        if covers:
            covering.add(each.sentence.text)
        led_in = not covering.isdisjoint(each.sentence.lead_ins)
        if covers or led_in or index < OPENING or Label.SIGNATURE in each.labels:
            yield each.sentence.text


def _titles(texts: Sequence[str]) -> Iterator[str]:
    """Names that stand in a title before the words for a slavery statement."""
    for text in texts:
        match = _TITLE.match(text)
        if match and not _NOT_NAMES.search(match["name"]):
            yield match["name"]
