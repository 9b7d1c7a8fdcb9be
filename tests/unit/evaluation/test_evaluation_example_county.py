"""The example county: the right file for each organisation, each statement once."""

import factories
import pytest

from checker.errors import CorpusError
from checker.evaluation.example_county import judge_example_county
from checker.model import AreaVerdict, ContentArea, Requirement, RequirementVerdict

EXPECTED = """\
Thurne Mills Limited:
  path: /about/statement
  period_end: "2025-03-31"
  no_steps: false
  approval: stated
  signature: not_stated
  areas: {structure: none, policies: none, due_diligence: none,
          risk: none, effectiveness: none, training: described}
Ant Weaving Limited:
  path: /about/statement
  period_end: "2025-03-31"
  no_steps: false
  approval: stated
  signature: not_stated
  areas: {structure: none, policies: none, due_diligence: none,
          risk: none, effectiveness: none, training: described}
Chet Barges Limited:
  path: /slavery/
  period_end: null
  no_steps: true
  approval: unclear
  signature: not_stated
  areas: {structure: described, policies: none, due_diligence: none,
          risk: none, effectiveness: none, training: none}
"""
REGISTER = """\
name,website,parent
Thurne Mills Limited,thurne.example,
Ant Weaving Limited,ant.example,Thurne Mills Limited
Chet Barges Limited,chet.example,
"""


class Told:
    """Says of every statement: training is evidenced, approval stated, no signature."""

    name = "told"

    def __init__(self):
        self.asked = []

    def assess(self, organisation, source):
        self.asked.append((organisation, source.content))
        return factories.assessment(
            areas={ContentArea.TRAINING: AreaVerdict.EVIDENCED},
            requirements={Requirement.SIGNATURE: RequirementVerdict.NOT_STATED},
        )


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "register").mkdir()
    (tmp_path / "register/example.csv").write_text(REGISTER)
    for name in (
        "sites/thurne.example/about/statement.html",
        "sites/www.chet.example/slavery/index.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(name)
    (tmp_path / "sites/expected.yml").write_text(EXPECTED)
    return tmp_path


def test_county_a_statement_of_a_group_is_judged_once(corpus):
    judge = Told()
    judge_example_county(corpus, judge)
    assert judge.asked == [
        ("Thurne Mills Limited", b"sites/thurne.example/about/statement.html"),
        ("Chet Barges Limited", b"sites/www.chet.example/slavery/index.html"),
    ]


def test_county_shares_are_counted_against_what_was_meant(corpus):
    found = judge_example_county(corpus, Told())
    assert found.verdicts.value == pytest.approx(9 / 12)  # evidenced is not described
    assert found.found.value == pytest.approx(10 / 12)  # and training is not structure
    assert (found.approval.value, found.signature.value) == (0.5, 1)
    assert (found.period_end.value, found.no_steps.value) == (0.5, 0.5)


def test_county_a_statement_without_a_file_is_named(corpus):
    (corpus / "sites/www.chet.example/slavery/index.html").unlink()
    with pytest.raises(CorpusError, match="no /slavery/ of Chet Barges Limited"):
        judge_example_county(corpus, Told())


def test_county_an_expectation_that_is_not_understood_is_named(corpus):
    (corpus / "sites/expected.yml").write_text(EXPECTED.replace("unclear", "perhaps"))
    with pytest.raises(CorpusError, match=r"expected\.yml"):
        judge_example_county(corpus, Told())


def test_county_a_missing_register_is_named(corpus):
    (corpus / "register/example.csv").unlink()
    with pytest.raises(CorpusError, match=r"example\.csv"):
        judge_example_county(corpus, Told())
