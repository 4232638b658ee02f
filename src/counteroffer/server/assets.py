"""Script and styles: a fixed list of built files, each under an address that changes with it."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from counteroffer.language import BASE, WORDS, Language
from counteroffer.language.catalogues import place
from counteroffer.server import running
from counteroffer.translate.script import words_script
from counteroffer.web.bundle import bundle

_CSS, _SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_KINDS = {"book.css": _CSS, "server.css": _CSS, "paper.css": _CSS, "room.css": _CSS, "sitting.js": _SCRIPT, "room.js": _SCRIPT}
_WORDS = re.compile(r"words-([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.js")
_YEAR = "public, max-age=31536000, immutable"


def address(name: str) -> str:
    """Where a file is served."""
    return f"/assets/{hashlib.sha256(_read(name)).hexdigest()[:12]}/{name}"


@require_safe
def asset(request: HttpRequest, name: str, digest: str) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """One of the files, for a year."""
    spoken = _WORDS.fullmatch(name)
    if name not in _KINDS and not (spoken and _has_words(running.now().language(spoken[1]))):
        return HttpResponse(status=404)
    return HttpResponse(_read(name), headers={"Content-Type": _KINDS.get(name, _SCRIPT), "Cache-Control": _YEAR})


def words(language: Language) -> str | None:
    """Where what the script says in a language is served; None where it speaks the language by itself, or nobody has translated it."""
    return address(f"words-{language.code}.js") if _has_words(language) else None


def _has_words(language: Language) -> bool:
    return language.code != BASE and any(place(folder, language.code, WORDS).is_file() for folder in language.folders)


@lru_cache(maxsize=32)
def _read(name: str) -> bytes:
    if spoken := _WORDS.fullmatch(name):
        return words_script(running.now().language(spoken[1])).encode()
    own = Path(__file__).with_name("templates") / name
    return (own if own.is_file() else bundle() / name).read_bytes()
