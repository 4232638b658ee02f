"""A small server for the built book: this machine only, and pages that can ask nothing of any other."""

from __future__ import annotations

import errno
import functools
import http.server
import sys
import webbrowser
from pathlib import Path

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the book, with the headers that keep a page to itself."""

    def end_headers(self) -> None:
        """Add the headers to every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: what a learner reads is nobody's business."""


class Server(http.server.ThreadingHTTPServer):
    """A server whose readers may close a page half-way."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that was given up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(folder: Path, port: int) -> Server:
    """A server of `folder` on the first free port from `port` (0 takes any). Raises OSError when a hundred are taken."""
    handler = functools.partial(Handler, directory=str(folder))
    for candidate in range(port, port + 100 if port else 1):
        try:
            return Server(("127.0.0.1", candidate), handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise OSError(errno.EADDRINUSE, f"no free port from {port}")


def serve_book(folder: Path, port: int, *, browser: bool) -> None:
    """Serve until interrupted."""
    with make_server(folder, port) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        print(f"The course is at {address} (stop with Ctrl+C).", flush=True)
        if browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("Stopped.")
