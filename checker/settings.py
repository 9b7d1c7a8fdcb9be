"""Settings: one frozen object, read from the environment once, at the rim."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from checker import __version__
from checker.errors import SettingsError

_PACKAGE = Path(__file__).parent


def data_dir(name: str) -> Path:
    """Folder `rules` or `corpus`: beside the package in a checkout, inside it in a wheel."""
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / "_data" / name


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """How the crawler behaves towards other people's servers.

    Attributes:
        user_agent: Sent with every request; says who asks and where to complain.
        proxy: Forward proxy for every request, or empty; a host is then never resolved here.
        delay: Seconds between two requests to one host, unless robots.txt asks for more.
        timeout: Seconds to wait for a connection or for the next bytes.
        max_seconds: Seconds for one whole answer.
        max_bytes: Size limit of one answer, decompressed.
        max_pages: Requests for one organisation.
        allow_private: Whether private and loopback addresses may be visited (tests only).
    """

    user_agent: str = f"Section54Checker/{__version__} (Norfolk Anti-Slavery Network)"
    proxy: str = ""
    delay: float = 1.0
    timeout: float = 20.0
    max_seconds: float = 60.0
    max_bytes: int = 30_000_000
    max_pages: int = 40
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that differs between one installation and another.

    Attributes:
        database_url: SQLAlchemy address; the default is one SQLite file under `var/`.
        rules_dir: Folder of the rulebook.
        corpus_dir: Folder of postcodes, register and example sites.
        secret_key: Signs sessions and form tokens of the web pages; made anew when empty.
        workers: Organisations searched at the same time.
        port: Where `checker serve` listens on this machine.
        crawl: Behaviour of the crawler.
    """

    database_url: str = "sqlite:///var/checker.sqlite3"
    rules_dir: Path = field(default_factory=lambda: data_dir("rules"))
    corpus_dir: Path = field(default_factory=lambda: data_dir("corpus"))
    secret_key: str = ""
    workers: int = 8
    port: int = 5054
    crawl: CrawlSettings = CrawlSettings()

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Settings from variables named `CHECKER_…`; unset ones keep their default.

        Raises:
            SettingsError: A variable holds a value of the wrong kind.
        """
        default = cls()
        contact = environ.get("CHECKER_CONTACT", "")
        agent = CrawlSettings().user_agent
        return cls(
            database_url=environ.get("CHECKER_DATABASE_URL", default.database_url),
            rules_dir=Path(environ.get("CHECKER_RULES_DIR", default.rules_dir)),
            corpus_dir=Path(environ.get("CHECKER_CORPUS_DIR", default.corpus_dir)),
            secret_key=environ.get("CHECKER_SECRET_KEY", ""),
            workers=_number(environ, "CHECKER_WORKERS", default.workers, int),
            port=_number(environ, "CHECKER_PORT", default.port, int),
            crawl=CrawlSettings(
                user_agent=f"{agent[:-1]}; {contact})" if contact else agent,
                delay=_number(environ, "CHECKER_CRAWL_DELAY", default.crawl.delay, float),
                timeout=_number(environ, "CHECKER_CRAWL_TIMEOUT", default.crawl.timeout, float),
                max_pages=_number(environ, "CHECKER_CRAWL_PAGES", default.crawl.max_pages, int),
            ),
        )


_N = TypeVar("_N", int, float)


def _number(environ: Mapping[str, str], name: str, default: _N, kind: type[_N]) -> _N:
    value = environ.get(name, "")
    if not value:
        return default
    try:
        number = kind(value)
    except ValueError as error:
        raise SettingsError(f"{name} must be a number, not {value!r}.") from error
    if number <= 0:
        raise SettingsError(f"{name} must be more than 0, not {value!r}.")
    return number
