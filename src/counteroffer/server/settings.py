"""Django's settings, made in the process that serves: they depend on the keys, which are in no file of settings."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import django
from django.conf import settings

from counteroffer.server.vault import Vault

HOURS = 3600


def configure(
    database: dict[str, Any], vault: Vault, hosts: Sequence[str] = (), *, tls: bool = False, urls: str = "counteroffer.server.urls"
) -> None:
    """Set Django up, once a process. `hosts` are the names under which the server may be asked, besides this machine's own.

    `urls` names the module of the addresses: those of examinations, or of a room.
    """
    settings.configure(
        SECRET_KEY=vault.key("django").hex(),
        ALLOWED_HOSTS=["127.0.0.1", "localhost", "[::1]", *hosts],
        DATABASES={"default": database},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["django.contrib.sessions", "counteroffer.server"],
        ROOT_URLCONF=urls,
        MIDDLEWARE=[
            "counteroffer.server.guard.guard",
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "counteroffer.server.guard.plain",
            "django.middleware.csrf.CsrfViewMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"],
        SESSION_ENGINE="counteroffer.server.session_store",
        # a browser takes a name with this prefix from no other host and over no open line
        SESSION_COOKIE_NAME="__Host-session" if tls else "session",
        CSRF_COOKIE_NAME="__Host-csrf" if tls else "csrf",
        SESSION_COOKIE_AGE=12 * HOURS,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=tls,
        CSRF_COOKIE_HTTPONLY=True,
        CSRF_COOKIE_SAMESITE="Strict",
        CSRF_COOKIE_SECURE=tls,
        CSRF_COOKIE_AGE=None,
        CSRF_FAILURE_VIEW="counteroffer.server.guard.no_token",
        SECURE_REFERRER_POLICY="same-origin",
        SECURE_CONTENT_TYPE_NOSNIFF=True,
        DATA_UPLOAD_MAX_MEMORY_SIZE=1024 * 1024,
        DATA_UPLOAD_MAX_NUMBER_FIELDS=400,
        # a list of candidates is never written to a file of the system's
        FILE_UPLOAD_HANDLERS=["django.core.files.uploadhandler.MemoryFileUploadHandler"],
        USE_TZ=True,
        USE_I18N=False,
        LOGGING_CONFIG=None,
    )
    # what was asked for and not found is nobody’s business
    logging.getLogger("django.request").setLevel(logging.ERROR)
    django.setup()
