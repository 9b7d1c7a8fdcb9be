"""The pages: one blueprint for each task of a user."""

import secrets
from datetime import timedelta

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined
from sqlalchemy.orm import Session, sessionmaker

from checker import __version__
from checker.rulebook import Rulebook
from checker.settings import Settings
from webapp import about, missing, organisations, overview, rules, selfcheck, statements
from webapp.errors import register_error_pages
from webapp.formatters import register_filters
from webapp.headers import add_security_headers
from webapp.parts import CheckedDraft, Parts, StatementChecker

__all__ = ["CheckedDraft", "StatementChecker", "create_app"]

_BLUEPRINTS = (overview, organisations, statements, missing, selfcheck, rules, about)


def create_app(
    settings: Settings,
    *,
    session_factory: sessionmaker[Session],
    rulebook: Rulebook,
    checker: StatementChecker | None = None,
) -> Flask:
    """The web application; without a `checker` the self-check says that it is not available."""
    app = Flask(__name__)
    app.request_class = selfcheck.InMemoryRequest
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key or secrets.token_hex(),
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a draft may lie open in the browser for a day
        MAX_CONTENT_LENGTH=selfcheck.MAX_REQUEST_BYTES,
        MAX_FORM_MEMORY_SIZE=selfcheck.MAX_REQUEST_BYTES,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=1),
        BOOTSTRAP_SERVE_LOCAL=True,
    )
    app.extensions["parts"] = Parts(
        session_factory=session_factory, rulebook=rulebook, checker=checker
    )
    app.jinja_env.globals["version"] = __version__
    app.jinja_env.undefined = StrictUndefined
    Bootstrap5(app)
    CSRFProtect(app)
    for module in _BLUEPRINTS:
        app.register_blueprint(module.bp)
    register_filters(app)
    register_error_pages(app)
    app.after_request(add_security_headers)
    return app
