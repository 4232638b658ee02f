"""The stream: the newest snapshot at once, then only what is new, the newest alone; nobody who may not; and an end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from counteroffer.server.room import hub as hub_module
from counteroffer.server.room.hub import Hub, Snapshot
from tests.server.loops import finish


class Listener:
    """A page that listens, as an ASGI server would have it."""

    def __init__(self, hub: Hub, view: str = "here", seat: str = "one") -> None:
        self.events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.status: int | None = None
        self.gone = asyncio.Event()
        scope: Any = {"query_string": f"view={view}".encode(), "headers": [(b"cookie", f"room-seat={seat}".encode())]}
        self.task = asyncio.ensure_future(hub(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, str]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["body"].startswith(b"id:"):
            await self.events.put(json.loads(message["body"].decode().split("data: ")[1]))

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.events.get(), 20)


class Words:
    """What is drawn: it can be changed."""

    def __init__(self) -> None:
        self.now = "first"
        self.drawn = 0

    def draw(self, view: str) -> Snapshot:
        self.drawn += 1
        return {"stage": {"v": self.now, "html": f"{view}: {self.now}"}}


def run(scene: Callable[[Hub, Words], Awaitable[None]]) -> None:
    words = Words()
    hub = Hub(words.draw, lambda view, cookies: None if view == "lead" else 2 if "two" in cookies else 1)

    async def played() -> None:
        await scene(hub, words)

    finish(played())


def html(event: dict[str, Any]) -> str:
    return str(event["parts"]["stage"]["html"])


def test_the_newest_is_sent_at_once_and_then_what_is_new() -> None:
    async def scene(hub: Hub, words: Words) -> None:
        one, other = Listener(hub), Listener(hub, "screen")
        first = await one.next()
        assert (html(first), html(await other.next())) == ("here: first", "screen: first")
        words.now = "second"
        hub.changed()
        second = await one.next()
        assert (html(second), html(await other.next())) == ("here: second", "screen: second")
        assert second["n"] > first["n"]
        late = Listener(hub)
        assert html(await late.next()) == "here: second"

    run(scene)


def test_a_change_that_a_view_does_not_show_is_not_sent_to_it() -> None:
    async def scene(hub: Hub, words: Words) -> None:
        one = Listener(hub)
        await one.next()
        drawn = words.drawn
        hub.changed()
        while words.drawn == drawn:  # noqa: ASYNC110 (until the hub has looked)
            await asyncio.sleep(0)
        words.now = "second"
        hub.changed()
        assert html(await one.next()) == "here: second"
        assert one.events.empty()

    run(scene)


def test_who_is_slow_gets_the_newest_alone() -> None:
    from counteroffer.server.room.hub import _newest

    async def scene() -> None:
        queue: asyncio.Queue[Snapshot | None] = asyncio.Queue(1)
        for number in range(5):
            _newest(queue, {"n": number})
        assert queue.get_nowait() == {"n": 4}
        for snapshot in ({"n": 5}, {"n": 3}):
            _newest(queue, snapshot)
        assert queue.get_nowait() == {"n": 5}, "nor what was drawn before"
        for end in (None, {"n": 6}):
            _newest(queue, end)
        assert queue.get_nowait() is None, "an end stays the end"

    finish(scene())


def test_who_may_not_is_told_not_to_ask_again() -> None:
    async def scene(hub: Hub, _: Words) -> None:
        stranger = Listener(hub, "lead")
        await asyncio.wait_for(stranger.task, 20)
        assert (stranger.status, stranger.events.empty()) == (204, True)

    run(scene)


def test_streams_end_when_the_server_does_and_when_the_page_goes() -> None:
    async def scene(hub: Hub, _: Words) -> None:
        one, other = Listener(hub), Listener(hub)
        await one.next()
        await other.next()
        other.gone.set()
        await asyncio.wait_for(other.task, 20)
        hub.close()
        await asyncio.wait_for(one.task, 20)

    run(scene)


def test_the_streams_of_a_seat_that_left_end_and_the_others_go_on() -> None:
    async def scene(hub: Hub, words: Words) -> None:
        one, tab, other = Listener(hub), Listener(hub), Listener(hub, seat="two")
        for each in (one, tab, other):
            await each.next()
        hub.left(1)
        await asyncio.wait_for(asyncio.gather(one.task, tab.task), 20)
        words.now = "second"
        hub.changed()
        assert html(await other.next()) == "here: second"
        assert one.events.empty()

    run(scene)


def test_a_seat_that_leaves_while_its_stream_is_let_in_is_told_nothing() -> None:
    async def scene(hub: Hub, _: Words) -> None:
        def leaving(_view: str, _cookies: str) -> int:
            hub.left(1)
            return 1

        hub._admit = leaving
        one = Listener(hub)
        await asyncio.wait_for(one.task, 20)
        assert (one.status, one.events.empty()) == (204, True)

    run(scene)


def test_a_change_while_the_first_picture_is_drawn_breaks_no_stream() -> None:
    async def scene(hub: Hub, _: Words) -> None:
        drawn = hub._drawn

        async def overtaken(view: str) -> Snapshot:
            first = await drawn(view)
            # a beat comes meanwhile, and puts what is newer into the queue
            for queue in hub._listening:
                hub_module._newest(queue, {"n": 99, "parts": {"stage": {"v": "b", "html": "newer"}}})
            return first

        hub._drawn = overtaken  # type: ignore[method-assign]
        one = Listener(hub)
        assert html(await one.next()) == "newer"
        assert one.events.empty()

    run(scene)


def test_a_picture_that_fails_is_tried_again() -> None:
    async def scene(hub: Hub, words: Words) -> None:
        one = Listener(hub)
        await one.next()
        draw = words.draw
        failed: list[str] = []

        def broken(view: str) -> Snapshot:
            if not failed:
                failed.append(view)
                raise OSError("disk full")
            return draw(view)

        hub._draw = broken
        words.now = "second"
        hub.changed()
        assert html(await one.next()) == "here: second"
        assert failed

    run(scene)
