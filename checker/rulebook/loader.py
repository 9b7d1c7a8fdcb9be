"""Reads rules/ into one frozen `Rulebook`, reporting every problem of every file at once."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import srsly
from pydantic import BaseModel, ValidationError

from checker.errors import RuleFileError
from checker.model import ContentArea
from checker.rulebook.schema import (
    AreaRule,
    BodyRule,
    FindingRule,
    IdentityRule,
    LinkRule,
    ModalityRule,
    RequirementRule,
    Rule,
    StrengthRule,
)
from checker.rulebook.scoring import Scoring

_Kind = TypeVar("_Kind", bound=BaseModel)

_FOLDERS: dict[str, type[Rule | LinkRule]] = {
    **{area.value: AreaRule for area in ContentArea},
    "requirements": RequirementRule,
    "bodies": BodyRule,
    "modality": ModalityRule,
    "strength": StrengthRule,
    "findings": FindingRule,
    "identity": IdentityRule,
    "discovery": LinkRule,
}


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """All rules, by id, with the scoring and the digest that names this state of them.

    Attributes:
        rules: Every rule by its id, in the order of the folders' names.
        scoring: rules/scoring.yml.
        digest: Hexadecimal SHA-256 over all rule files.
    """

    rules: dict[str, Rule | LinkRule]
    scoring: Scoring
    digest: str

    def of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """The stable rules of one kind."""
        return tuple(
            rule
            for rule in self.rules.values()
            if isinstance(rule, kind) and getattr(rule, "status", "stable") == "stable"
        )

    @cached_property
    def text_rules(self) -> tuple[Rule, ...]:
        """Every rule that reads sentences, whatever its status."""
        return tuple(rule for rule in self.rules.values() if isinstance(rule, Rule))


def load_rulebook(folder: Path) -> Rulebook:
    """The rulebook of `folder`: `scoring.yml` and one rule in each `<kind>/<name>.yml`.

    Raises:
        RuleFileError: Files are missing or wrong; holds every problem of every file.
    """
    problems: list[str] = []
    rules: dict[str, Rule | LinkRule] = {}
    paths = sorted(folder.glob("*/*.yml"))
    if not paths:
        problems.append(f"no rules: {folder} should hold files such as training/staff.yml")
    for path in paths:
        name = f"{path.parent.name}/{path.name}"
        kind = _FOLDERS.get(path.parent.name)
        if kind is None:
            problems.append(f"{name}: unknown folder; known are {', '.join(_FOLDERS)}")
            continue
        rule = _parse(path, name, kind, problems)
        if rule is None:
            continue
        expected = f"{path.parent.name}.{path.stem}"
        if rule.id != expected:
            problems.append(f"{name}: id is {rule.id!r} and should be {expected!r}")
        if isinstance(rule, Rule) and not (rule.match or rule.regex):
            problems.append(f"{name}: needs `match` or `regex`")
        rules[expected] = rule
    scoring = _parse(folder / "scoring.yml", "scoring.yml", Scoring, problems)
    if problems or scoring is None:
        raise RuleFileError(folder, problems)
    return Rulebook(rules=rules, scoring=scoring, digest=_digest(folder))


def _parse(path: Path, name: str, kind: type[_Kind], problems: list[str]) -> _Kind | None:
    if not path.is_file():
        problems.append(f"{name}: is missing")
        return None
    try:
        value = srsly.read_yaml(path)
    except Exception as error:  # noqa: BLE001 - the YAML reader raises many kinds
        problems.append(f"{name}: is not YAML: {' '.join(str(error).split())}")
        return None
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        for problem in error.errors():
            where = ".".join(str(part) for part in problem["loc"])
            problems.append(f"{name}: {where}: {problem['msg']}")
        return None


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted([*folder.glob("*/*.yml"), folder / "scoring.yml"]):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
