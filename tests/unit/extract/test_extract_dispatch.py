import pytest

from checker.errors import EmptyText, TooLong, UnsupportedFormat
from checker.extract import extract
from checker.model import SourceDocument


def test_extract_of_no_bytes_is_empty():
    with pytest.raises(EmptyText, match=r"draft\.pdf: is empty \(0 bytes\)"):
        extract(SourceDocument(name="draft.pdf", content=b"", media_type="application/pdf"))


def test_extract_reads_what_the_bytes_are_not_what_was_declared(read):
    page = "<html><body><p>We train our buyers.</p></body></html>"
    document = read(page, media_type="application/pdf")
    assert document.media_type == "text/html"
    assert document.text == "We train our buyers."


def test_extract_names_a_form_that_is_not_read():
    with pytest.raises(UnsupportedFormat, match="RTF"):
        extract(SourceDocument(name="draft.rtf", content=b"{\\rtf1 We train our buyers.}"))


def test_extract_gives_the_same_document_for_the_same_bytes(read):
    content = b"Our policies\nWe train our buyers every year, and we visit every mill.\n"
    assert read(content) == read(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("word " * 600_001, "holds 3,000,005 characters; at most 3,000,000 are read"),
        ("<p>" + "x" * 3_000_000, "holds 3,000,003 characters; at most 3,000,000 are read"),
        ("We train.\f" * 2_000 + "And visit.", "has 2,001 pages; at most 2,000 are read"),
    ],
)
def test_extract_refuses_what_is_too_long_and_says_what_to_do(content, reason):
    with pytest.raises(TooLong, match=rf"{reason}\. Send the statement alone"):
        extract(SourceDocument(name="report", content=content.encode()))
