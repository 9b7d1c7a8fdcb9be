"""Cutting a text where evidence begins and ends."""

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Modality
from checker.report.highlight import Highlight, find_segments


def highlight(name, start, end):
    return Highlight(
        id=name, finding="f", start=start, end=end, label=name, modality=Modality.TAKEN
    )


def seen(segments):
    return [
        [(part.text, "".join(h.id for h in part.highlights)) for part in line] for line in segments
    ]


def test_highlight_without_evidence_is_the_plain_text():
    assert seen(find_segments("one two", [(0, 3), (4, 7)], [])) == [[("one", "")], [("two", "")]]


def test_highlight_in_the_middle_of_a_line():
    segments = find_segments("one two three", [(0, 13)], [highlight("a", 4, 7)])
    assert seen(segments) == [[("one ", ""), ("two", "a"), (" three", "")]]


def test_highlight_overlaps_another():
    segments = find_segments("abcdef", [(0, 6)], [highlight("a", 0, 4), highlight("b", 2, 6)])
    assert seen(segments) == [[("ab", "a"), ("cd", "ab"), ("ef", "b")]]
    (line,) = segments
    assert [[h.id for h in part.begins] for part in line] == [["a"], ["b"], []]
    assert [[h.id for h in part.ends] for part in line] == [[], ["a"], ["b"]]


def test_highlight_that_crosses_lines_begins_and_ends_once():
    segments = find_segments("ab\ncd\nef", [(0, 2), (3, 5), (6, 8)], [highlight("a", 1, 7)])
    assert seen(segments) == [[("a", ""), ("b", "a")], [("cd", "a")], [("e", "a"), ("f", "")]]
    parts = [part for line in segments for part in line]
    assert [part.text for part in parts if part.begins] == ["b"]
    assert [part.text for part in parts if part.ends] == ["e"]


def test_highlight_outside_every_line_is_marked_nowhere():
    (line,) = find_segments("ab\n\ncd", [(0, 2)], [highlight("a", 2, 4), highlight("b", 1, 1)])
    assert all(not part.highlights for part in line)


SPANS = st.lists(st.integers(0, 80), max_size=16, unique=True).map(sorted)


@given(text=st.text(min_size=80, max_size=80), edges=SPANS, evidence=st.lists(SPANS, max_size=8))
def test_highlight_keeps_every_character_and_every_mark(text, edges, evidence):
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    marks = [highlight(str(n), e[0], e[-1]) for n, e in enumerate(evidence) if e]
    lines = find_segments(text, spans, marks)
    assert ["".join(part.text for part in line) for line in lines] == [text[s:e] for s, e in spans]
    parts = [part for line in lines for part in line]
    for mark in marks:
        inside = "".join(part.text for part in parts if mark in part.highlights)
        assert inside == "".join(text[max(s, mark.start) : min(e, mark.end)] for s, e in spans)
        assert sum(mark in part.begins for part in parts) == bool(inside)
        assert sum(mark in part.ends for part in parts) == bool(inside)
