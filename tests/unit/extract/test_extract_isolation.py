"""What becomes of a reader that ends in any other way than by returning a document."""

import gc
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import isolated_readers as readers
import pytest

from checker import errors
from checker.errors import ExtractError, ReaderFailed, TooLong
from checker.extract import extract, extract_apart
from checker.extract.isolation import Isolation
from checker.extract.limits import Limits
from checker.model import SourceDocument

SOURCE = SourceDocument(name="a draft", content=b"We train our buyers every year.")
EVERY_ERROR = [
    error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, ExtractError)
]


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(process: int) -> None:
    deadline = time.monotonic() + 20
    while is_there(process):
        assert time.monotonic() < deadline, "it is still there"


@pytest.fixture(scope="module")
def isolation():
    return Isolation()


def test_isolation_returns_what_the_reader_returns():
    assert extract_apart(SOURCE) == extract(SOURCE)


@pytest.mark.parametrize("error", EVERY_ERROR)
def test_isolation_raises_what_the_reader_raises(isolation, error):
    with pytest.raises(error) as caught:
        isolation.run(readers.raise_named, SourceDocument(name=error.__name__, content=b""))
    assert type(caught.value) is error
    assert str(caught.value) == str(error(error.__name__, "for a reason."))
    assert caught.value.name == error.__name__


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (readers.die, "signal 11"),
        (readers.leave_without_an_answer, "nonsense"),
        (readers.answer_with_code, "nonsense"),
        (readers.recurse, "RecursionError"),
        (readers.write_a_file, "OSError"),
    ],
)
def test_isolation_names_how_a_reader_failed(isolation, tmp_path, reader, reason):
    source = SourceDocument(name=str(tmp_path / "kept"), content=b"")
    with pytest.raises(ReaderFailed, match=reason):
        isolation.run(reader, source)


def test_isolation_logs_where_an_error_happened_and_nothing_of_the_document(isolation, caplog):
    with pytest.raises(ReaderFailed, match="KeyError"):
        isolation.run(readers.fail, SOURCE)
    assert "in fail" in caplog.text
    assert "buyers" not in caplog.text


@pytest.mark.parametrize(
    ("reader", "limits", "reason"),
    [
        (readers.compute_for_ever, Limits(computing=1), "1 seconds of computing"),
        (readers.wait_for_ever, Limits(waiting=0.2), "more than 0.2 seconds"),
        (readers.grow, Limits(memory=1024**3), "1,073,741,824 bytes of memory"),
    ],
)
def test_isolation_ends_what_goes_beyond_a_limit(reader, limits, reason):
    with pytest.raises(TooLong, match=reason):
        Isolation(limits).run(reader, SOURCE)


def test_isolation_holds_real_readers_to_their_limits():
    text = SourceDocument(name="text", content=b"We train.\n" * 290_000)
    with pytest.raises(TooLong, match="computing"):
        Isolation(Limits(computing=1)).run(extract, text)
    with pytest.raises(TooLong, match="memory"):
        Isolation(Limits(memory=300 * 1024**2)).run(extract, text)


def test_isolation_leaves_no_program_of_the_reader_behind(isolation):
    wait_until_gone(isolation.run(readers.leave_a_program_behind, SOURCE))


def test_isolation_reads_each_document_in_a_process_of_its_own(isolation):
    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(lambda _: isolation.run(readers.own_number, SOURCE), range(40)))
    assert len({*numbers, os.getpid()}) == 41


def test_isolation_begins_again_when_its_server_was_killed():
    isolation = Isolation()
    isolation.run(readers.own_number, SOURCE)
    server = isolation._server._process
    server.kill()
    server.wait()
    assert isolation.run(readers.own_number, SOURCE)


def test_isolation_of_which_nothing_is_left_ends_its_server():
    isolation = Isolation()
    isolation.run(readers.own_number, SOURCE)
    server = isolation._server._process.pid
    del isolation
    gc.collect()
    wait_until_gone(server)


SCRIPT = """
import os, sys
sys.path[:] = {path!r}
from checker.extract.isolation import Isolation
from checker.model import SourceDocument
import isolated_readers as readers
print("once", flush=True)
{work}
"""


def script(work: str) -> subprocess.Popen[bytes]:
    """A program without a guard around what it does."""
    code = SCRIPT.format(path=[*sys.path, str(Path(__file__).parent)], work=work)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)


def test_isolation_ends_with_a_program_that_is_killed(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    program = script(
        f"Isolation().run(readers.say_who_and_wait, SourceDocument(name={str(fifo)!r}, content=b''))"
    )
    with program, fifo.open() as said:
        reader = int(said.read())
        program.kill()
    wait_until_gone(reader)


def test_isolation_does_not_run_the_main_program_again():
    source = "SourceDocument(name='a', content=b'We train our buyers.')"
    program = script(
        f"from checker.extract import extract_apart\nprint(extract_apart({source}).text)"
    )
    said, _ = program.communicate()
    assert said.splitlines() == [b"once", b"We train our buyers."]
