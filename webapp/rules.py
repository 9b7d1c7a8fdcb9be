"""The rulebook: what is looked for, why, and the examples that test it."""

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


@bp.app_template_test("known_rule")
def is_known(rule_id: str) -> bool:
    """Whether the rule has a page: an old assessment may name one that is gone."""
    return rule_id in get_parts().rulebook.rules


def _folder(rule: Rule | LinkRule) -> str:
    return rule.id.partition(".")[0]
