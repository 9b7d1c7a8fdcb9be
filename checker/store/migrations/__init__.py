"""The database's tables, step by step: Alembic, from the first table."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import make_url

from checker.errors import StoreError
from checker.store.session import make_engine, translated_errors


def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest form, making it where there is none.

    Raises:
        StoreError: The address cannot be used, its folder cannot be made or written to, or the
            database was made by a later version of this program.
    """
    engine = make_engine(url)
    _make_folder(url)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    try:
        with translated_errors(engine), engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as exc:
        message = (
            f"{engine.url.render_as_string(hide_password=True)}: it was made by a later version "
            f"of this program; install that version. ({exc})"
        )
        raise StoreError(message) from exc
    finally:
        engine.dispose()


def _make_folder(url: str) -> None:
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        message = (
            f"The database's folder {folder} cannot be made ({exc.strerror}). "
            "Make it yourself, or name another with CHECKER_DATABASE_URL."
        )
        raise StoreError(message) from exc
