"""Reads each document in a process of its own, which may crash, hang or grow without harm.

This is the side that asks. The other one, `isolation_server`, is started at the first document, as
that takes half a second, and forks a reader for each document, in some ten milliseconds.

`multiprocessing` has a fork server, too. Its children run the caller's main module again: a script
without a guard would start itself over, and a command would be imported anew for each document.
"""

import io
import logging
import pickle
import socket
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import suppress
from signal import SIGALRM, SIGXCPU
from threading import Lock
from typing import Any, TypeVar

from checker.errors import ExtractError, ReaderFailed, TooLong
from checker.extract.limits import Limits
from checker.model import SourceDocument

_log = logging.getLogger(__name__)

_SERVER = """
import sys
sys.path[:] = {path!r}
from checker.extract.isolation_server import serve
serve({control})
"""
_CHUNK = 1 << 20  # bytes
# The modules whose classes an answer is made of.
_ANSWERS = {
    *("checker.errors", "checker.model.document", "checker.model.layout"),
    "checker.extract.sniff",
}

Read = TypeVar("Read")


class Isolation:
    """Runs a reader in a process of its own for each document; safe to share between threads.

    No reader outlives its document, nor this process, even where that one is killed.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._starting = Lock()
        self._server: _Server | None = None

    def run(self, read: Callable[[SourceDocument], Read], source: SourceDocument) -> Read:
        """What `read`, a function of a module, returns for `source`: a value of the model.

        Raises:
            ExtractError: What `read` has raised.
            TooLong: It was not done within the limits.
            ReaderFailed: It raised an error of another kind, or its process was stopped.
        """
        with self._connect(source.name) as connection:
            # A reader that is stopped does not listen to the end, and may still have been told of.
            with suppress(ConnectionError):
                connection.sendall(pickle.dumps((read, source, self._limits)))
            answer = _receive(connection)
        self._check_ending(answer[-1:], source.name)
        try:
            value, stack = _Unpickler(io.BytesIO(answer)).load()
        except Exception as exc:
            raise ReaderFailed(source.name, "made its reader answer nonsense.") from exc
        if stack:  # without the name: that of a draft is nobody else's business
            _log.error("A document %s\n%s", value.reason, stack)
        if isinstance(value, ExtractError):
            raise value
        result: Read = value
        return result

    def _connect(self, name: str) -> socket.socket:
        """A connection that the server makes a reader for."""
        try:
            ours, theirs = socket.socketpair()
            with theirs, self._starting:
                if self._server is None or not self._server.is_running():
                    self._server = _Server()
                self._server.hand_over(theirs)
        except OSError as exc:  # no memory, too many processes or open files
            raise ReaderFailed(name, f"was not read: {exc.strerror}.") from exc
        return ours

    def _check_ending(self, ending: bytes, name: str) -> None:
        """Raise an error where the process of the reader did not end by itself.

        `ending` is the number of the signal that ended it, as one byte.
        """
        if not ending:
            raise ReaderFailed(name, "was not read: no process could be had for it.")
        if ending[0] == SIGXCPU:
            seconds = self._limits.computing
            raise TooLong(name, f"takes more than {seconds} seconds of computing to read.")
        if ending[0] == SIGALRM:
            raise TooLong(name, f"takes more than {self._limits.waiting:g} seconds to read.")
        if ending[0]:
            raise ReaderFailed(name, f"stopped its reader (signal {ending[0]}).")


class _Server:
    """The process that forks the readers; it ends with this object, or with this process."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        code = _SERVER.format(path=sys.path, control=theirs.fileno())
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-c", code],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for who asks
            )
        weakref.finalize(self, _stop, self._process, self._control)

    def is_running(self) -> bool:
        """Whether it is there: it may have been killed, or belong to the process we forked from."""
        return self._process.poll() is None

    def hand_over(self, connection: socket.socket) -> None:
        """Have a reader made that answers on `connection`; does not wait for it."""
        with suppress(ConnectionError):  # it is gone: the connection closes without an answer
            socket.send_fds(self._control, [b"\0"], [connection.fileno()])


def _stop(process: subprocess.Popen[bytes], control: socket.socket) -> None:
    control.close()
    process.kill()
    process.wait()


def _receive(connection: socket.socket) -> bytes:
    chunks = []
    with suppress(ConnectionError):
        while chunk := connection.recv(_CHUNK):
            chunks.append(chunk)
    return b"".join(chunks)


class _Unpickler(pickle.Unpickler):
    """Takes documents and errors only, as the reader may be in strange hands."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        found = super().find_class(module_name, global_name) if module_name in _ANSWERS else None
        if isinstance(found, type) and found.__module__ in _ANSWERS:
            return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of an answer.")
