"""Pages of lines into a document: running text aside, paragraphs carried over page turns."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.builder import DocumentBuilder, Passage
from checker.extract.lines import Line, is_finished, join_lines
from checker.extract.paragraphs import Measure, fills_page
from checker.extract.passages import find_passages
from checker.extract.running import find_running
from checker.model import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page as it was read.

    Attributes:
        lines: In reading order.
        width: In points; 0 where it has none, as typed text.
        height: In points.
        confidence: For a recognised page how sure the recognition was, 0 to 1.
    """

    lines: Sequence[Line]
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None


def add_pages(builder: DocumentBuilder, pages: Sequence[ReadPage]) -> None:
    """Add `pages` to a new `builder`.

    The running text of a page comes first on it, or right after a paragraph that runs over
    from the page before, so that it never stands within a sentence.
    """
    running = find_running([page.lines for page in pages])
    bodies = [
        [line for position, line in enumerate(page.lines) if position not in found]
        for page, found in zip(pages, running, strict=True)
    ]
    lines = [line for body in bodies for line in body]
    measure = Measure.of(lines) if lines else None
    last: Passage | None = None
    for number, (page, body) in enumerate(zip(pages, bodies, strict=True)):
        if number:
            builder.new_page()
        builder.describe_page(width=page.width, height=page.height, confidence=page.confidence)
        passages = find_passages(body, measure) if measure and body else []
        before = bodies[number - 1] if number else []
        if last and passages and measure and before:
            goes_on = _is_one_element(before[-1], body[0])
            if goes_on or _runs_over(
                last, passages[0], is_full=fills_page(before[-1], body[0], measure)
            ):
                builder.carry_on(passages.pop(0), measure.words)
        for position in sorted(running[number]):
            text, runs = join_lines([page.lines[position]], frozenset())
            builder.add_passage(Passage(text=text, kind=BlockKind.RUNNING, runs=runs))
        for passage in passages:
            builder.add_passage(passage)
        last = passages[-1] if passages else None


def _is_one_element(before: Line, line: Line) -> bool:
    """Whether the element that one page ends in goes on at the top of the next."""
    return line.element is not None and line.element.is_block and before.element == line.element


def _runs_over(last: Passage, following: Passage, *, is_full: bool) -> bool:
    """Whether the sentence that ends one page goes on at the top of the next."""
    return (
        last.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        and following.kind is BlockKind.PARAGRAPH
        and not is_finished(last.text)
        and (is_full or following.text[0].islower())
    )
