"""One example site: a folder of pages, and in `site.yml` what files alone cannot express."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Annotated

import srsly
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.errors import CorpusError

BEHAVIOUR_FILE = "site.yml"
_TEXT_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
_BINARY_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
}


class Behaviour(BaseModel):
    """The closed grammar of `site.yml`.

    Attributes:
        down: Nothing listens here.
        hang: The connection is taken and nothing is ever answered.
        delay: Seconds before every answer.
        charset: Of every text file of the site.
        aliases: Other host names, which redirect to the same path of this one.
        redirects: Path to the path or address that answers in its place, with status 301.
        status: Path, or beginning of a path followed by `*`, to the status it answers with; an
            error status shows the page `<status>.html`.
        headers: Sent with every answer.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    down: bool = False
    hang: bool = False
    delay: Annotated[float, Field(ge=0, le=60)] = 0.0
    charset: str = "utf-8"
    aliases: tuple[str, ...] = ()
    redirects: dict[str, str] = {}
    status: dict[str, Annotated[int, Field(ge=200, le=599)]] = {}
    headers: dict[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a site says to one path. `location` is set for a redirect, `file` for a file."""

    status: int
    media_type: str = "text/html; charset=utf-8"
    body: bytes = b""
    location: str = ""
    file: Path | None = None

    @cached_property
    def etag(self) -> str:
        """Strong validator of the body (RFC 9110, 8.8.3)."""
        return f'"{sha256(self.body).hexdigest()[:32]}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A host name with its folder and its behaviour."""

    host: str
    folder: Path
    behaviour: Behaviour

    def answer(self, path: str) -> Answer:
        """The answer to an already unquoted path that starts with a slash."""
        if target := self.behaviour.redirects.get(path):
            return moved(target)
        status = self._status_of(path)
        if status is not None and status >= 400:
            return self._page(status, self._inside(f"/{status}.html"))
        file = self._inside(path)
        if file is None and self._inside(f"{path}/") is not None:
            return moved(f"{path}/")
        if file is not None:
            return self._page(status or 200, file)
        return self._page(status or 404, self._inside("/404.html"))

    def _status_of(self, path: str) -> int | None:
        exact = self.behaviour.status.get(path)
        if exact is not None:
            return exact
        beginnings = (key for key in self.behaviour.status if key.endswith("*"))
        covering = [key for key in beginnings if path.startswith(key[:-1])]
        return self.behaviour.status[max(covering, key=len)] if covering else None

    def _inside(self, path: str) -> Path | None:
        """The file for `path`; None where there is none or it is not in the folder."""
        if path.endswith("/"):
            path += "index.html"
        if "\0" in path or PurePosixPath(path).name == BEHAVIOUR_FILE:
            return None
        root = self.folder.resolve()
        for name in (path, f"{path}.html"):
            file = (root / name.lstrip("/")).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file
        return None

    def _page(self, status: int, file: Path | None) -> Answer:
        if file is None:
            return notice(status, f"{self.host} has nothing to show here.")
        suffix = file.suffix.lower()
        media_type = _BINARY_TYPES.get(suffix, "application/octet-stream")
        if suffix in _TEXT_TYPES:
            media_type = f"{_TEXT_TYPES[suffix]}; charset={self.behaviour.charset}"
        return Answer(status=status, media_type=media_type, body=file.read_bytes(), file=file)


def notice(status: int, sentence: str) -> Answer:
    """A plain page of one sentence, as a server without pages of its own shows it."""
    page = f"<!doctype html><title>{status}</title><h1>{status}</h1><p>{sentence}</p>\n"
    return Answer(status=status, body=page.encode())


def moved(target: str) -> Answer:
    """A permanent redirect to a path or address."""
    return Answer(status=301, body=b"<!doctype html><title>Moved</title>\n", location=target)


def load_sites(folder: Path) -> dict[str, Site]:
    """The site behind every host name, aliases included.

    Raises:
        CorpusError: The folder is missing, or a `site.yml` is wrong (all problems at once).
    """
    if not folder.is_dir():
        raise CorpusError(f"There is no folder {folder}; it should hold one folder per site.")
    sites: dict[str, Site] = {}
    problems: list[str] = []
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        try:
            site = Site(host=home.name, folder=home, behaviour=_load_behaviour(home))
        except (ValueError, OSError) as error:
            problems.append(f"{home / BEHAVIOUR_FILE}: {_reason(error)}")
            continue
        for host in (site.host, *site.behaviour.aliases):
            if host in sites:
                problems.append(f"{home}: {host} already belongs to {sites[host].folder}")
            sites[host] = site
    if problems:
        raise CorpusError("\n".join([f"{len(problems)} problem(s) in {folder}:", *problems]))
    return sites


def _load_behaviour(home: Path) -> Behaviour:
    file = home / BEHAVIOUR_FILE
    return Behaviour.model_validate(srsly.read_yaml(file) or {}) if file.exists() else Behaviour()


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        found = error.errors(include_url=False)
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in found)
    return str(error)
