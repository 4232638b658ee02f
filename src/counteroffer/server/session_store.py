"""Django's sessions in the database, written by the one writer."""

from __future__ import annotations

from django.contrib.sessions.backends import db

from counteroffer.server import running


class SessionStore(db.SessionStore):
    """A session; between the threads of requests only the writer writes."""

    def save(self, must_create: bool = False) -> None:  # noqa: FBT002 (Django's signature)
        """As Django does, in the writer's turn."""
        running.write(lambda: super(SessionStore, self).save(must_create))

    def delete(self, session_key: str | None = None) -> None:
        """As Django does, in the writer's turn."""
        running.write(lambda: super(SessionStore, self).delete(session_key))
