"""Readers for the tests of isolation; none returns a document, and few return at all.

They have a module of their own, as each process that runs one imports it.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path


def die(source):
    os.kill(os.getpid(), signal.SIGSEGV)


def leave_without_an_answer(source):
    os._exit(0)


def compute_for_ever(source):
    while True:
        pass


def wait_for_ever(source):
    signal.pause()


def grow(source):
    return len(bytearray(10 * 1024**3))


def fail(source):
    return {}[source.content.decode()]


def recurse(source):
    return recurse(source)


def raise_named(source):
    raise getattr(sys.modules["checker.errors"], source.name)(source.name, "for a reason.")


def answer_with_code(source):
    return os.system


def write_a_file(source):
    Path(source.name).write_bytes(b"kept")


def leave_a_program_behind(source):
    return subprocess.Popen(["sleep", "1000"]).pid


def own_number(source):
    return os.getpid()


def say_who_and_wait(source):
    with Path(source.name).open("w") as fifo:
        fifo.write(str(os.getpid()))
    signal.pause()
