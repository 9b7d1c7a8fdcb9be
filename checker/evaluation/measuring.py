"""Everything that is measured: on the data of the project, and on the labelled statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from checker.analysis import Analyser, TrainedModel, failing_examples
from checker.evaluation.example_county import CountyResults, judge_example_county
from checker.evaluation.judging import cross_validated
from checker.evaluation.labellers import AnalyserJudge
from checker.evaluation.lookalikes import IdentityResults, measure_identity
from checker.evaluation.metrics import Estimate, part
from checker.evaluation.periods import PeriodOutcomes, load_gold_periods, period_outcomes
from checker.evaluation.published import load_published
from checker.evaluation.sentences import SentenceResults, judge_sentences
from checker.evaluation.sign_off import SignOffScore, score_sign_off
from checker.evaluation.statements import StatementResults, assess_all, judge_statements
from checker.rulebook import Rulebook
from checker.training import GoldStatement, is_held_out, load_audits, load_gold
from checker.training.recorded import RECORDED, load_recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectResults:
    """Measured on what the project holds: it can be measured anywhere.

    Attributes:
        rule_examples: Share of the examples in the rule files that their rule decides as it says.
        county: The statements of the example county.
        identity: Statement or not, on look-alikes written for this project.
    """

    rule_examples: Estimate
    county: CountyResults
    identity: IdentityResults


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """How much was labelled of one kind."""

    name: str
    statements: int
    sentences: int
    held_out_statements: int
    held_out_sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedResults:
    """Measured on the labelled statements of ../shared/data.

    Attributes:
        digest: Hexadecimal SHA-256 of the tables, so that figures name what they rest on.
        collections: The UK statements that were asked about.
        sentences: Of single sentences.
        statements: Of whole statements.
        sign_off: Approval and signature.
        sign_off_held_out: The same, of the statements held out.
        periods: Last days of financial years.
        identity: Statement or not, on the look-alikes and on real documents.
        unrecorded: Times that the model had nothing to say of a sentence: it was split anew.
    """

    digest: str
    collections: tuple[Collection, ...]
    sentences: SentenceResults
    statements: StatementResults
    sign_off: tuple[SignOffScore, SignOffScore]
    sign_off_held_out: tuple[SignOffScore, SignOffScore]
    periods: PeriodOutcomes
    identity: IdentityResults
    unrecorded: int


def measure_project(corpus_dir: Path, rulebook: Rulebook, analyser: Analyser) -> ProjectResults:
    """What can be measured without the labelled statements.

    Nothing was learnt from these documents, so `analyser` is what is shipped.

    Raises:
        SourceError: There are no look-alikes.
        CorpusError: A file of the corpus is missing or wrong.
    """
    examples = [rule.examples for rule in rulebook.text_rules]
    number = sum(len(each.hit) + len(each.miss) for each in examples)
    failing = sum(1 for _ in failing_examples(rulebook))
    return ProjectResults(
        rule_examples=part(number - failing, number),
        county=judge_example_county(corpus_dir, AnalyserJudge("shipped", analyser)),
        identity=measure_identity(analyser, corpus_dir=corpus_dir),
    )


def measure_shared(
    data_dir: Path, corpus_dir: Path, rulebook: Rulebook, model: TrainedModel
) -> SharedResults:
    """What is measured on the labelled statements in `data_dir`.

    Args:
        data_dir: The folder that holds aims/ and statements/.
        corpus_dir: The project's corpus/.
        rulebook: The rules as they are now.
        model: What `checker check` uses.

    Raises:
        SourceError: A file is missing, or is not the table that is expected.
        CorpusError: A file of the corpus is missing or wrong.
    """
    gold = load_gold(data_dir)
    audits = load_audits(data_dir)
    judges = cross_validated(rulebook, model, load_recorded(corpus_dir / RECORDED), gold)
    assessments = assess_all(audits, judges.assessors)
    shipped = assessments[judges.assessors[-1].name]
    held_out = [audit for audit in audits if is_held_out(audit.organisation)]
    return SharedResults(
        digest=_digest(data_dir),
        collections=tuple(_collection(gold, name) for name in ("aims_uk", "project")),
        sentences=judge_sentences(gold, judges.labellers, load_published(data_dir)),
        statements=judge_statements(gold, audits, assessments),
        sign_off=score_sign_off(audits, shipped),
        sign_off_held_out=score_sign_off(held_out, shipped),
        periods=period_outcomes(load_gold_periods(corpus_dir / "gold" / "periods.csv"), shipped),
        identity=measure_identity(judges.shipped, corpus_dir=corpus_dir, data_dir=data_dir),
        unrecorded=judges.recorded.missing,
    )


def _collection(gold: Iterable[GoldStatement], name: str) -> Collection:
    statements = [statement for statement in gold if statement.collection == name]
    held_out = [each for each in statements if is_held_out(each.organisation)]
    return Collection(
        name=name,
        statements=len(statements),
        sentences=sum(len(each.sentences) for each in statements),
        held_out_statements=len(held_out),
        held_out_sentences=sum(len(each.sentences) for each in held_out),
    )


def _digest(data_dir: Path) -> str:
    found = sha256()
    for table in ("aims/aims_uk.csv", "statements/statements.csv", "statements/sentences.csv"):
        found.update((data_dir / table).read_bytes())
    return found.hexdigest()
