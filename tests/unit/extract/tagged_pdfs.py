"""Tagged PDFs for tests, written by hand: no library of the project can tag."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

ARTIFACT = "Artifact"


class Drawn(NamedTuple):
    """A line on a page; `tag` is its key in the tree, `ARTIFACT`, or empty for text without."""

    tag: str
    text: str
    y: float = 700
    x: float = 60
    size: float = 11


class Node(NamedTuple):
    """An element; a leaf holds all that is drawn with its `key`."""

    kind: str
    inner: Sequence["Node"] = ()
    key: str = ""


class Bookmark(NamedTuple):
    title: str
    page: int = 0


class _Objects:
    """The objects of a PDF, in a list that begins with number 1."""

    def __init__(self) -> None:
        self._bodies: list[str] = []

    def add(self, body: str = "") -> int:
        self._bodies.append(body)
        return len(self._bodies)

    def fill(self, number: int, body: str) -> None:
        self._bodies[number - 1] = body

    def written(self) -> bytes:
        """The file; the catalogue is object 1."""
        out = b"%PDF-1.7\n"
        places = []
        for number, body in enumerate(self._bodies, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        size = len(places) + 1
        end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>"
        return out + f"{end}\nstartxref\n{len(out)}\n%%EOF".encode()


def tagged_pdf(
    pages: Sequence[Sequence[Drawn]],
    tree: Node,
    *,
    roles: Mapping[str, str] | None = None,
    bookmarks: Iterable[Bookmark] = (),
    marked: bool = True,
) -> bytes:
    """A PDF with these pages, the structure `tree`, a role map and an outline of one level."""
    objects = _Objects()
    catalog, page_tree, root = objects.add(), objects.add(), objects.add()
    font = objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    contents: dict[str, list[tuple[int, int]]] = {}  # page and number of what has a key
    keys: list[list[str]] = []
    page_numbers = []
    for place, page in enumerate(pages):
        number = objects.add()
        stream, tags = _stream(page)
        drawn = objects.add(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.fill(
            number,
            f"<</Type/Page/Parent {page_tree} 0 R/MediaBox[0 0 595 842]/StructParents {place}"
            f"/Resources<</Font<</F {font} 0 R>>>>/Contents {drawn} 0 R>>",
        )
        page_numbers.append(number)
        keys.append(tags)
        for mark, tag in enumerate(tags):
            contents.setdefault(tag, []).append((number, mark))
    owners: dict[str, int] = {}
    top = _add_node(objects, tree, root, contents, owners)
    nums = " ".join(
        f"{place}[{' '.join(f'{owners[tag]} 0 R' for tag in tags)}]"
        for place, tags in enumerate(keys)
    )
    role_map = "".join(f"/{name}/{role}" for name, role in (roles or {}).items())
    objects.fill(
        root,
        f"<</Type/StructTreeRoot/K[{top} 0 R]/ParentTree<</Nums[{nums}]>>/RoleMap<<{role_map}>>>>",
    )
    kids = " ".join(f"{number} 0 R" for number in page_numbers)
    objects.fill(page_tree, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    outline = _add_outline(objects, bookmarks, page_numbers)
    objects.fill(
        catalog,
        f"<</Type/Catalog/Pages {page_tree} 0 R/StructTreeRoot {root} 0 R"
        f"/MarkInfo<</Marked {str(marked).lower()}>>/Outlines {outline} 0 R>>",
    )
    return objects.written()


def _stream(page: Sequence[Drawn]) -> tuple[str, list[str]]:
    """What draws a page, and the keys of its marked contents by their numbers."""
    parts: list[str] = []
    tags: list[str] = []
    for tag, text, y, x, size in page:
        shown = f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
        if tag == ARTIFACT:
            shown = f"/Artifact BMC {shown} EMC"
        elif tag:
            shown = f"/Span<</MCID {len(tags)}>>BDC {shown} EMC"
            tags.append(tag)
        parts.append(shown)
    return "\n".join(parts), tags


def _add_node(
    objects: _Objects,
    node: Node,
    parent: int,
    contents: Mapping[str, Sequence[tuple[int, int]]],
    owners: dict[str, int],
) -> int:
    number = objects.add()
    held = [f"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>" for page, mark in contents.get(node.key, ())]
    if node.key:
        owners[node.key] = number
    held += [f"{_add_node(objects, inner, number, contents, owners)} 0 R" for inner in node.inner]
    objects.fill(number, f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R/K[{' '.join(held)}]>>")
    return number


def _add_outline(objects: _Objects, bookmarks: Iterable[Bookmark], pages: Sequence[int]) -> int:
    outline = objects.add()
    first = last = objects.add() if (marks := list(bookmarks)) else 0
    for place, mark in enumerate(marks):
        following = objects.add() if place + 1 < len(marks) else 0
        sibling = f"/Next {following} 0 R" if following else ""
        target = f"/Dest[{pages[mark.page]} 0 R/Fit]"
        objects.fill(last, f"<</Title({mark.title})/Parent {outline} 0 R{target}{sibling}>>")
        last = following or last
    objects.fill(outline, f"<</First {first} 0 R/Last {last} 0 R>>" if first else "<<>>")
    return outline
