"""The same question put to several judges: on all statements, and on those held out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from checker.evaluation.metrics import Matrix, ScoreTable, score
from checker.training import is_held_out


class _OfAnOrganisation(Protocol):
    @property
    def organisation(self) -> str: ...


_S = TypeVar("_S", bound=_OfAnOrganisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One judge's answers to one question."""

    name: str
    whole: ScoreTable
    held_out: ScoreTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The answers of every judge to one question.

    Attributes:
        ours: Of this project; the last one is what `checker check` uses.
        others: Published predictions and baselines.
        statements: How many statements were asked about, and of these how many are held out.
    """

    ours: tuple[Run, ...]
    others: tuple[Run, ...]
    statements: tuple[int, int]

    @property
    def runs(self) -> tuple[Run, ...]:
        """All of them, ours first."""
        return self.ours + self.others

    @property
    def shipped(self) -> Run:
        """The run of the judge that `checker check` uses."""
        return self.ours[-1]


def compare(
    names: Sequence[str],
    statements: Sequence[_S],
    gold: Callable[[_S], Matrix],
    *,
    ours: Mapping[str, Callable[[_S], Matrix]],
    others: Mapping[str, Callable[[_S], Matrix]],
) -> Comparison:
    """How well every judge answers.

    Args:
        names: Of the columns of every matrix.
        statements: What is asked about.
        gold: The true matrix of a statement.
        ours: The matrix that each of our judges gives, by its name.
        others: The same for what they are compared with.
    """
    held_out = [each for each in statements if is_held_out(each.organisation)]

    def run(name: str, guess: Callable[[_S], Matrix]) -> Run:
        return Run(
            name=name,
            whole=score(list(map(gold, statements)), list(map(guess, statements)), names),
            held_out=score(list(map(gold, held_out)), list(map(guess, held_out)), names),
        )

    return Comparison(
        ours=tuple(run(name, guess) for name, guess in ours.items()),
        others=tuple(run(name, guess) for name, guess in others.items()),
        statements=(len(statements), len(held_out)),
    )
