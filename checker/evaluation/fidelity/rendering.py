"""A text in one of the forms in which statements are published."""

from dataclasses import dataclass

from checker.evaluation.fidelity.source import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The bytes of a text in one form.

    Attributes:
        content: The file.
        media_type: What it is.
        beside: Passages of its own that the page shows beside the text and a reader may read.
    """

    content: bytes
    media_type: str
    beside: tuple[Passage, ...] = ()
