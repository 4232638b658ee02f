"""A room full of candidates, each a device of its own that asks over a line of its own, as lean as a client can be."""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass, field

import numpy as np

OPTIONS = ["this-one", "that-one", "third"]
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, list[str]]
    body: str
    seconds: float


@dataclass
class Device:
    """One candidate's browser: cookies, the token of its pages, and what the server called kept."""

    address: str
    code: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    revision: int = 0
    acknowledged: int = 0
    taken: list[float] = field(default_factory=list)

    async def ask(self, method: str, path: str, body: str = "", kind: str = "application/x-www-form-urlencoded") -> Answer:
        """One request; the line is closed afterwards, as that of a device which answers every few seconds is."""
        host, port = self.address.removeprefix("http://").split(":")
        began = time.perf_counter()
        reader, writer = await asyncio.open_connection(host, int(port))
        sent = body.encode()
        head = [f"{method} {path} HTTP/1.1", f"Host: {host}:{port}", "Connection: close", f"Content-Length: {len(sent)}"]
        head += [f"Content-Type: {kind}", "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items())]
        head += [f"X-CSRFToken: {self.token}"] if self.token else []
        writer.write("\r\n".join([*head, "", ""]).encode() + sent)
        raw = await reader.read()
        took = time.perf_counter() - began
        writer.close()
        first, _, text = raw.decode().partition("\r\n\r\n")
        status, *lines = first.split("\r\n")
        headers: dict[str, list[str]] = {}
        for line in lines:
            name, _, value = line.partition(": ")
            headers.setdefault(name.lower(), []).append(value)
        for cookie in headers.get("set-cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(int(status.split()[1]), headers, text, took)

    async def begin(self) -> None:
        """From the card to the first question."""
        await self._form("/", "/enter/", f"code={self.code}")
        await self._form("/sit/", "/sit/")
        self.token = self._read((await self.ask("GET", "/sit/1/")).body)

    async def save(self) -> None:
        """Change one answer, and note how long it takes until it is called kept."""
        asked = {"item": "cert-single", "response": OPTIONS[self.revision % 3], "revision": self.revision}
        answer = await self.ask("POST", "/sit/save/", json.dumps(asked), "application/json")
        assert answer.status == 200, (answer.status, answer.body)
        self.revision = json.loads(answer.body)["revision"]
        self.acknowledged += 1
        self.taken.append(answer.seconds)

    async def hand_in(self) -> None:
        """Hand in."""
        answer = await self.ask("POST", "/sit/review/")
        assert (answer.status, answer.headers["location"]) == (302, ["/sit/receipt/"])
        self.taken.append(answer.seconds)

    async def _form(self, page: str, address: str, body: str = "") -> None:
        self.token = self._read((await self.ask("GET", page)).body)
        assert (await self.ask("POST", address, body)).status == 302, address

    @staticmethod
    def _read(html: str) -> str:
        found = _TOKEN.search(html)
        assert found, html[:400]
        return found[1]


async def together(devices: list[Device], seconds: float, seed: int, act: str) -> None:
    """Each device acts once, at a moment of its own within so many seconds."""
    dice = np.random.default_rng(seed)

    async def one(device: Device, at: float) -> None:
        await asyncio.sleep(at)
        await getattr(device, act)()

    await asyncio.gather(*(one(device, dice.uniform(0, seconds)) for device in devices))


async def save_on(devices: list[Device], seconds: float, between: tuple[float, float], seed: int) -> None:
    """Each device saves again and again, with pauses of its own between."""
    dice = np.random.default_rng(seed)

    async def one(device: Device, own: np.random.Generator) -> None:
        left = seconds
        while (pause := own.uniform(*between)) < left:
            left -= pause
            await asyncio.sleep(pause)
            await device.save()

    await asyncio.gather(*(one(device, np.random.default_rng(dice.integers(2**32))) for device in devices))


def share(taken: list[float], part: float) -> float:
    """The time within which this part of all was answered, in milliseconds."""
    return 1000 * sorted(taken)[int(part * len(taken))]
