"""Changes to a file, by chance: in its bytes, in its numbers, and in what is packed into it."""

import io
import re
import zlib
from copy import deepcopy
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

TOKENS = {
    "pdf": b"""obj endobj stream endstream xref trailer startxref %%EOF %PDF-1.7 << >> [ ] null R
        /Kids /Parent /Count /Length /Filter /FlateDecode /LZWDecode /ASCII85Decode /JBIG2Decode
        /JPXDecode /DCTDecode /CCITTFaxDecode /Predictor /Columns /Prev /Size /W /Index /ObjStm
        /XRef /Root /Encrypt /Contents /Resources /Font /ToUnicode /Encoding /Identity-H /Type0
        /Type3 /DescendantFonts /CharProcs /XObject /Form /Image /MediaBox /CropBox /Rotate
        /UserUnit /Annots /AcroForm /XFA /OpenAction /JavaScript /Names /StructTreeRoot /Outlines
        /Next /First BT ET Tj TJ Tf Td Tm cm q Q Do re f S BI ID EI (((( \\377 <FEFF> -0 1e9""".split(),
    "docx": b"""<w:p> </w:p> <w:tbl> <w:tr> <w:tc> </w:tc> </w:tr> </w:tbl> <w:sdt> <w:sdtContent>
        <w:ins> <w:del> <w:txbxContent> <w:r> </w:r> <w:t> <w:br/> <w:tab/> <w:numPr>
        <w:ilvl/> <w:pStyle/> w:val="" w:val="-1" w:val="99999999999" <mc:AlternateContent>
        <!DOCTYPE <!ENTITY &a; &#0; &#x110000; ]]> <![CDATA[ <!-- --> <?xml xmlns:w="" r:id="rId0"
        Target="../../../etc/passwd" TargetMode="External" PK\x03\x04 PK\x05\x06""".split(),
    "html": b"""<div> </div> <p> <table> <tr> <td> </table> <ul> <li> <a> <b> <br> <pre> <h1>
        <main> <article> <nav> <script> </script> <style> <svg> <math> <template> <frameset>
        <textarea> <title> <select> <option> <base> <![CDATA[ <!-- --> ]]> <!DOCTYPE &#0;
        &#x110000; &#xD800; &amp &lt &nbsp; href="http://[" href="javascript:" role="heading"
        aria-level="\xc2\xb2" colspan="99999999" class="cookie" <meta charset="utf-16">
        <meta charset="utf-7"> <? <% \xff\xfe \xef\xbb\xbf \x00 \xed\xa0\x80""".split(),
    "text": b"""\x0c \x0b \x00 \r \r\n \xff\xfe \xfe\xff \xef\xbb\xbf \xe2\x80\xa8 \xc2\xad \xc2\x85
        \xef\xbf\xbe \xed\xa0\x80 \xf4\x90\x80\x80 \xe2\x80\xa2 - 1. a) (i) %PDF- <html>""".split(
        b" "
    ),
    "scan": [b"IHDR", b"IDAT", b"IEND", b"PLTE", b"\xff\xd8", b"\xff\xda", b"\xff\xc4", b"\xff"],
}
_NUMBERS = b"0 -1 1 2 7 255 65535 65536 2147483647 4294967296 99999999999999 1e38 0.0000001".split()
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MOST = 400_000  # bytes: what grows further is the business of the limits, not of chance
_MOST_ELEMENTS = 10_000


