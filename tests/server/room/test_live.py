"""A room as a facilitator runs it: a process of the command line that is killed in the midst of a vote, and what was acknowledged is counted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from tests.bench_room import full
from tests.conftest import SMALL
from tests.server.live import token
from tests.server.room.live import do, joined, lead, served


def first_event(browser: httpx.Client, view: str) -> dict[str, str]:
    """The parts of the first snapshot of a stream."""
    with browser.stream("GET", f"/events/?view={view}") as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                parts: dict[str, dict[str, str]] = json.loads(line[6:])["parts"]
                return {name: part["html"] for name, part in parts.items()}
    raise AssertionError("the stream ended")


class Voter(threading.Thread):
    """A phone that changes its vote over and over; `acknowledged` is the last that was called kept, `sent` the last at all."""

    def __init__(self, browser: httpx.Client) -> None:
        super().__init__()
        self.browser, self.acknowledged, self.sent, self.count = browser, "", "", 0
        self.token = token(browser, "/here/")

    def run(self) -> None:
        try:
            while self.count < 15:
                self.sent = "speak-1" if self.acknowledged == "wait-1" else "wait-1"
                answer = self.browser.post(
                    "/here/vote/",
                    data={"round": "1", "choice": self.sent},
                    headers={"X-CSRFToken": self.token, "Accept": "application/json"},
                )
                assert answer.status_code == 200, answer.text
                self.acknowledged, self.count = self.sent, self.count + 1
        except httpx.TransportError:
            return


@pytest.mark.slow
def test_a_killed_server_goes_on_and_no_vote_is_lost_or_counted_twice(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address, code, key):
        port = int(address.rpartition(":")[2])
        phones = [joined(address, code) for _ in range(6)]
        first = lead(address, key)
        do(first, "case", of="small-case")
        do(first, "go-on")
        do(first, "vote")
        voters = [Voter(phone) for phone in phones]
        for voter in voters:
            voter.start()
        voters[0].join(timeout=0.2)
        process.kill()
        for voter in voters:
            voter.join()
        process.wait()
    assert all(voter.acknowledged for voter in voters), "a server that keeps nothing loses nothing"
    with served(tmp_path, port) as (_, again, same, other):
        assert (again, same) == (address, code), "phones find the room where it was"
        for voter in voters:
            kept = re.search(r'value="([\w-]+)"[^>]* checked', voter.browser.get("/here/").text)
            assert kept
            assert kept[1] in {voter.acknowledged, voter.sent}
        assert "vote" in first_event(phones[0], "here")["stage"], "a phone that slept has the newest at once"
        stranger = httpx.Client(base_url=address)
        assert stranger.get("/events/?view=here").status_code == 204
        do(first, "close")
        second = lead(address, other)
        do(second, "show")
        counts = re.findall(r'co-count">(\d+)<', first_event(second, "screen")["stage"])
        assert sum(map(int, counts)) == 6, "each phone is counted once"


@pytest.mark.slow
def test_every_phone_of_a_burst_is_counted_once_and_the_projector_hears_of_all(tmp_path: Path) -> None:
    took, counted = full(tmp_path, 24)
    assert (len(took), counted) == (24, 24)


def test_an_address_that_is_not_ours_is_told(tmp_path: Path) -> None:
    whole = [sys.executable, "-m", "counteroffer", "room", "--root", str(SMALL), "--folder", str(tmp_path), "--host", "203.0.113.9"]
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Name another with --host and --port." in done.stderr
    assert "Traceback" not in done.stderr
