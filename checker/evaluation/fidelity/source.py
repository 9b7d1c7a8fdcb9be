"""The texts that are rendered: what a document says, whatever form it is published in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from checker.errors import SourceError
from checker.extract import MediaType, extract
from checker.model import Block, BlockKind, Document, Extraction, Page, SourceDocument

ENUMERATOR = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})(?:[.)]|(?<=\.\d))\s")
"""The number of a list item, which is part of its text."""

_CHARACTERS = "cp1252"  # what the fonts of every form can show
_ENDS = ".!?:;…\"'”’)"
_TOGETHER = 4  # statements of the project in one document: alone they do not fill a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One heading, paragraph or list item; a list item without its bullet."""

    kind: BlockKind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What one document says."""

    name: str
    passages: tuple[Passage, ...]

    def chance(self, purpose: str) -> Random:
        """What is left to chance in rendering this text: the same on every machine."""
        seed = sha256(f"{purpose} {self.name}".encode()).hexdigest()
        return Random(seed)  # noqa: S311 - nothing is kept secret with it


def load_real_texts(data: Path) -> list[Text]:
    """The real texts in the folder of the labelled statements, by name.

    Raises:
        SourceError: There are none.
    """
    files = _files_in(data / "statements" / "texts", " Name the right folder by --data.")
    return [_text(file.stem, [file]) for file in files]


def load_project_texts(corpus: Path) -> list[Text]:
    """The statements written for this project, some of them together in one document.

    Raises:
        SourceError: There are none.
    """
    files = _files_in(corpus / "lookalikes" / "statement")
    return [
        _text(f"{some[0].stem}-{some[-1].stem}", some)
        for some in (files[k : k + _TOGETHER] for k in range(0, len(files), _TOGETHER))
    ]


def _files_in(folder: Path, advice: str = "") -> list[Path]:
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise SourceError(f"{folder}: there are no texts in it.{advice}")
    return files


def evenly(texts: Sequence[Text], number: int | None) -> list[Text]:
    """As many as `number` of the texts, evenly spread over all; all where there is no number."""
    if number is None or number >= len(texts):
        return list(texts)
    return [texts[place * len(texts) // number] for place in range(number)]


def document_of(passages: Sequence[Passage]) -> Document:
    """The passages as a reader without fault would read them."""
    blocks: list[Block] = []
    start = 0
    for each in passages:
        end = start + len(each.text)
        blocks.append(Block(start=start, end=end, kind=each.kind, level=each.level))
        start = end + 1
    text = "\n".join(each.text for each in passages)
    return Document(
        text=text,
        media_type=MediaType.TEXT,
        extraction=Extraction.TEXT,
        pages=(Page(number=1, start=0, end=len(text)),),
        blocks=tuple(blocks),
    )


def _text(name: str, files: Sequence[Path]) -> Text:
    passages = [each for file in files for each in _passages(file)]
    return Text(name=name, passages=tuple(_mended(passages)))


def _passages(file: Path) -> Iterator[Passage]:
    """What our own reading of plain text finds, in characters that every form can show."""
    source = SourceDocument(name=file.name, content=file.read_bytes(), media_type=MediaType.TEXT)
    document = extract(source)
    for block in document.blocks:
        shown = document.text[block.start : block.end].encode(_CHARACTERS, "ignore")
        text = " ".join(shown.decode(_CHARACTERS).split())
        if block.kind is not BlockKind.RUNNING and any(map(str.isalnum, text)):
            yield Passage(kind=block.kind, text=text, level=block.level)


def _mended(passages: Sequence[Passage]) -> list[Passage]:
    """Paragraphs that stop within a sentence, put together with the rest of it.

    The real texts were read from PDFs, and some sentences were cut; nobody can tell from a page
    with such halves whether they belong together.
    """
    mended: list[Passage] = []
    for each in passages:
        before = mended[-1] if mended else None
        if before and _carries_on(before, each):
            mended[-1] = replace(before, text=f"{before.text} {each.text}")
        else:
            mended.append(each)
    return mended


def _carries_on(before: Passage, passage: Passage) -> bool:
    return (
        before.kind is not BlockKind.HEADING
        and passage.kind is BlockKind.PARAGRAPH
        and passage.text[0].islower()
        and before.text[-1] not in _ENDS
    )
