"""How a document is typeset: fonts, sizes, margins, alignment, hyphens."""

from dataclasses import dataclass
from random import Random
from typing import Self

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont

_FAMILIES = (("Vera", "VeraBd"), ("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))
_EMBEDDED = _FAMILIES[0]  # comes with reportlab, so that pages are the same on every machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Fashion:
    """The look of one document; lengths in points.

    Attributes:
        page: Width and height.
        margin: White space around the text.
        plain: Name of the font of the text.
        bold: Name of the font of headings.
        size: Height of the letters.
        leading: From one line to the next.
        heading: Height of the letters of the highest heading, in that of the text.
        gap: White space between paragraphs.
        indent: Of the first line of a paragraph.
        justified: Whether lines end at the right margin.
        hyphenated: Whether words are broken at line ends.
        ligatures: Whether `fi` and `fl` are one character.
        on_grid: Whether the lines of all columns stand on the same heights.
        by_word: Whether each word is placed for itself, without space characters.
    """

    page: tuple[float, float]
    margin: float
    plain: str
    bold: str
    size: float
    leading: float
    heading: float
    gap: float
    indent: float
    justified: bool
    hyphenated: bool
    ligatures: bool
    by_word: bool
    on_grid: bool

    @classmethod
    def drawn(cls, chance: Random) -> Self:
        """A look left to chance."""
        for font in _EMBEDDED:
            if font not in getRegisteredFontNames():
                registerFont(TTFont(font, f"{font}.ttf"))
        plain, bold = chance.choice(_FAMILIES)
        size = chance.choice([9, 9.5, 10, 10.5, 11, 12])
        leading = size * chance.uniform(1.15, 1.45)
        indented = chance.random() < 0.15
        return cls(
            page=chance.choice([A4, A4, LETTER]),
            margin=chance.uniform(45, 80),
            plain=plain,
            bold=bold,
            size=size,
            leading=leading,
            heading=chance.choice([1.0, 1.2, 1.4, 1.6]),
            gap=0 if indented else leading * chance.uniform(0.4, 1),
            indent=1.5 * size if indented else 0,
            justified=chance.random() < 0.5,
            hyphenated=chance.random() < 0.4,
            ligatures=plain in _EMBEDDED and chance.random() < 0.5,
            by_word=chance.random() < 0.25,
            on_grid=chance.random() < 0.3,
        )
