"""Several serving processes on one PostgreSQL: they share the socket, and one that is killed is begun anew."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from types import FrameType


def several(number: int, listening: socket.socket, one: Callable[[socket.socket], None]) -> None:
    """Have `number` processes do `one` on the socket until this one is told to end. To be called while it has but one thread."""
    from django.db import connections

    # a connection is no thing to share
    connections.close_all()
    running = {_begin(listening, one) for _ in range(number)}
    ending = False

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal ending
        ending = True
        for process in running:
            os.kill(process, signal.SIGTERM)

    for which in (signal.SIGINT, signal.SIGTERM):
        signal.signal(which, end)
    while running:
        process, status = os.wait()
        running.discard(process)
        if ending:
            continue
        if os.WIFSIGNALED(status):
            running.add(_begin(listening, one))
        else:
            # what fails by itself would only fail again
            end(signal.SIGTERM, None)


def _begin(listening: socket.socket, one: Callable[[socket.socket], None]) -> int:
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        for which in (signal.SIGINT, signal.SIGTERM):
            signal.signal(which, signal.SIG_DFL)
        one(listening)
        status = 0
    finally:
        # nothing of the parent's is done a second time
        os._exit(status)
