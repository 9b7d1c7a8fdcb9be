from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.analysis.windows import places, windows

LENGTHS = st.lists(st.integers(min_value=1, max_value=40), max_size=30)


@given(LENGTHS, st.integers(min_value=4, max_value=60), st.integers(min_value=0, max_value=5))
def test_windows_hold_every_sentence_once_and_no_more_than_fits(lengths, limit, first):
    found = list(windows(lengths, limit, first=first))
    assert [position for window in found for position in window] == list(range(len(lengths)))
    for window in found:
        assert len(window) == 1 or 1 + sum(lengths[i] + 1 for i in window) <= limit
    if first and found:
        assert len(found[0]) <= first


@given(LENGTHS, st.integers(min_value=4, max_value=60))
def test_windows_are_as_long_as_they_can_be(lengths, limit):
    found = list(windows(lengths, limit))
    for window, after in pairwise(found):
        assert 1 + sum(lengths[i] + 1 for i in (*window, after[0])) > limit


def test_windows_a_first_window_moves_the_boundaries():
    assert list(windows([9] * 6, 31)) == [range(3), range(3, 6)]
    assert list(windows([9] * 6, 31, first=1)) == [range(1), range(1, 4), range(4, 6)]


def test_places_tell_the_opening_from_the_end():
    first, *_, last = places(40)
    assert first[:3] == (0.0, 0.0, 1.0)
    assert last[:3] == (1.0, 1.0, 0.0)
    assert list(places(1)) == [(0.0, 0.0, 0.0, 0.0)]
