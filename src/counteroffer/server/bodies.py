"""Requests are read whole before a thread is given to them, and answers are sent once it is free: a slow line holds no thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
# Bytes of a request: a list of candidates that staff send, and whatever else is sent. Seconds until all of it is here.
LARGEST_LIST, LARGEST = 4 * 1024 * 1024, 64 * 1024
PATIENCE = 60.0
_WHY = {408: b"The request took too long.", 413: b"The request is too large."}


def unhurried(app: App) -> App:
    """The same application, asked only with whole requests."""

    async def asked(scope: Message, receive: Receive, send: Send) -> None:
        try:
            largest = LARGEST_LIST if scope["path"].startswith("/staff/") else LARGEST
            body = await asyncio.wait_for(_whole(receive, largest), PATIENCE)
        except TimeoutError:
            return await _refuse(send, 408)
        except OverflowError:
            return await _refuse(send, 413)
        if body is None:
            return None
        answer: list[Message] = []

        async def given() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def kept(message: Message) -> None:
            answer.append(message)

        await app(scope, given, kept)
        for message in answer:
            await send(message)
        return None

    return asked


async def _whole(receive: Receive, largest: int) -> bytes | None:
    """The body; None where whoever asked has gone. Raises OverflowError."""
    found = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        found += message.get("body", b"")
        if len(found) > largest:
            raise OverflowError
        if not message.get("more_body"):
            return bytes(found)


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": _WHY[status]})
