"""What was measured of fidelity: as a table for a terminal, and docs/reference/extraction.md."""

from collections.abc import Iterator, Sequence

from checker.evaluation.baseline import TOLERANCE
from checker.evaluation.fidelity.measuring import Compared, Fidelity
from checker.evaluation.fidelity.readers import OURS
from checker.evaluation.page import environment, interval


def extraction_page(measured: Compared, project: Sequence[Fidelity]) -> str:
    """The page in Markdown; the same results give the same page.

    Args:
        measured: On real texts.
        project: On the texts that the project holds.
    """
    template = environment().get_template("extraction.md")
    return template.render(measured=measured, project=project, tolerance=TOLERANCE)


def fidelity_text(results: Sequence[Fidelity]) -> str:
    """The results as a compact table for a terminal."""
    heading = f"{'':24}{'read by':18}{'recall':>20}{'precision':>20}{'sentences':>11}{'texts':>7}"
    return "\n".join([f"{heading}  targets", *map(_line, results)])


def faults_text(result: Fidelity) -> str:
    """For each text the sentences that are lost (-), and those that are added (+)."""
    return "\n".join(_faults(result))


def _line(result: Fidelity) -> str:
    form = result.form
    targets = "/".join(f"{least:g}" for least in (form.recall, form.precision) if least)
    refused = f"{len(result.refused)} refused" if result.refused else ""
    return (
        f"{form.name:24}{result.reader:18}{interval(result.recall):>20}"
        f"{interval(result.precision):>20}{result.recall.support:>11}{len(result.matches):>7}"
        f"  {targets if result.reader == OURS else '':12}{refused}"
    ).rstrip()


def _faults(result: Fidelity) -> Iterator[str]:
    for name, match in result.matches.items():
        if match.lost or match.added:
            yield f"{result.form.name} of {name}: {result.refused.get(name, '')}".rstrip(": ")
            yield from (f"  - {sentence}" for sentence in match.lost)
            yield from (f"  + {sentence}" for sentence in match.added)
