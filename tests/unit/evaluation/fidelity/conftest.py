"""Texts to render: invented, with headings, prose, a list and a sign-off block."""

import pytest

from checker.evaluation.fidelity.source import Passage, Text
from checker.model import BlockKind

_PROSE = (
    "We find first-hand what the officers of our fleet tell us, and file a finding for each ferry. "
    "The harbour-master of every quay we call at is asked how the crews were taken on, and by whom. "
    "Nobody who works on our boats has paid for the job."
)


@pytest.fixture
def text():
    """A text of two pages or more in two columns; `number` makes another one."""

    def make(number: int = 0) -> Text:
        passages = [Passage(kind=BlockKind.HEADING, text="Waveney Ferries statement", level=1)]
        for chapter in range(1, 14):
            passages += [
                Passage(kind=BlockKind.HEADING, text=f"Chapter {chapter} of our year", level=2),
                Passage(kind=BlockKind.PARAGRAPH, text=f"Crews of ferry {chapter}. {_PROSE}"),
                Passage(kind=BlockKind.PARAGRAPH, text=f"{_PROSE} That was quay {chapter}."),
                Passage(kind=BlockKind.PARAGRAPH, text=f"In chapter {chapter} these were asked:"),
                Passage(kind=BlockKind.LIST_ITEM, text=f"deck hands of boat {chapter}", level=1),
                Passage(kind=BlockKind.LIST_ITEM, text=f"cooks of boat {chapter}", level=1),
            ]
        passages.append(Passage(kind=BlockKind.PARAGRAPH, text="Ida Rackheath, chair"))
        return Text(name=f"waveney-{number}", passages=tuple(passages))

    return make
