"""A text as DOCX: headings, lists, every second list as a table, header and footer."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument

from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.source import ENUMERATOR, Passage, Text
from checker.extract import MediaType
from checker.model import BlockKind

_FEWEST_CELLS = 4


def word(text: Text) -> Rendering:
    """The text as Word's own styles show it."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Thurne & Bure Holdings plc | Annual statement"
    section.footer.paragraphs[0].text = "Registered in England. Company number 00000000."
    as_table = False
    for is_list, run in groupby(text.passages, lambda p: p.kind is BlockKind.LIST_ITEM):
        passages = list(run)
        if is_list and as_table and len(passages) >= _FEWEST_CELLS:
            _add_table(document, passages)
        else:
            for passage in passages:
                _add(document, passage)
        as_table ^= is_list
    buffer = BytesIO()
    document.save(buffer)
    return Rendering(content=buffer.getvalue(), media_type=MediaType.DOCX)


def _add(document: WordDocument, passage: Passage) -> None:
    if passage.kind is BlockKind.HEADING:
        document.add_heading(passage.text, level=max(passage.level, 1))
    elif passage.kind is BlockKind.LIST_ITEM and not ENUMERATOR.match(passage.text):
        style = "List Bullet" if passage.level < 2 else "List Bullet 2"
        document.add_paragraph(passage.text, style=style)
    else:
        document.add_paragraph(passage.text)


def _add_table(document: WordDocument, passages: Sequence[Passage]) -> None:
    """Two cells in a row; the last one may stay empty."""
    table = document.add_table(rows=(len(passages) + 1) // 2, cols=2, style="Table Grid")
    for number, passage in enumerate(passages):
        table.cell(number // 2, number % 2).text = passage.text
