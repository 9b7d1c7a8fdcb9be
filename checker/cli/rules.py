"""`checker rules`: shows the rulebook and runs its examples."""

import sys

import click

from checker.analysis import failing_examples
from checker.crawl import failing_link_examples
from checker.errors import UserError
from checker.rulebook import LinkRule, load_rulebook
from checker.settings import Settings


@click.group()
def rules() -> None:
    """Show the rules, or run their examples."""


@rules.command("list")
@click.pass_obj
def list_rules(settings: Settings) -> None:
    """One line for each rule.

    Example: checker rules list
    """
    for rule in load_rulebook(settings.rules_dir).rules.values():
        click.echo(f"{rule.id}\t{rule.title}")


@rules.command()
@click.argument("rule_id")
@click.pass_obj
def show(settings: Settings, *, rule_id: str) -> None:
    """Show one rule as it stands in its file.

    Example: checker rules show training.induction
    """
    known = load_rulebook(settings.rules_dir).rules
    if rule_id not in known:
        raise UserError(f"There is no rule {rule_id!r}. `checker rules list` shows all.")
    folder, _, name = rule_id.partition(".")
    click.echo((settings.rules_dir / folder / f"{name}.yml").read_text(encoding="utf-8"), nl=False)


@rules.command("lint")
@click.pass_obj
def lint(settings: Settings) -> None:
    """Check that every rule file is well formed; all problems are reported at once."""
    count = len(load_rulebook(settings.rules_dir).rules)
    click.echo(f"{count} rules are well formed.", err=True)


@rules.command("test")
@click.pass_obj
def run_examples(settings: Settings) -> None:
    """Run the examples of every rule.

    Example: checker rules test
    """
    rulebook = load_rulebook(settings.rules_dir)
    failures = [*failing_examples(rulebook), *failing_link_examples(rulebook.of(LinkRule))]
    for failure in failures:
        click.echo(failure)
    click.echo(f"{len(rulebook.rules)} rules run, {len(failures)} examples fail.", err=True)
    if failures:
        sys.exit(1)
