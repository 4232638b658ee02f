"""The socket that the server listens at."""

from __future__ import annotations

import asyncio
import socket

from counteroffer.server.serve import bound
from tests.server.loops import finish


def test_an_answer_in_two_packets_does_not_wait() -> None:
    """With Nagle's algorithm on, each page comes 40 ms late."""

    async def asked() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            told.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = bound("127.0.0.1", 0)
        async with await asyncio.start_server(answer, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            found = await told
            writer.close()
        return found

    assert finish(asked()) != 0
