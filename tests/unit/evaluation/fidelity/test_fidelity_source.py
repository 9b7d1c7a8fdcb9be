"""The texts to render: taken from a folder, without what no page could show."""

import pytest

from checker.errors import SourceError
from checker.evaluation.fidelity.source import evenly, load_project_texts, load_real_texts
from checker.model import BlockKind


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "statements" / "texts").mkdir(parents=True)
    return tmp_path


def _write(folder, words):
    (folder / "statements" / "texts" / "one.txt").write_text(words, encoding="utf-8")


def test_source_passages_keep_their_kind_and_lose_what_no_font_shows(folder):
    _write(
        folder, "OUR CREWS\n\nWe asked the crews ⼝ of every boat.\n\n• cooks \ue803\n\n\uf0c9\n"
    )
    [text] = load_real_texts(folder)
    assert [(each.kind, each.text) for each in text.passages] == [
        (BlockKind.HEADING, "OUR CREWS"),
        (BlockKind.PARAGRAPH, "We asked the crews of every boat."),
        (BlockKind.LIST_ITEM, "cooks"),
    ]


def test_source_a_sentence_that_was_cut_is_mended(folder):
    _write(folder, "We asked all who work on our\n\n\nboats. We thank them.\n\n\nThe chair\n")
    [text] = load_real_texts(folder)
    assert [each.text for each in text.passages] == [
        "We asked all who work on our boats. We thank them.",
        "The chair",
    ]


def test_source_where_there_are_no_texts_it_says_so(folder):
    with pytest.raises(SourceError, match="no texts"):
        load_real_texts(folder)
    with pytest.raises(SourceError, match="no texts"):
        load_project_texts(folder)


def test_source_the_project_has_texts_of_more_than_a_page(root):
    texts = load_project_texts(root / "corpus")
    assert len(texts) > 3
    assert max(len(text.passages) for text in texts) > 40


def test_source_a_sample_is_spread_over_all(text):
    texts = [text(number) for number in range(10)]
    assert evenly(texts, 3) == [texts[0], texts[3], texts[6]]
    assert evenly(texts, None) == texts
    assert evenly(texts, 20) == texts


def test_source_chance_is_the_same_each_time_and_another_for_each_text(text):
    assert text(1).chance("page").random() == text(1).chance("page").random()
    assert text(1).chance("page").random() != text(2).chance("page").random()
    assert text(1).chance("page").random() != text(1).chance("other").random()
