"""Files made to hurt who reads them: each ends by name, within the limits, and does nothing else."""

import socket
import time

import hostile_files as hostile
import hostile_pdfs
import pytest

from checker.errors import (
    DamagedFile,
    EncryptedPdf,
    ExtractError,
    ReaderFailed,
    TooLong,
    UnsupportedFormat,
)
from checker.extract import extract
from checker.extract.isolation import Isolation
from checker.extract.limits import Limits
from checker.model import SourceDocument

LIMITS = Limits(computing=30, waiting=60, memory=800 * 1024**2)
STRICT = Limits(computing=3, waiting=60, memory=800 * 1024**2)


def reader(limits):
    isolation = Isolation(limits)

    def read(content, **about):
        return isolation.run(extract, SourceDocument(content=content, **{"name": "it", **about}))

    return read


def how_it_stopped(read, content) -> str:
    """How the process of the reader was stopped; empty where it ended by itself."""
    try:
        read(content)
    except ReaderFailed as error:
        return error.reason
    except ExtractError:
        return ""
    return ""


@pytest.fixture(scope="module")
def read_apart():
    return reader(LIMITS)


@pytest.fixture(scope="module")
def read_strictly():
    return reader(STRICT)


@pytest.fixture
def trap():
    """A server on loopback that nobody may visit."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/it"
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    "made",
    [
        hostile.nested_tables_in_word,
        hostile.deep_page,
        hostile.deep_inline_page,
        hostile.many_attributes_page,
        hostile.laughs_in_xhtml,
        hostile.wide_without_mark,
        hostile_pdfs.ten_million_pages,
        hostile_pdfs.negative_pages,
        hostile_pdfs.deep_arrays,
        hostile_pdfs.deep_outline,
        hostile_pdfs.ring_of_tables,
        hostile_pdfs.huge_page,
        hostile_pdfs.page_without_size,
        hostile_pdfs.million_paths,
        hostile.page_before_pdf,
        hostile.zip_after_pdf,
    ],
)
def test_hostile_file_with_a_sentence_in_it_is_read(read_apart, made):
    assert hostile.SENTENCE in read_apart(made()).text


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (hostile.bomb_in_a_part, TooLong),
        (hostile.bomb_that_lies, DamagedFile),
        (hostile.bomb_of_overlaps, TooLong),
        (hostile.zip_in_zips, DamagedFile),
        (hostile.laughs_in_word, DamagedFile),
        (hostile.blow_up_in_word, DamagedFile),
        (hostile.deep_tables_in_word, DamagedFile),
        (hostile.zeros, UnsupportedFormat),
        (hostile_pdfs.ring_of_pages, DamagedFile),
        (hostile_pdfs.deep_tree_of_pages, DamagedFile),
        (hostile_pdfs.same_page_a_million_times, TooLong),
        (hostile_pdfs.deep_dictionaries, DamagedFile),
        (hostile_pdfs.ring_of_object_streams, DamagedFile),
        (hostile.archive_after_gif, UnsupportedFormat),
    ],
)
def test_hostile_file_is_refused_by_name(read_apart, made, error):
    with pytest.raises(error):
        read_apart(made())


@pytest.mark.parametrize(
    "made",
    [
        hostile.many_links_page,
        hostile.open_tags_page,
        hostile.one_line,
        hostile.spaces,
        hostile_pdfs.flate_bomb,
        hostile_pdfs.flate_bomb_of_objects,
        hostile_pdfs.ring_of_forms,
        hostile_pdfs.forms_that_multiply,
        hostile_pdfs.million_rectangles,
        hostile_pdfs.million_characters,
        hostile_pdfs.scattered_characters,
        hostile.vast_picture,
        hostile.vast_picture_by_its_own_account,
        hostile.picture_with_page,
    ],
)
def test_hostile_file_is_read_or_ends_by_name_within_the_limits(read_strictly, made):
    content = made()
    begun = time.monotonic()
    stopped = how_it_stopped(read_strictly, content)
    assert time.monotonic() - begun < STRICT.waiting
    # For want of memory PDFium ends its process; nothing else may stop a reader.
    assert not stopped or "signal 6" in stopped


def test_hostile_picture_of_a_page_is_read_or_ends_by_name(read_apart):
    with pytest.raises(ExtractError):
        read_apart(hostile_pdfs.pictured_pdf(60_000, 60_000))


@pytest.mark.parametrize("made", [hostile.outside_in_word, hostile.outside_in_xhtml])
def test_hostile_entity_from_outside_is_not_fetched(read_apart, tmp_path, trap, made):
    secret = tmp_path / "secret"
    secret.write_text("Another's secret.")
    for address in (trap, secret.as_uri(), str(secret)):
        text = read_apart(made(address)).text
        assert hostile.SENTENCE in text
        assert "secret." not in text


def test_hostile_word_document_fetches_no_template(read_apart, trap):
    assert read_apart(hostile.outside_template_of_word(trap)).text == hostile.SENTENCE


def test_hostile_pdf_runs_no_script_and_no_program(read_apart, tmp_path, trap):
    run = tmp_path / "run"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {run}\n")
    program.chmod(0o755)
    for command in (str(program), trap):
        assert read_apart(hostile_pdfs.active_pdf(command)).text == hostile.SENTENCE
    assert not run.exists()


def test_hostile_pdf_that_only_its_owner_may_change_is_read(read_apart):
    assert read_apart(hostile_pdfs.locked_pdf("", "owner")).text == hostile.SENTENCE
    with pytest.raises(EncryptedPdf):
        read_apart(hostile_pdfs.locked_pdf("user", "owner"))


@pytest.mark.parametrize("name", ["it.docx", "it.html", "it.png", "it\0.pdf", "../../it", "it.exe"])
@pytest.mark.parametrize("declared", ["image/png", "text/html", "application/msword", "a\0/b"])
def test_hostile_name_or_declaration_changes_nothing(read_apart, name, declared):
    document = read_apart(hostile_pdfs.one_page(), name=name, media_type=declared)
    assert (document.text, document.media_type) == (hostile.SENTENCE, "application/pdf")
