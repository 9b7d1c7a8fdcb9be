"""The command `checker`: parses, calls the pipeline or the county, prints.

stdout carries data, stderr messages and progress. Exit codes: 0 done, 1 done with failures of
single items, 2 usage, the others in `checker/errors.py`.
"""

import errno
import logging
import os
import sys
from importlib import import_module
from typing import Any

import click

from checker import __version__
from checker.errors import CheckerError
from checker.settings import Settings

_ADVICE = {
    errno.ENOSPC: "Free some space",
    errno.EDQUOT: "Free some space",
    errno.EACCES: "Check the rights",
    errno.EROFS: "Choose a place that may be written to",
}


# Where each command is. Only the one that runs is imported: the libraries of all take seconds.
_MODULES = {
    "assess": "crawl",
    "check": "check",
    "crawl": "crawl",
    "db": "database",
    "demo": "demo",
    "evaluate": "evaluate",
    "label": "label",
    "missing": "missing",
    "register": "register",
    "rules": "rules",
    "serve": "serve",
    "train": "train",
}


class _Checker(click.Group):
    """Turns every error that a person can act on into a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"checker.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CheckerError as error:
            click.echo(f"checker: {error}", err=True)
            sys.exit(error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe had enough
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                sys.exit(0)
            if error.errno not in _ADVICE:
                raise
            advice = _ADVICE[error.errno]
            click.echo(f"checker: {error}. {advice} and run the command again.", err=True)
            sys.exit(CheckerError.exit_code)


@click.group(cls=_Checker, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="checker")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Find modern slavery statements and read them against section 54.

    Not legal advice. Settings come from the environment: CHECKER_DATABASE_URL, CHECKER_WORKERS and
    the others of docs/reference/settings.md.
    """
    for library in ("urllib3", "bs4"):  # what they warn of is in the proof of search
        logging.getLogger(library).setLevel(logging.ERROR)
    ctx.obj = Settings.from_env(os.environ)
