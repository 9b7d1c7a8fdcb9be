"""A page or document as it came from the web."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from checker.model import SourceDocument

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = re.compile(rb"(?is)\A(?>\s+|\xef\xbb\xbf|<\?xml[^>]*>|<!--.*?-->)*+<(!doctype html|html)\b")
_MARKUP = re.compile(rb"(?i)<(html|head|body|div|p|a|h1|title|meta|frameset)\b")
_PAGES = {"text/html", "application/xhtml+xml"}
_UNTOLD = {"text/plain", "application/octet-stream"}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one address led to, redirects followed.

    Attributes:
        url: The address asked for.
        final_url: The address that answered.
        headers: Of the answer, names in any case.
        content: The body, decompressed.
    """

    url: str
    final_url: str
    headers: Mapping[str, str]
    content: bytes

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the body."""
        return sha256(self.content).hexdigest()

    @cached_property
    def media_type(self) -> str:
        """As seen in the bytes where they are plain, else as the server says."""
        head = self.content[:4096]
        if b"%PDF-" in head[:1024]:
            return "application/pdf"
        if head.startswith(b"PK\x03\x04") and b"word/" in self.content:
            return _DOCX
        declared = self._content_type.get_content_type()
        untold = declared in _UNTOLD or not self.headers.get("content-type")
        if declared not in _PAGES and (_PAGE.match(head) or (untold and _MARKUP.search(head))):
            return "text/html"
        return declared

    @property
    def is_html(self) -> bool:
        """Whether it is a web page."""
        return self.media_type in _PAGES

    @property
    def charset(self) -> str:
        """As the server says; empty where it does not."""
        return self._content_type.get_content_charset("")

    @property
    def document(self) -> SourceDocument:
        """The bytes with what is known of them, for whoever reads them."""
        return SourceDocument(
            name=self._name,
            content=self.content,
            media_type=self.media_type,
            charset=self.charset,
            url=self.final_url,
        )

    @cached_property
    def _content_type(self) -> Message:
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message

    @property
    def _name(self) -> str:
        message = Message()
        message["content-disposition"] = self.headers.get("content-disposition", "")
        path = urlsplit(self.final_url).path
        return message.get_filename() or PurePosixPath(unquote(path)).name or self.final_url
