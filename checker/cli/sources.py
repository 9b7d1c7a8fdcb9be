"""Reads the SOURCE of a command: a file, an address, or standard input."""

import sys
from pathlib import Path

from checker.crawl import PoliteSession
from checker.errors import SourceError
from checker.model import SourceDocument
from checker.settings import CrawlSettings


def read_source(source: str, crawl: CrawlSettings) -> SourceDocument:
    """The bytes of `source`: a path, an http(s) address, or `-` for standard input.

    Raises:
        SourceError: The file is not there or cannot be read.
        FetchError: The address could not be fetched.
    """
    if source == "-":
        return SourceDocument(name="standard input", content=sys.stdin.buffer.read())
    if source.startswith(("http://", "https://")):
        with PoliteSession(crawl) as session:
            return session.fetch(source).document
    path = Path(source)
    try:
        return SourceDocument(name=path.name, content=path.read_bytes())
    except FileNotFoundError as error:
        raise SourceError(f"{source}: there is no such file. Check the path.") from error
    except IsADirectoryError as error:
        raise SourceError(f"{source}: is a folder. Name one file in it.") from error
    except OSError as error:
        raise SourceError(f"{source}: cannot be read ({error.strerror}).") from error
