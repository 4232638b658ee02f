"""A server that is killed amid saves: every answer that it acknowledged is there when it is started again."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx
import pytest

from tests.server.live import PASSWORD, browser, command, create, post, served, token

KILLS = 10
AT_ONCE = 3
OPTIONS = ["this-one", "that-one", "third"]


class Saver(threading.Thread):
    """A candidate who changes one answer over and over; `acknowledged` is the last that the server called kept, `sent` the last at all."""

    def __init__(self, client: httpx.Client, revision: int) -> None:
        super().__init__()
        self.client, self.count, self.acknowledged, self.sent = client, 0, revision, revision
        self.token = token(client, "/sit/1/")

    def run(self) -> None:
        try:
            while True:
                self.sent = self.acknowledged + 1
                asked = {"item": "cert-single", "response": OPTIONS[self.sent % 3], "revision": self.acknowledged}
                answer = self.client.post("/sit/save/", json=asked, headers={"X-CSRFToken": self.token})
                assert answer.status_code == 200, answer.text
                self.acknowledged = answer.json()["revision"]
                self.count += 1
        except httpx.TransportError:
            return


def survive(folder: Path, kills: int) -> int:
    """Kill a server so many times, and find each time what it acknowledged; how many answers that were."""
    codes = create(folder, "name\n" + "\n".join(f"Person {number}" for number in range(AT_ONCE)))
    assert command("staff", folder / "exam", "ana").returncode == 0
    with served(folder) as (_, address), browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        assert post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open").status_code == 302
    savers: list[Saver] = []
    acknowledged = 0
    for number in range(kills + 1):
        with served(folder) as (process, address):
            clients = [browser(address) for _ in codes]
            for client, code in zip(clients, codes, strict=True):
                post(client, "/", "/enter/", code=code)
                post(client, "/sit/", "/sit/")
            kept = [stored(client) for client in clients]
            for saver, revision in zip(savers, kept, strict=bool(number)):
                assert revision in {saver.acknowledged, saver.sent}
            if number < kills:
                savers = [Saver(client, revision) for client, revision in zip(clients, kept, strict=True)]
                for saver in savers:
                    saver.start()
                # killed after so many milliseconds of work, each time others
                savers[0].join(timeout=0.15 + 0.03 * (number % KILLS))
                process.kill()
                for saver in savers:
                    saver.join()
                acknowledged += sum(saver.count for saver in savers)
            for client in clients:
                client.close()
    return acknowledged


@pytest.mark.slow
def test_every_acknowledged_answer_outlives_a_kill(tmp_path: Path) -> None:
    assert survive(tmp_path, KILLS) > KILLS * AT_ONCE, "a server that keeps nothing loses nothing"


def stored(client: httpx.Client) -> int:
    """The revision that the server has, whose answer it has too: what is asked for with an impossible revision is told."""
    asked = {"item": "cert-single", "response": None, "revision": -1}
    told = client.post("/sit/save/", json=asked, headers={"X-CSRFToken": token(client, "/sit/1/")}).json()
    revision: int = told["revision"]
    assert not revision or told["response"] == OPTIONS[revision % 3]
    return revision
