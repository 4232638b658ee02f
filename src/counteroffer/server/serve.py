"""The process that serves: Django in threads that stay, behind one uvicorn; further parts are dispatched by address."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from a2wsgi import WSGIMiddleware

from counteroffer.server import running
from counteroffer.server.bodies import App, Message, unhurried
from counteroffer.server.database import database
from counteroffer.server.materials import Shelf
from counteroffer.server.settings import configure
from counteroffer.server.tls import Tls
from counteroffer.server.vault import Vault

THREADS = 8
_LINES = 65536
# Of TLS 1.2 these alone; those of 1.3 are good as they are, and nothing older is spoken.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def prepare(
    folder: Path, vault: Vault, url: str | None = None, hosts: tuple[str, ...] = (), *, tls: bool = False, shelf: Shelf | None = None
) -> None:
    """Set Django up on the folder's database, bring that to this version, and start the writer. Once a process."""
    configure(database(folder, url), vault, hosts, tls=tls)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    running.start(vault, shelf)
    from counteroffer.server.forget import forget_due
    from counteroffer.server.retakes import recognise

    forget_due()
    recognise()


def application(parts: Mapping[str, App] | None = None) -> App:
    """The whole as one ASGI application; `parts` answer at addresses of their own, all else is Django's."""
    from django.core.wsgi import get_wsgi_application

    threads: Any = WSGIMiddleware(get_wsgi_application(), workers=THREADS)  # type: ignore[arg-type]
    pages = unhurried(threads)

    async def dispatch(scope: Message, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await (parts or {}).get(scope["path"], pages)(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close"})

    return dispatch


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens at the first free port from `port` (0 takes any). Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, port + 100 if port else 1):
        # named as TCP, or asyncio leaves Nagle's algorithm on, by which an answer in two packets waits 40 ms
        found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, candidate))
        except OSError:
            found.close()
            if candidate == port + 99 or not port:
                raise
        else:
            # who comes before the pages are ready waits
            found.listen(512)
            return found
    raise OSError(f"no free port from {port}")


def _many_lines() -> None:
    """Let the process hold as many lines as the system allows: a few hundred that somebody opens and leaves open shut nobody out."""
    try:
        import resource

        least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(least, min(most, _LINES)), most))
    except (ImportError, ValueError, OSError):
        # as many as there are
        return


class _Server(uvicorn.Server):
    """Tells `ending` when it is asked to end: streams would hold it up."""

    ending: Callable[[], None] | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """As uvicorn does, once the streams are told."""
        if self.ending:
            self.ending()
        super().handle_exit(sig, frame)


def serve(
    listening: socket.socket, tls: Tls | None = None, *, parts: Mapping[str, App] | None = None, ending: Callable[[], None] | None = None
) -> None:
    """Serve until interrupted; what waits to be written is written first. `ending` is called when an end is asked for."""
    _many_lines()
    # no lines about requests: what candidates do stands in the audit log, without addresses
    config = uvicorn.Config(
        application(parts), lifespan="off", access_log=False, log_level="warning", server_header=False, timeout_graceful_shutdown=5
    )
    if tls:
        config.ssl_ciphers = CIPHERS
        config.ssl_certfile, config.ssl_keyfile, config.ssl_keyfile_password = str(tls.certificate), str(tls.key), tls.password
    server = _Server(config)
    server.ending = ending
    try:
        server.run(sockets=[listening])
    finally:
        running.stop()
