from hypothesis import given
from hypothesis import strategies as st

from checker.crawl.frontier import Candidate, Frontier


def candidate(path, score, **fields):
    return Candidate(url=f"http://a.test/{path}", score=score, via="test", **fields)


def drain(frontier, floor=-99.0):
    found = []
    while (got := frontier.pop(floor)) is not None:
        found.append(got)
    return found


@given(st.lists(st.tuples(st.text("abcd", min_size=1, max_size=4), st.integers(1, 9))))
def test_frontier_gives_each_page_once_best_first(pairs):
    frontier = Frontier()
    for path, score in pairs:
        frontier.add(candidate(path, score))
    given_back = drain(frontier)
    scores = [c.score for c in given_back]
    assert scores == sorted(scores, reverse=True)
    best = {}
    for path, score in pairs:
        best[path] = max(score, best.get(path, 0))
    assert {c.url.rpartition("/")[2]: c.score for c in given_back} == best
    assert len(given_back) == len(best)


def test_frontier_latest_year_first_and_no_year_before_it():
    frontier = Frontier()
    for hint in ("Statement 2019", "Statement 2023/24", "Statement", "Statement 2021"):
        frontier.add(candidate(hint.replace(" ", "-").replace("/", "-"), 12, hint=hint))
    assert [c.hint[-4:] for c in drain(frontier)] == ["ment", "3/24", "2021", "2019"]


def test_frontier_stops_at_the_floor():
    frontier = Frontier()
    frontier.add(candidate("a", 5))
    assert frontier.pop(8) is None
    assert frontier.pop(5) is not None


def test_frontier_leaves_endless_lists():
    frontier = Frontier()
    for number in range(100):
        frontier.add(candidate(f"policies/page/{number}", 5))
    assert len(drain(frontier)) == 4


def test_frontier_leaves_a_folder_of_articles():
    frontier = Frontier()
    for letter in "abcdefghijkl":
        frontier.add(candidate(f"blog/slavery-{letter}", 6))
    frontier.add(candidate("governance", 4))
    assert [c.url[-3:] for c in drain(frontier)] == ["y-" + c for c in "abcdef"] + ["nce"]


def test_frontier_reads_an_archive_of_many_years():
    frontier = Frontier()
    for year in range(2013, 2026):
        frontier.add(candidate(f"slavery/{year}", 10))
    assert len(drain(frontier)) == 13


def test_frontier_few_pages_that_promise_nothing():
    frontier = Frontier()
    for letter in "abcdefghijkl":
        frontier.add(candidate(letter, 0))
    assert len(drain(frontier)) == 5


def test_frontier_visited_page_is_not_given_again():
    frontier = Frontier()
    assert frontier.mark("http://a.test/x")
    frontier.add(candidate("x/", 9))
    assert frontier.pop(0) is None
    assert not frontier.mark("https://www.a.test/x")


def test_frontier_too_far_away():
    frontier = Frontier()
    frontier.add(candidate("x", 9, depth=6))
    assert frontier.pop(0) is None
