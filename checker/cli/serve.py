"""`checker serve`: the pages, on this machine."""

import os
import secrets
import socket
import sys

import click

from checker.errors import SettingsError
from checker.settings import Settings
from checker.store import upgrade

_HOST = "127.0.0.1"  # there are no accounts yet: nothing unconfirmed may leave this machine


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 5054.")
@click.pass_obj
def serve(settings: Settings, *, port: int | None) -> None:
    """Serve the pages on this machine until stopped with Ctrl-C.

    Example: checker serve --port 8000
    """
    run_server(settings.database_url, port or settings.port)


def run_server(database_url: str, port: int) -> None:
    """Become the web server; does not return.

    Raises:
        SettingsError: Another program listens on `port`.
        StoreError: The database cannot be brought up to date.
    """
    upgrade(database_url)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            raise SettingsError(
                f"Port {port} is taken ({error.strerror}). Choose another with --port."
            ) from error
    click.echo(f"Open http://{_HOST}:{port}/ (stop with Ctrl-C)", err=True)
    command = [sys.executable, "-m", "gunicorn", "--bind", f"{_HOST}:{port}"]
    command += ["--threads", "8", "--log-level", "warning", "wsgi:application()"]
    environ = {"CHECKER_SECRET_KEY": secrets.token_hex(), **os.environ}
    os.execve(sys.executable, command, {**environ, "CHECKER_DATABASE_URL": database_url})  # noqa: S606 - our own interpreter
