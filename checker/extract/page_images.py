"""Pictures of the pages of a document, on which its quotes can be shown."""

from contextlib import closing
from io import BytesIO

from PIL import Image

from checker.errors import NoPageImage
from checker.extract.ocr.picture import open_picture
from checker.extract.pdf.pdfium import open_pdf, turn
from checker.extract.sniff import MediaType, sniff
from checker.model import SourceDocument

MAX_WIDTH = 4_000  # pixels
_MOST_PIXELS = 40_000_000  # a long page is shown narrower than was asked for


def render_page(source: SourceDocument, number: int, *, width: int) -> bytes:
    """The page `number` (from 1) of a PDF or picture as a PNG that is `width` pixels wide.

    A box of `Document.boxes` covers the same share of it as of the page.
    No more than `MAX_WIDTH` is drawn; a page that is far longer than wide becomes narrower.

    Raises:
        NoPageImage: It has no such page, or is no PDF or picture.
        UnsupportedFormat: It is in a form that is not read here.
        EncryptedPdf: It needs a password.
        DamagedFile: It is broken.
        TooLong: It is a picture with more pixels than are read.
    """
    wanted = max(1, min(width, MAX_WIDTH))
    match sniff(source):
        case MediaType.PDF:
            image = _draw(source, number, wanted)
        case MediaType.PNG | MediaType.JPEG:
            image = _scale(source, number, wanted)
        case _:
            raise NoPageImage(source.name, "has no pages that could be shown as pictures.")
    buffer = BytesIO()
    image.save(buffer, format="PNG")
    return buffer.getvalue()


def _draw(source: SourceDocument, number: int, width: int) -> Image.Image:
    with open_pdf(source) as pdf, turn():
        _check_number(number, len(pdf), source.name)
        with closing(pdf[number - 1]) as page:
            across, down = _fit(page.get_size(), width)
            scale = across / page.get_width()
            with closing(page.render(scale=scale)) as bitmap:
                drawn: Image.Image = bitmap.to_pil()
                return drawn.resize((across, down))


def _scale(source: SourceDocument, number: int, width: int) -> Image.Image:
    _check_number(number, 1, source.name)
    with open_picture(source.content, source.name) as picture:
        return picture.convert("RGB").resize(_fit(picture.size, width))


def _check_number(number: int, count: int, name: str) -> None:
    if not 1 <= number <= count:
        raise NoPageImage(name, f"has no page {number}; its pages are 1 to {count}.")


def _fit(size: tuple[float, float], width: int) -> tuple[int, int]:
    """Width and height in pixels of a page of this `size`, so that it is not too large."""
    shape = size[1] / size[0]
    across = max(1, min(width, int((_MOST_PIXELS / shape) ** 0.5)))
    return across, max(1, min(round(across * shape), _MOST_PIXELS // across))
