"""Composition root of the web process: settings in, Flask application out."""

import os

from flask import Flask

from checker.analysis import Analyser, load_model
from checker.pipeline import StatementPipeline
from checker.rulebook import load_rulebook
from checker.settings import Settings
from checker.store import make_session_factory
from webapp import create_app


def application() -> Flask:
    """The pages on the database of `CHECKER_DATABASE_URL`, with the self-check.

    Raises:
        UserError: A setting, the rulebook or the database address cannot be used.
    """
    settings = Settings.from_env(os.environ)
    rulebook = load_rulebook(settings.rules_dir)
    return create_app(
        settings,
        session_factory=make_session_factory(settings.database_url),
        rulebook=rulebook,
        checker=StatementPipeline(Analyser(rulebook, load_model(settings.corpus_dir))),
    )
