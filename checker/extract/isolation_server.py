"""The process that reads documents apart; `isolation` is the side that asks.

    server      has imported the readers, and forks a warden for each document
    └ warden    holds the time limit, ends the reader and what it has started, says how it ended
      └ reader  reads one document under limits, in a process group of its own

An answer is a pickled pair, the value that was read and the stack of an error that nobody expected,
and after it one byte: the number of the signal that stopped the reader, 0 if none did.

The limits are for documents that crash, hang or grow. They are no jail: a reader that runs foreign
code may do what this user may do.
"""

import gc
import os
import pickle
import resource
import select
import signal
import socket
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from checker.errors import ExtractError, ReaderFailed, TooLong
from checker.extract.limits import Limits
from checker.model import SourceDocument

_OPEN_FILES = 64
_Task = tuple[Callable[[SourceDocument], object], SourceDocument, Limits]


def serve(control: int) -> None:
    """Have a reader made for each connection that comes over the socket `control`, to its end."""
    import_module("checker.extract")
    gc.freeze()  # what all readers have in common stays in common
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the wardens
    with socket.socket(fileno=control) as parent:
        while received := socket.recv_fds(parent, 1, 1)[1]:
            with socket.socket(fileno=received[0]) as connection:
                if os.fork() == 0:
                    parent.close()
                    _watch(connection)


def _watch(connection: socket.socket) -> NoReturn:
    """The warden: its reader is gone when it is done, or when nobody waits for the answer."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        with connection.makefile("rb") as stream:
            task: _Task = pickle.load(stream)  # noqa: S301 - from the process that started us
        ended, held = os.pipe()
        reader = os.fork()
        if reader == 0:
            os.close(ended)
            _read(task, connection)
        os.close(held)
        os.setpgid(reader, reader)  # here, too: whoever comes first
        events = select.poll()
        events.register(ended, select.POLLHUP)
        events.register(connection, select.POLLHUP)
        in_time = events.poll(task[2].waiting * 1000)
        os.killpg(reader, signal.SIGKILL)
        status = os.waitpid(reader, 0)[1]
        ending = os.WTERMSIG(status) if in_time else signal.SIGALRM
        connection.sendall(bytes([ending]))
    finally:
        os._exit(0)


def _read(task: _Task, connection: socket.socket) -> NoReturn:
    """The reader: answers with what was read, or with the error that says why it was not."""
    try:
        os.setpgid(0, 0)
        os.dup2(1, 2)  # what libraries say of a broken file is for nobody
        read, source, limits = task
        _limit(limits)
        connection.sendall(_answer(read, source, limits))
    finally:
        os._exit(0)


def _answer(
    read: Callable[[SourceDocument], object], source: SourceDocument, limits: Limits
) -> bytes:
    try:
        return pickle.dumps((read(source), ""))
    except ExtractError as error:
        return pickle.dumps((error, ""))
    except MemoryError:
        reason = f"needs more than {limits.memory:,} bytes of memory to be read."
        return pickle.dumps((TooLong(source.name, reason), ""))
    except Exception as error:  # noqa: BLE001 - it is told, and logged by who asked
        failed = ReaderFailed(source.name, f"stopped its reader ({type(error).__name__}).")
        # Not the error's own message, which may quote a draft: that must not reach a log.
        stack = "".join(traceback.format_tb(error.__traceback__))
        return pickle.dumps((failed, stack))


def _limit(limits: Limits) -> None:
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.computing),
        (resource.RLIMIT_FSIZE, 0),  # nothing is written, so nothing is left behind
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        present = resource.getrlimit(what)[1]
        lowered = most if present == resource.RLIM_INFINITY else min(most, present)
        resource.setrlimit(what, (lowered, present))  # SIGXCPU comes at the lower one only