def mutate(content: bytes, kind: str, random: Random) -> bytes:
    """`content`, a file of `kind`, with a few changes."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        if kind == "docx" and random.random() < 0.9:
            content = _within_zip(content, random)
        elif kind == "pdf" and random.random() < 0.4:
            content = _within_stream(content, random)
        else:
            content = random.choice(_CHANGES)(content, kind, random)[:_MOST]
    return content


def _flip(content: bytes, kind: str, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randint(1, 20) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _span(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(content))
    return start, start + random.choice((1, 4, 30, 300, len(content) // 4))


def _delete(content: bytes, kind: str, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:start] + content[end:]


def _repeat(content: bytes, kind: str, random: Random) -> bytes:
    start, end = _span(content, random)
    times = random.choice((1, 2, 50, 1000))
    times = min(times, _MOST // max(end - start, 1))
    return content[:end] + content[start:end] * times + content[end:]


def _swap(content: bytes, kind: str, random: Random) -> bytes:
    a, b, c, d = sorted(random.randint(0, len(content)) for _ in range(4))
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def _truncate(content: bytes, kind: str, random: Random) -> bytes:
    return content[: random.randint(0, len(content))]


def _noise(content: bytes, kind: str, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:start] + random.randbytes(min(end - start, 300)) + content[end:]


def _token(content: bytes, kind: str, random: Random) -> bytes:
    start = random.randint(0, len(content))
    token = random.choice(TOKENS[kind]) * random.choice((1, 1, 1, 40, 3000))
    return content[:start] + token + content[start + random.choice((0, len(token))) :]


def _number(content: bytes, kind: str, random: Random) -> bytes:
    found = list(re.finditer(rb"\d+(?:\.\d+)?", content))
    if not found:
        return content
    place = random.choice(found)
    other = random.choice((*_NUMBERS, random.choice(found)[0]))
    return content[: place.start()] + other + content[place.end() :]


_CHANGES = (_flip, _delete, _repeat, _swap, _truncate, _noise, _token, _token, _number, _number)


def _within_zip(content: bytes, random: Random) -> bytes:
    """A change in one part of a DOCX, packed again."""
    packed = io.BytesIO()
    try:
        with ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.open(name).read(_MOST) for name in old.namelist()}
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return _flip(content, "docx", random)
    name = random.choice([*parts, *["word/document.xml"] * len(parts)])
    if random.random() < 0.05:
        parts.pop(name, None)
    else:
        change = _within_tree if random.random() < 0.9 else random.choice(_CHANGES)
        parts[name] = change(parts.get(name, b""), "docx", random)[:_MOST]
    with ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part, data in parts.items():
            new.writestr(part, data)
    return packed.getvalue()


def _within_tree(content: bytes, kind: str, random: Random) -> bytes:
    """A change in the elements of one part of a DOCX, which stays well-formed."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return _flip(content, kind, random)
    elements = list(root.iter(etree.Element))
    one, other = random.choice(elements), random.choice(elements)
    attributes = list(other.attrib)
    match random.randrange(6):
        case 0 if one is not root:
            one.getparent().remove(one)
        case 1:
            copies = random.choice((1, 1, 5, 200))
            few = min(copies, _MOST_ELEMENTS // (len(list(other.iter())) + len(elements)))
            one.extend([deepcopy(other) for _ in range(few)])
        case 2:  # one within the other, to some depth
            for _ in range(random.choice((3, 30, 600))):
                inner = etree.SubElement(one, other.tag, other.attrib)
                one = inner
        case 3:
            one.tag = other.tag
        case 4 if attributes:
            other.set(random.choice(attributes), random.choice(_NUMBERS).decode())
        case _:
            one.text, one.tail = other.tail, random.choice(("\n", "\u2028", "- 1. •", " " * 5000))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _within_stream(content: bytes, random: Random) -> bytes:
    """A change in what one stream of a PDF unpacks to."""
    found = list(_STREAM.finditer(content))
    if not found:
        return _number(content, "pdf", random)
    place = random.choice(found)
    try:
        unpacked, pack = zlib.decompressobj().decompress(place[1], _MOST), zlib.compress
    except zlib.error:
        unpacked, pack = place[1], bytes
    changed = pack(random.choice(_CHANGES)(unpacked, "pdf", random)[:_MOST])
    return content[: place.start(1)] + changed + content[place.end(1) :]
