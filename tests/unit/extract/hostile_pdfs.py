"""PDFs made to hurt who reads them: each a function that returns its bytes."""

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "We train our buyers every year."


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
