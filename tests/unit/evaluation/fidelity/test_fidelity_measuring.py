"""What is lost, added and refused is counted; other programs are measured where they are."""

from itertools import pairwise

import pytest

from checker.evaluation import Baseline
from checker.evaluation.fidelity import (
    FORMS,
    Form,
    extraction_page,
    faults_text,
    fidelity_text,
    figures_of,
    floors_of,
    measure_project,
    measure_real,
    measure_with_others,
)
from checker.evaluation.fidelity.boxes import box_distances
from checker.evaluation.fidelity.rendering import Rendering

SENTENCES = ("We asked the crews of every boat.", "Ida Rackheath signed for the board.")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "statements" / "texts"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("\n\n".join(SENTENCES))
    return tmp_path


@pytest.fixture
def form():
    def make(*sentences: str, content: bytes = b"") -> Form:
        """A form that shows these sentences, whatever the text says."""
        page = content or "".join(f"<p>{each}</p>" for each in sentences).encode()
        rendering = Rendering(content=page, media_type="text/html")
        return Form(name="page", title="a page", render=lambda _: rendering, recall=0.9)

    return make


def test_measuring_a_sentence_that_is_lost_and_one_that_is_added(data, form):
    [result] = measure_real(data, [form(SENTENCES[0], "Buy our fish.")], None)
    assert (result.recall.value, result.recall.support) == (0.5, 2)
    assert (result.precision.value, result.precision.support) == (0.5, 2)
    assert faults_text(result).splitlines() == [
        "page of one",
        "  - ida rackheath signed for the board.",
        "  + buy our fish.",
    ]


def test_measuring_a_file_that_is_refused_loses_every_sentence(data, form):
    [result] = measure_real(data, [form(content=b"%PDF-1.4 cut off")], None)
    assert result.recall.value == 0
    assert "one" in result.refused
    assert "1 refused" in fidelity_text([result])
    assert faults_text(result).startswith("page of one: rendering:")


def test_measuring_other_programs_read_the_same_files(data):
    compared = measure_with_others(data, [FORMS["pdf_one_column"], FORMS["docx"]], None)
    assert [(each.form.name, each.reader) for each in compared.results] == [
        ("pdf_one_column", "checker"),
        ("pdf_one_column", "pdfplumber"),
        ("docx", "checker"),
    ]
    assert [each.recall.value for each in compared.results] == [1, 1, 1]
    assert list(compared.distances) == ["PDF, one column"]


def test_measuring_other_programs_that_are_not_there_are_named(data):
    compared = measure_with_others(data, [FORMS["html_wordpress"]], None)
    measured = {each.reader for each in compared.results}
    assert measured | set(compared.missing) == {"checker", "trafilatura", "readability-lxml"}
    assert not measured & set(compared.missing)


def test_measuring_characters_stand_where_pdfplumber_finds_them(text):
    distances = box_distances([FORMS["pdf_one_column"].render(text())])
    assert distances.characters > 2000
    assert distances.median < 0.5
    assert distances.high < 2


def test_measuring_where_nothing_has_a_place_there_is_no_distance(text):
    assert box_distances([FORMS["docx"].render(text())]) is None


def test_pinned_only_floors_of_what_was_measured_are_held(root):
    forms = [FORMS["docx"]]
    figures = figures_of(measure_project(root / "corpus", forms))
    assert [figure.id for figure in figures.project] == ["docx.recall", "docx.precision"]
    assert figures.of("docx.recall").target == 0.995
    baseline = Baseline(project={"docx.recall": 0.9, "scan.recall": 0.8})
    assert floors_of(baseline, forms).project == {"docx.recall": 0.9}


def test_page_tables_are_whole_and_nothing_undefined_is_shown(data, form):
    forms = [FORMS["pdf_one_column"], FORMS["html_wordpress"], form(content=b"%PDF-1.4 cut off")]
    compared = measure_with_others(data, forms, None)
    page = extraction_page(compared, compared.results[:1])
    assert "nan" not in page
    assert "\n\n\n" not in page
    lines = page.splitlines()
    for before, line in pairwise(lines):
        if line.startswith("|") and before.startswith("|"):
            assert line.count("|") == before.count("|"), line
        elif line.startswith("|"):
            assert not before, line
    assert "| PDF, one column | checker | 1 | 2 | 1.000 (1.00–1.00) | 0.99 |" in page
    assert ("Not installed" in page) is bool(compared.missing)
