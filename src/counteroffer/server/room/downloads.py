"""The room's own script and styles for everybody; and, where that was asked for, the book and the EPUB for phones, and nothing beside them.

These are only for who is in the room: to others in the same Wi-Fi it is a workshop without a subject.
"""

from __future__ import annotations

import mimetypes

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_safe

from counteroffer.server import assets
from counteroffer.server.room.house import house
from counteroffer.server.room.replies import inside

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
# Other scripts of the server's name the course.
OWN = {"book.css", "server.css", "room.css", "room.js"}


@require_safe
def own(request: HttpRequest, name: str, digest: str) -> HttpResponse:
    """What the pages of a room are made with."""
    if name not in OWN:
        raise Http404
    return assets.asset(request, name, digest)


@require_safe
@inside
def book(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """A file of the book."""
    folder = house().book
    if folder is None:
        raise Http404
    wanted = (folder / (path or "index.html")).resolve()
    if wanted.is_dir() and wanted.is_relative_to(folder):
        return HttpResponseRedirect(f"{request.path.rstrip('/')}/index.html")
    if not wanted.is_file() or not wanted.is_relative_to(folder):
        raise Http404
    kind = mimetypes.guess_type(wanted.name)[0] or "application/octet-stream"
    return FileResponse(wanted.open("rb"), content_type=kind, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})


@require_safe
@inside
def epub(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 (Django's signature)
    """The book in one file."""
    path = house().epub
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="application/epub+zip", as_attachment=True, filename="course.epub")
