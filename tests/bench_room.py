"""A full room, printed (`make bench`): 200 phones listen and vote within five seconds; how long a vote takes to the projector, and that none is lost."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests.server.live import post, token
from tests.server.loops import finish
from tests.server.room.live import do, joined, lead, served

PHONES, WITHIN, BUDGET = 200, 5.0, 0.5


async def listen(address: str, view: str, cookie: str, heard: list[tuple[float, int]], ready: asyncio.Semaphore) -> None:
    """A stream, read to its end: when each snapshot came, and how many votes it says are in."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port), limit=1 << 22)
    writer.write(f"GET /events/?view={view} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookie}\r\n\r\n".encode())
    first = True
    while line := await reader.readline():
        if line.startswith(b"data: "):
            parts = json.loads(line[6:])["parts"]
            found = re.search(r"(\d+) votes? (?:are|is) in", parts["foot"]["html"] if view == "screen" else "")
            heard.append((time.perf_counter(), int(found[1]) if found else 0))
            if first:
                ready.release()
            first = False


async def vote(phone: tuple[str, str], client: httpx.AsyncClient, after: float) -> float:
    """When a phone sent its vote, which the server then called kept."""
    cookie, made = phone
    await asyncio.sleep(after)
    sent = time.perf_counter()
    headers = {"Cookie": cookie, "X-CSRFToken": made, "Accept": "application/json"}
    answer = await client.post("/here/vote/", data={"round": "1", "choice": "wait-1"}, headers=headers)
    assert answer.status_code == 200, answer.text
    return sent


async def voted(address: str, phones: list[tuple[str, str]], screen: str) -> list[float]:
    """How long each vote took to the projector, in seconds, in the order in which they were sent."""
    shown: list[tuple[float, int]] = []
    ready = asyncio.Semaphore(0)
    streams = [asyncio.create_task(listen(address, "screen", screen, shown, ready))]
    streams += [asyncio.create_task(listen(address, "here", cookie, [], ready)) for cookie, _ in phones]
    for _ in streams:
        await ready.acquire()
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=httpx.Limits(max_connections=PHONES)) as client:
        sent = sorted(await asyncio.gather(*(vote(phone, client, WITHIN * n / len(phones)) for n, phone in enumerate(phones))))
    while not shown or shown[-1][1] < len(phones):  # noqa: ASYNC110 (what is shown comes from a stream)
        await asyncio.sleep(0.05)
    for stream in streams:
        stream.cancel()
    return [next(at for at, number in shown if number >= place) - when for place, when in enumerate(sent, start=1)]


def cookies(browser: httpx.Client) -> str:
    """A browser's cookies as it sends them."""
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def full(folder: Path, number: int) -> tuple[list[float], int]:
    """How long the votes of so many phones took to the projector, and how many were counted."""
    with served(folder) as (_, address, code, key):
        phones = []
        for _ in range(number):
            browser = joined(address, code)
            phones.append((cookies(browser), token(browser, "/here/")))
            browser.close()
        first = lead(address, key)
        do(first, "case", of="small-case")
        do(first, "go-on")
        do(first, "vote")
        first.get("/screen/")
        took = sorted(finish(voted(address, phones, cookies(first))))
        do(first, "close")
        do(first, "show")
        counts = [int(one) for one in re.findall(r'co-count">(\d+)<', first.get("/screen/").text)]
        assert post(first, "/lead/", "/lead/forget/", sure="on").status_code == 302
    return took, sum(counts)


def main(number: int = PHONES) -> None:
    """Print what a full room takes."""
    with tempfile.TemporaryDirectory() as name:
        took, counted = full(Path(name), number)
    middle, late = took[len(took) // 2], took[int(len(took) * 0.95)]
    verdict = "within" if late <= BUDGET and counted == number else "NOT within"
    print(
        f"Room: {number} phones vote within {WITHIN:.0f} s; vote to projector {1000 * middle:.0f} ms (median), {1000 * late:.0f} ms (p95);"
    )
    print(f"  {counted} of {number} votes are counted: {verdict} the budget of {1000 * BUDGET:.0f} ms and every vote once.")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:2]))
