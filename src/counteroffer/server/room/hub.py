"""The stream of events: whole numbered snapshots to every page that listens, the newest alone, at most one a beat.

A page that slept or lost its line connects again and has the newest at once, so nothing needs to be sent twice.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

from counteroffer.server.room.clock import room_time

Scope = MutableMapping[str, Any]
Snapshot = dict[str, Any]
BEAT, QUIET = 0.25, 15
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


class Hub:
    """An ASGI application at one address. `draw(view)` gives a snapshot; `admit(view, cookies)` says who listens, or None to who may not.

    Both may wait.
    """

    def __init__(self, draw: Callable[[str], Snapshot], admit: Callable[[str, str], int | None]) -> None:
        self._draw, self._admit = draw, admit
        self._listening: dict[asyncio.Queue[Snapshot | None], tuple[str, int]] = {}
        self._left: set[int] = set()
        self._last: dict[str, Snapshot] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stale = asyncio.Event()
        self._beating: asyncio.Task[None] | None = None
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="hub")
        self._number = 0

    def changed(self) -> None:
        """The room has changed. From any thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stale.set)

    def left(self, who: int) -> None:
        """End the streams of somebody who has left. From any thread."""
        # kept, for one who is being let in meanwhile
        self._left.add(who)
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end, who)

    def close(self) -> None:
        """End every stream. From any thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end)

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Stream to one page until it goes."""
        self._loop = asyncio.get_running_loop()
        view = parse_qs(scope["query_string"].decode("latin-1")).get("view", [""])[0]
        cookies = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"), "")
        who = await self._do(self._admit, view, cookies)
        if who is None or who in self._left:
            # 204: a browser does not ask again
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        self._beating = self._beating or self._loop.create_task(self._beat())
        queue: asyncio.Queue[Snapshot | None] = asyncio.Queue(1)
        self._listening[queue] = view, who
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            _newest(queue, self._last.get(view) or await self._drawn(view))
            await _stream(queue, receive, send)
        finally:
            self._listening.pop(queue, None)

    async def _beat(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                await self._tell()
            except Exception:  # noqa: BLE001 (whatever it was, the next beat tries again)
                self._stale.set()
            await asyncio.sleep(BEAT)

    async def _tell(self) -> None:
        for view in {view for view, _ in self._listening.values()} | set(self._last):
            before = self._last.get(view)
            after = await self._drawn(view)
            if before is None or before["parts"] != after["parts"]:
                for queue in [one for one, (seen, _) in self._listening.items() if seen == view]:
                    _newest(queue, after)

    async def _drawn(self, view: str) -> Snapshot:
        parts = await self._do(self._draw, view)
        self._number += 1
        self._last[view] = {"n": self._number, "parts": parts}
        return self._last[view]

    async def _do(self, work: Callable[..., Any], *given: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._drawing, work, *given)

    def _end(self, who: int | None = None) -> None:
        for queue, (_, listener) in self._listening.items():
            if who in {None, listener}:
                _newest(queue, None)


def _newest(queue: asyncio.Queue[Snapshot | None], snapshot: Snapshot | None) -> None:
    """Put it in the place of what waits, unless that is newer, or the end."""
    if queue.full():
        waits = queue.get_nowait()
        if waits is None or (snapshot and waits["n"] > snapshot["n"]):
            snapshot = waits
    queue.put_nowait(snapshot)


async def _stream(queue: asyncio.Queue[Snapshot | None], receive: Any, send: Any) -> None:
    gone = asyncio.ensure_future(_gone(receive))
    try:
        while True:
            waiting = asyncio.ensure_future(queue.get())
            await asyncio.wait({waiting, gone}, timeout=QUIET, return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                waiting.cancel()
                return
            if not waiting.done():
                waiting.cancel()
                await send(_body(b": here\n\n"))
                continue
            snapshot = waiting.result()
            if snapshot is None:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                return
            await send(_body(_event(snapshot)))
    finally:
        gone.cancel()


def _event(snapshot: Mapping[str, Any]) -> bytes:
    told = json.dumps({**snapshot, "now": round(room_time(), 1)}, ensure_ascii=False, separators=(",", ":"))
    return f"id: {snapshot['n']}\ndata: {told}\n\n".encode()


def _body(text: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": text, "more_body": True}


async def _gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
