from checker.crawl.turns import Turns


class Clock:
    def __init__(self):
        self.now = 0.0
        self.sleeps = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.now += seconds


def test_turns_count_the_time_that_passed_meanwhile():
    clock = Clock()
    turns = Turns(5, clock, clock.sleep)
    with turns.take("a"):
        clock.now += 100  # a slow answer: the pause begins when it ends
    clock.now += 2
    with turns.take("a"):
        pass
    with turns.take("b"):
        pass
    assert clock.sleeps == [3]


def test_turns_longest_wish_wins():
    clock = Clock()
    turns = Turns(5, clock, clock.sleep)
    turns.slow_down("a", 2)
    with turns.take("a"):
        turns.pause("a", 30)
    with turns.take("a"):
        pass
    with turns.take("a"):
        pass
    assert clock.sleeps == [30, 5]
