"""Documents that a page shows within itself, and pages that hold nothing else."""

import pickle

import pytest

from checker.errors import EmptyText, OnlyEmbedsDocument
from checker.extract import extract
from checker.model import Link, SourceDocument

PROSE = "<p>We buy timber from three mills and know each of them, and visit them.</p>" * 4
FILE = "https://reed.example/docs/ms.pdf"
SHOWN = [
    "<iframe src='/docs/ms.pdf'></iframe>",
    "<embed src='../docs/ms.pdf'>",
    "<object data='/docs/ms.pdf' type='application/pdf'><p>It cannot be shown here.</p></object>",
    f"<iframe src='https://viewer.example/gview?embedded=true&url={FILE}'></iframe>",
    "<iframe src='/pdfjs/web/viewer.html?file=%2Fdocs%2Fms.pdf#page=1'></iframe>",
]


def source(markup: str) -> SourceDocument:
    page = f"<html><body>{markup}</body></html>".encode()
    return SourceDocument(name="page", content=page, url="https://reed.example/x/y")


@pytest.mark.parametrize("shown", SHOWN)
def test_html_document_shown_within_the_page_is_a_link(shown):
    assert FILE in [link.href for link in extract(source(shown + PROSE)).links]


def test_html_shown_document_is_called_by_its_title_or_file():
    titled = extract(source(f"<iframe src='/a.pdf' title='Our statement'></iframe>{PROSE}"))
    assert titled.links == (Link(href="https://reed.example/a.pdf", text="Our statement"),)
    untitled = extract(source(f"<iframe src='/a.pdf'></iframe>{PROSE}"))
    assert untitled.links == (Link(href="https://reed.example/a.pdf", text="a.pdf"),)


@pytest.mark.parametrize("shown", [*SHOWN, "<p>Read it here: <a href='/docs/ms.pdf'>PDF</a></p>"])
def test_html_page_that_only_shows_a_document_says_which(shown):
    site = "<nav><a href=/>Home</a></nav>{0}<footer><a href=/privacy.pdf>Privacy</a></footer>"
    with pytest.raises(OnlyEmbedsDocument, match=r"embeds or links .*Check that doc") as caught:
        extract(source(site.format(f"<main><h1>Modern slavery statement</h1>{shown}</main>")))
    assert caught.value.url == FILE
    assert pickle.loads(pickle.dumps(caught.value)).url == FILE


@pytest.mark.parametrize(
    "markup",
    [
        f"<iframe src=/a.pdf></iframe>{PROSE}",
        "<h1>Policies</h1><a href=/a.pdf>One</a> <a href=/b.pdf>Two</a>",
        "<h1>Film</h1><iframe src=https://films.example/1></iframe>",
        "<p>Reed Ltd took no steps this year.</p><a href=/a.pdf>PDF</a>",
    ],
)
def test_html_page_with_words_or_several_documents_is_read(markup):
    assert extract(source(markup)).text


def test_html_empty_page_is_still_an_empty_text():
    with pytest.raises(EmptyText) as caught:
        extract(source("<iframe src=https://films.example/1></iframe>"))
    assert not isinstance(caught.value, OnlyEmbedsDocument)
