"""The parts of a Word document (DOCX, DOCM, DOTX) and how they belong together.

They are opened here because python-docx knows neither templates and macros nor the strict
namespaces of ISO/IEC 29500, and gives up where a picture is missing.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from zipfile import BadZipFile, ZipFile

from lxml import etree

from checker.errors import DamagedFile, TooLong
from checker.model import SourceDocument

# Bytes; a file that unpacks to more is an attack, not a statement.
_UNPACKED_LIMIT = 200_000_000
_UNPACKED_XML_LIMIT = 30_000_000
_BROKEN = (
    *(BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, RuntimeError, EOFError, OSError),
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = "word/document.xml"  # where Word puts it
_PACKAGE = ""  # what the relationships of the whole package belong to


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


class Package:
    """The XML parts of a Word document, by their relationships."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {_plain(name): name for name in archive.namelist()}
        self.main = next(self.related("officeDocument"), _MAIN)

    def related(self, kind: str, to: str = _PACKAGE) -> Iterator[str]:
        """The names of the parts that stand in a relationship of this `kind` to a part."""
        name = join(dirname(to), "_rels", f"{basename(to)}.rels")
        if name not in self._names:
            return
        for relation in self.parse(name):
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = normpath(join("/", dirname(to), relation.get("Target", "")))
                if (part := _plain(target)) in self._names:
                    yield part

    def parse(self, part: str) -> etree._Element:
        """The root element of a part."""
        content = self._archive.read(self._names[part])
        parser = etree.XMLParser(resolve_entities=False)
        return etree.fromstring(content.replace(_STRICT_W, _W.encode()), parser)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


@contextmanager
def open_package(source: SourceDocument) -> Iterator[Package]:
    """The opened document; whatever cannot be read of it is the file's damage.

    Raises:
        DamagedFile: It cannot be opened, or a part of it is missing or broken.
        TooLong: It unpacks to more than is read.
    """
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            _check_size(archive, source.name)
            yield Package(archive)
    except _BROKEN as exc:
        raise DamagedFile(source.name, "is a DOCX file that is broken or cut off.") from exc


def _check_size(archive: ZipFile, name: str) -> None:
    sizes = [(part.filename, part.file_size) for part in archive.infolist()]
    unpacked = sum(size for _, size in sizes)
    if unpacked > _UNPACKED_LIMIT:
        reason = f"unpacks to {unpacked:,} bytes; at most {_UNPACKED_LIMIT:,} are read."
        raise TooLong(name, reason)
    xml = sum(size for part, size in sizes if part.casefold().endswith((".xml", ".rels")))
    if xml > _UNPACKED_XML_LIMIT:
        reason = f"unpacks to {xml:,} bytes of XML; at most {_UNPACKED_XML_LIMIT:,} are read."
        raise TooLong(name, reason)
