"""Where the server stores: SQLite in its folder, or PostgreSQL by URL."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

FILE = "exam.sqlite3"
# An acknowledged write is on the disk: a flush at every commit.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"


def database(folder: Path, url: str | None = None) -> dict[str, Any]:
    """Django's settings of the database: that of `folder`, or of `postgresql://user:password@host:port/name?option=value`.

    Raises ValueError for a URL of another kind.
    """
    if not url:
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / FILE), "CONN_MAX_AGE": None, "OPTIONS": options}
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError("The address of a database looks like postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def use(settings: dict[str, Any]) -> None:
    """From now on this process stores in another database; threads that have used the one before must have ended. For tests."""
    from django.db import connections

    connections.close_all()
    connections.settings = connections.configure_settings({"default": settings})
    # this thread may have had none
    with suppress(AttributeError):
        del connections["default"]
