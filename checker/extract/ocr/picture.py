"""Pictures of pages: opened with care, upright, grey, and of a size that Tesseract is made for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps

from checker.errors import DamagedFile, TooLong

MAX_PIXELS = 80_000_000  # more than a scan or a photograph of a page has
_ACROSS = 2480  # pixels: the shorter side of A4 at 300 dpi, which Tesseract is made for
_MOST_ENLARGED = 3.0
_LONGEST = 20_000  # pixels: the side of a picture of a whole web page
_POINTS = 72  # to the inch; also the resolution of a picture that declares none


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready for text recognition.

    Attributes:
        content: PGM, which takes no time to pack and unpack.
        width: In points, by the resolution that the original declares.
        height: In points.
        scale: Pixels of `content` to the point.
        turn: By how many degrees it has been turned clockwise from how the page is shown.
    """

    content: bytes
    width: float
    height: float
    scale: float
    turn: int = 0

    def turned(self, degrees: int) -> "Picture":
        """The picture turned clockwise by quarters of a circle."""
        buffer = BytesIO()
        with Image.open(BytesIO(self.content)) as picture:
            picture.rotate(-degrees, expand=True).save(buffer, format="PPM")
        sides = (self.width, self.height) if degrees == 180 else (self.height, self.width)
        return Picture(
            content=buffer.getvalue(),
            width=sides[0],
            height=sides[1],
            scale=self.scale,
            turn=degrees,
        )


def prepare_picture(content: bytes, name: str) -> Picture:
    """A picture (PNG or JPEG) of the document `name`, made ready.

    Raises:
        DamagedFile: It cannot be read.
        TooLong: It has more pixels than are read.
    """
    with open_picture(content, name) as picture:
        resolution = _resolution(picture)
        width, height = (side * _POINTS / resolution for side in picture.size)
        grey = picture if picture.mode == "L" else _grey(picture)
        factor = _factor(picture.size)
        if factor != 1:
            width_now, height_now = (max(1, round(side * factor)) for side in picture.size)
            grey = grey.resize((width_now, height_now), Image.Resampling.BICUBIC)
        buffer = BytesIO()
        grey.save(buffer, format="PPM")
    return Picture(content=buffer.getvalue(), width=width, height=height, scale=grey.width / width)


@contextmanager
def open_picture(content: bytes, name: str) -> Iterator[Image.Image]:
    """A picture (PNG or JPEG), turned as its camera says that it was held.

    Raises:
        DamagedFile: It cannot be read.
        TooLong: It has more pixels than are read.
    """
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise _too_large(name)
            yield ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as exc:
        raise _too_large(name) from exc
    except (OSError, SyntaxError, ValueError, EOFError) as exc:
        raise DamagedFile(name, "is a picture that is broken or cut off.") from exc


def _too_large(name: str) -> TooLong:
    return TooLong(
        name, f"is a picture of more than {MAX_PIXELS:,} pixels; save it with half the width."
    )


def _resolution(picture: Image.Image) -> float:
    declared = picture.info.get("dpi", (0, 0))[0]
    return float(declared) if declared > 1 else _POINTS


def _grey(picture: Image.Image) -> Image.Image:
    """In grey, on white paper where it is transparent."""
    if picture.mode.startswith("I"):  # 16 bits, which `convert` would cut off at 255
        return Image.fromarray((np.asarray(picture) // 256).astype(np.uint8))
    if picture.has_transparency_data:
        sheet = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(sheet, picture.convert("RGBA")).convert("L")
    return picture.convert("L")


def _factor(size: tuple[int, int]) -> float:
    """How much larger, or smaller, a picture has to be for its letters to be seen well."""
    shorter, longer = sorted(size)
    return min(_ACROSS / shorter, _MOST_ENLARGED, _LONGEST / longer)
