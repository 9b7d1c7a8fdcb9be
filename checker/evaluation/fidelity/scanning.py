"""A text as a scan: pages that are pictures, a little askew, with noise, in JPEG compression."""

from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from checker.evaluation.fidelity.rendering import Rendering
from checker.evaluation.fidelity.source import Text

_DPI = 200
_ASKEW = 0.5  # degrees
_NOISE = 6  # standard deviation, of 255 shades
_QUALITY = 60  # of the JPEG


def scanned(text: Text, pdf: Rendering) -> Rendering:
    """The pages of `pdf` as a scanner that is not too clean gives them."""
    chance = text.chance("scan")
    askew = chance.choice([-_ASKEW, _ASKEW])
    noise = np.random.default_rng(chance.getrandbits(32))
    pages = [_scan(page, askew, noise) for page in _pages(pdf.content)]
    buffer = BytesIO()
    first, *others = pages
    first.save(
        buffer,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=_DPI,
        quality=_QUALITY,
    )
    return Rendering(content=buffer.getvalue(), media_type=pdf.media_type)


def _pages(content: bytes) -> Iterator[Image.Image]:
    document = pdfium.PdfDocument(content)
    try:
        for page in document:
            yield page.render(scale=_DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()


def _scan(page: Image.Image, askew: float, noise: np.random.Generator) -> Image.Image:
    turned = page.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    shades = np.asarray(turned, dtype=np.float64)
    shades = shades + noise.normal(0, _NOISE, shades.shape)
    return Image.fromarray(np.clip(shades, 0, 255).astype(np.uint8))
