"""The rulebook: what is looked for, why, and the examples that test it."""

from collections.abc import Iterable

from flask import Blueprint, abort, render_template

from checker.report.wording import RULE_FOLDERS
from checker.rulebook import LinkRule, Rule
from webapp.parts import get_parts

bp = Blueprint("rules", __name__, url_prefix="/rules")


@bp.get("")
def index() -> str:
    """Every rule, by folder."""
    rules = get_parts().rulebook.rules.values()
    folders = {
        title: [rule for rule in rules if _folder(rule) == folder]
        for folder, title in RULE_FOLDERS.items()
    }
    return render_template("rules/index.html", folders=folders, total=len(rules))


@bp.get("/<rule_id>")
def show(rule_id: str) -> str:
    """One rule: authority, what it looks for, examples."""
    rule = get_parts().rulebook.rules.get(rule_id)
    if rule is None:
        abort(404)
    return render_template("rules/show.html", rule=rule, folder=RULE_FOLDERS[_folder(rule)])


@bp.app_template_filter("known_rules")
def known_rules(sources: Iterable[str]) -> list[Rule | LinkRule]:
    """The rules that found evidence; a model is none, nor is a rule that is gone since."""
    rules = get_parts().rulebook.rules
    names = dict.fromkeys(_rule_id(source) for source in sources)
    return [rules[name] for name in names if name in rules]


def _rule_id(source: str) -> str:
    """`training.staff` of `rule:training.staff@1`; empty where a model found the evidence."""
    kind, _, name = source.partition(":")
    return name.partition("@")[0] if kind == "rule" else ""


def _folder(rule: Rule | LinkRule) -> str:
    return rule.id.partition(".")[0]
