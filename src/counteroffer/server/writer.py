"""The one writer: what requests want written is committed together, and acknowledged once it is on the disk.

A write is a function that checks and changes in the writer's transaction, so what it checks still holds when it is committed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from django.db import DatabaseError, IntegrityError, InterfaceError, connection, transaction

R = TypeVar("R")
_TOGETHER = 64
# So that the log's chain has one end, however many processes write.
_LOCK = "SELECT pg_advisory_xact_lock(20261112)"


class Unavailable(Exception):  # noqa: N818 (a state of the store)
    """Nothing was written: the disk is full, or the database cannot be reached. It may be tried again."""


class Writer:
    """A thread that writes for all others. Close it to end the thread."""

    def __init__(self) -> None:
        self._wanted: SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def write(self, change: Callable[[], R]) -> R:
        """Do `change` in a transaction, and return what it returns once that is committed.

        What `change` raises is raised here, and nothing of it is written. Raises Unavailable when the store cannot be written.
        """
        if threading.current_thread() is self._thread:
            # a change that writes by a way that asks for the writer, as sessions do
            return change()
        done: Future[R] = Future()
        self._wanted.put((change, done))
        return done.result()

    def close(self) -> None:
        """Write what is waiting, then end."""
        self._wanted.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._batch()
            if batch:
                _commit(batch)
        connection.close()

    def _batch(self) -> tuple[list[tuple[Callable[[], Any], Future[Any]]], bool]:
        """Everything that waits, at least one; and whether more may come."""
        batch = []
        one = self._wanted.get()
        while one is not None:
            batch.append(one)
            if len(batch) == _TOGETHER:
                return batch, True
            try:
                one = self._wanted.get_nowait()
            except Empty:
                return batch, True
        return batch, False


def _commit(batch: list[tuple[Callable[[], Any], Future[Any]]]) -> None:
    """Write a batch; nobody hears anything before it is committed."""
    outcomes: list[tuple[Future[Any], Any, Exception | None]] = []
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(_LOCK)
            for change, done in batch:
                outcomes.append((done, *_one(change)))
    except Exception:  # noqa: BLE001 (whatever kept it from being committed, each must hear of it)
        # a connection that has failed is made anew by the next batch
        connection.close()
        for _, done in batch:
            done.set_exception(Unavailable("The store cannot be written."))
        return
    for done, result, error in outcomes:
        if error is None:
            done.set_result(result)
        else:
            done.set_exception(error)


def _one(change: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """What one change gives or raises; a fault of the store itself ends the batch."""
    try:
        with transaction.atomic():
            return change(), None
    except IntegrityError as error:
        return None, error
    except (DatabaseError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001 (it is raised again where the change was asked for)
        return None, error
