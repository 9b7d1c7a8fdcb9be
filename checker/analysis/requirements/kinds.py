"""Which kind of organisation makes the statement: who approves and who signs depends on it."""

from checker.analysis.requirements.reading import Reading
from checker.analysis.sentences import OPENING
from checker.rulebook import BodyRule


def find_kind(reading: Reading) -> BodyRule | None:
    """The rule that knows the first organisation in the opening; None where it names none."""
    found = (
        (index, hit.start, -hit.end, hit.rule)
        for index, hits in enumerate(reading.hits[:OPENING])
        for hit in hits
        if isinstance(hit.rule, BodyRule)
    )
    first = min(found, key=lambda each: each[:3], default=None)
    return first[3] if first else None
