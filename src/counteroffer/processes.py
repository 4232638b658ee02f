"""Processes that share a folder, and processes that must not outlive the one that started them."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, parent_process
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def alone(folder: Path, wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold `folder` against other processes of ours. Where one has it, `wait` is called once and its end is awaited.

    The lock goes with the process that holds it, however that ends. Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # the lock would wait for ever for a file that it may not write
    (folder / ".lock").open("ab").close()
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def collect_seldom() -> None:
    """Look for circles among objects a hundred times less often: a process that reads a whole course and ends soon keeps most of what it makes."""
    gc.set_threshold(100_000, 50, 100)


def end_with_pipe() -> None:
    """End this process when the pipe at its standard input closes: whoever started it and holds the other end is gone."""

    def watch() -> None:
        # not by sys.stdin, whose lock a thread must not hold when the interpreter ends
        while os.read(0, 4096):
            pass
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def end_with_pool() -> None:
    """End this worker of a pool of processes when the process that made the pool is gone."""
    made_by = parent_process()
    if made_by is None:
        return

    def watch() -> None:
        connection.wait([made_by.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
