"""Lines hold the whole text, fit into their room and stay where lines may stand."""

from dataclasses import replace
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from checker.evaluation.fidelity.fashion import Fashion
from checker.evaluation.fidelity.typesetting import Area, Frame, Typesetter
from checker.evaluation.fidelity.wrapping import Room, fill, pieces_of

PLAIN = "Helvetica"


def lines_of(text, width, *, hyphenated, ligatures=False):
    pieces = pieces_of(text, ligatures=ligatures)
    lines = []
    while pieces:
        lines.append(fill(pieces, Room(width, PLAIN, 10), hyphenated=hyphenated))
    return lines


@given(
    st.lists(st.from_regex(r"[A-Za-z]{1,20}(-[A-Za-z]{1,9})?[.,]?", fullmatch=True), min_size=1),
    st.floats(20, 300),
    st.booleans(),
)
def test_wrapping_nothing_is_lost_and_every_line_fits(words, width, hyphenated):
    lines = lines_of(" ".join(words), width, hyphenated=hyphenated)
    assert "".join(lines).replace(" ", "").replace("-", "") == "".join(words).replace("-", "")
    for line in lines:
        assert stringWidth(line, PLAIN, 10) <= width or len(line) == 1


def test_wrapping_breaks_words_only_where_that_is_wanted():
    text = "the inspectors of the harbour administration"
    assert lines_of(text, 80, hyphenated=False) == [
        "the inspectors of",
        "the harbour",
        "administration",
    ]
    assert lines_of(text, 80, hyphenated=True) == [
        "the inspectors of",
        "the harbour admi-",
        "nistration",
    ]


def test_wrapping_a_word_may_part_after_its_own_hyphen():
    assert lines_of("a well-established firm", 60, hyphenated=False) == [
        "a well-",
        "established",
        "firm",
    ]


def test_wrapping_ligatures_are_one_character():
    assert lines_of("first float", 300, hyphenated=False, ligatures=True) == ["ﬁrst ﬂoat"]


@pytest.mark.parametrize("seed", range(8))
def test_typesetting_lines_stand_in_their_frame_and_around_the_hole(text, seed):
    fashion = replace(Fashion.drawn(Random(seed)), justified=True)
    area = Area(left=50, bottom=60, right=350, top=700)
    hole = Area(left=200, bottom=400, right=350, top=500)
    frames = (Frame(page=page, area=area, hole=hole if page == 1 else None) for page in count(1))
    for line in Typesetter(frames, fashion).set(text().passages):
        end = line.x + stringWidth(line.text, line.font, line.size)
        end += line.word_space * line.text.count(" ")
        beside = line.page == 1 and hole.bottom <= line.y <= hole.top
        assert line.x >= area.left
        assert end <= (hole.left if beside else area.right) + 0.01
        assert line.y >= area.bottom


def test_typesetting_the_cells_of_a_row_stand_side_by_side(text):
    fashion = Fashion.drawn(Random(1))
    area = Area(left=50, bottom=60, right=350, top=700)
    typesetter = Typesetter((Frame(page=page, area=area) for page in count(1)), fashion)
    rules = list(typesetter.set_row(text().passages[2:4]))
    assert [(rule.area.left, rule.area.right) for rule in rules] == [(50, 200), (200, 350)]
    assert rules[0].area.bottom == rules[1].area.bottom
    first = [line for line in typesetter.lines if line.x < 200]
    second = [line for line in typesetter.lines if line.x >= 200]
    assert first[0].y == second[0].y
    assert min(line.y for line in typesetter.lines) > rules[0].area.bottom
