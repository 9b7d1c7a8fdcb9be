"""Writes what a command was asked for: to a file, or to standard output."""

import sys
from pathlib import Path

from checker.errors import SourceError


def write_output(content: bytes, output: Path | None) -> None:
    """Write `content` to `output`, or to standard output where there is none.

    Raises:
        SourceError: The file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise SourceError(
            f"{output}: cannot be written ({error.strerror}). Check the path and the space left."
        ) from error
