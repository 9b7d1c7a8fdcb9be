import pytest

from checker.errors import RuleFileError
from checker.model import Label
from checker.rulebook import AreaRule, load_rulebook


def _problems(folder) -> tuple[str, ...]:
    with pytest.raises(RuleFileError) as caught:
        load_rulebook(folder)
    return caught.value.problems


def test_loader_reads_a_rule_with_its_defaults(write, rule_text):
    rulebook = load_rulebook(write("training/staff.yml", rule_text))
    (rule,) = rulebook.of(AreaRule)
    assert rule.labels == (Label.TRAINING,)
    assert (rule.strength, rule.ref, rule.citation) == (
        "specific",
        "rule:training.staff@1",
        "s.54(5)(f)",
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("labels: [training]", "labels: [learning]", "labels.0: Input should be 'approval'"),
        ("labels: [training]", "labels: []", "labels: Tuple should have at least 1 item"),
        ("labels: [training]", "label: training", "label: Extra inputs are not permitted"),
        ("title: Staff are trained", "title: ''", "title: String should have at least 1"),
        ("title: Staff are trained\n", "", "title: Field required"),
        (
            "  - cite: s.54(5)(f)",
            "  - url: https://example.org",
            "authority.0.cite: Field required",
        ),
        ("id: training.staff", "id: training.people", "id is 'training.people' and should be"),
        ("match:\n  - train staff", "also:\n  - train staff", "needs `match` or `regex`"),
        ("  - train staff", "  - train ...", "must begin and end with a word"),
        ("  - train staff", "  - '... staff'", "must begin and end with a word"),
        ("  - train staff", "  - train =staff|people", "mixes exact words with stems"),
        ("  - train staff", "  - train staff||people", "has a place without a word"),
        ("  - train staff", "  - train NUMBER|staff", "NUMBER stands alone"),
        ("  - train staff", "  - train - staff", "has a place without a word"),
        ("  - train staff", "  - train? staff?", "needs a word that is not optional"),
        ("match:\n  - train staff", "regex:\n  - '(train'", "is not a regular expression"),
        (
            "    - Staff who train staff are tired.\n",
            "",
            "examples.hit: Tuple should have at least 2",
        ),
        ("    - The staff are tired.\n", "", "examples.miss: Tuple should have at least 2"),
        ("match:", "version: 0\nmatch:", "version: Input should be greater than or equal to 1"),
        ("match:", "force: law\nmatch:", "force: Input should be 'must'"),
        ("match:", "match: [", "is not YAML"),
    ],
)
def test_loader_names_what_is_wrong_with_a_rule(write, rule_text, old, new, problem):
    assert old in rule_text
    problems = _problems(write("training/staff.yml", rule_text.replace(old, new, 1)))
    assert all(found.startswith("training/staff.yml: ") for found in problems)
    assert problem in " ".join(problems)


def test_loader_reports_every_problem_of_every_file_at_once(write, rule_text):
    write("training/staff.yml", rule_text.replace("title:", "titel:"))
    write("policies/staff.yml", rule_text)
    write("sundries/staff.yml", rule_text)
    folder = write("scoring.yml", "identity: high")
    problems = _problems(folder)
    assert {problem.partition(":")[0] for problem in problems} == {
        "training/staff.yml",
        "policies/staff.yml",
        "sundries/staff.yml",
        "scoring.yml",
    }
    assert "unknown folder; known are structure, policies" in " ".join(problems)


def test_loader_says_that_scoring_is_missing(write, rule_text):
    folder = write("training/staff.yml", rule_text)
    (folder / "scoring.yml").unlink()
    assert _problems(folder) == ("scoring.yml: is missing",)


def test_loader_says_that_there_are_no_rules(tmp_path):
    assert _problems(tmp_path)[0].startswith("no rules: ")


def test_rulebook_keeps_drafts_and_retired_rules_out_of_use(write, rule_text):
    write("training/staff.yml", rule_text)
    for status in ("draft", "retired"):
        text = rule_text.replace("training.staff", f"training.{status}")
        folder = write(f"training/{status}.yml", f"{text}status: {status}\n")
    rulebook = load_rulebook(folder)
    assert [rule.id for rule in rulebook.of(AreaRule)] == ["training.staff"]
    assert len(rulebook.text_rules) == 3


def test_rulebook_digest_changes_with_any_rule_and_only_then(write, rule_text):
    folder = write("training/staff.yml", rule_text)
    before = load_rulebook(folder).digest
    assert load_rulebook(folder).digest == before
    write("training/staff.yml", rule_text.replace("dogs", "horses"))
    assert load_rulebook(folder).digest != before
