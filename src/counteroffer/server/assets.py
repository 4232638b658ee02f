"""Script and styles: a fixed list of built files, each under an address that changes with it."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from counteroffer.web.bundle import bundle

_CSS = "text/css; charset=utf-8"
_KINDS = {"book.css": _CSS, "sitting.js": "text/javascript; charset=utf-8", "server.css": _CSS, "paper.css": _CSS}
_YEAR = "public, max-age=31536000, immutable"


def address(name: str) -> str:
    """Where a file is served."""
    return f"/assets/{hashlib.sha256(_read(name)).hexdigest()[:12]}/{name}"


@require_safe
def asset(request: HttpRequest, name: str, digest: str) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """One of the files, for a year."""
    if name not in _KINDS:
        return HttpResponse(status=404)
    return HttpResponse(_read(name), headers={"Content-Type": _KINDS[name], "Cache-Control": _YEAR})


@lru_cache(maxsize=8)
def _read(name: str) -> bytes:
    own = Path(__file__).with_name("templates") / name
    return (own if own.is_file() else bundle() / name).read_bytes()
