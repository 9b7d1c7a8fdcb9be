"""Prints what failed in a batch."""

from collections.abc import Iterable

import click

from checker.model import Issue, IssueLevel


def echo_issues(issues: Iterable[Issue]) -> bool:
    """Print every issue to stderr; whether one of them is an error."""
    errors = False
    for issue in issues:
        click.echo(f"{issue.level.value}: {issue.subject}: {issue.message}", err=True)
        errors = errors or issue.level is IssueLevel.ERROR
    return errors
