"""How a document was read, in words."""

from dataclasses import replace

import factories
import pytest

from checker.report.caveats import caveats


def caveats_of(**fields):
    return caveats(replace(factories.assessment().source, **fields))


def test_caveats_of_a_document_that_was_wholly_read_are_none():
    assert caveats_of() == ()


@pytest.mark.parametrize(
    ("pages", "words", "them"),
    [
        ((4,), "Page 4 is a picture from which", "it"),
        ((4, 5), "Pages 4 and 5 are pictures from which", "them"),
        ((1, 3, 6), "Pages 1, 3 and 6 are pictures from which", "them"),
        ((2, 4, 5, 6, 9), "Pages 2, 4 to 6 and 9 are pictures from which", "them"),
    ],
)
def test_caveats_name_the_pages_that_were_not_read(pages, words, them):
    (told,) = caveats_of(pages=9, pages_not_read=pages)
    assert told.startswith(words)
    assert told.endswith(f"Check {them} by eye.")


@pytest.mark.parametrize(
    ("recognised", "sure", "words"),
    [
        ((1, 2), 0.874, "Read from a scan by text recognition, which is 87 % sure"),
        ((2,), 0.874, "Page 2 was read from a scan by text recognition, which is 87 % sure"),
        ((1, 2), 0.9999, "Read from a scan by text recognition, which is 99 % sure"),
    ],
)
def test_caveats_say_what_was_recognised_and_how_surely(recognised, sure, words):
    (told,) = caveats_of(pages=2, pages_recognised=recognised, recognition_confidence=sure)
    assert told.startswith(words)
    assert told.endswith("check quotes against the page.")


def test_caveats_of_a_mixed_document_are_both():
    fields = {"pages_not_read": (1,), "pages_recognised": (2, 3), "recognition_confidence": 0.8}
    assert [told.split(" ", 2)[:2] for told in caveats_of(pages=5, **fields)] == [
        ["Page", "1"],
        ["Pages", "2"],
    ]
