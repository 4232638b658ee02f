"""Many at once: nothing that was called kept is lost, and everybody is handed in. How quick it is, the benchmark says."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.server.live import PASSWORD, browser, command, create, post, served
from tests.server.load import OPTIONS, Device, save_on, together
from tests.server.loops import finish

NUMBER = 40


def opened(folder: Path, number: int) -> list[str]:
    """Codes of so many candidates; an examiner can log in."""
    codes = create(folder, "name\n" + "\n".join(f"Person {one}" for one in range(number)))
    assert command("staff", folder / "exam", "ana").returncode == 0
    return codes


def let_begin(address: str) -> None:
    with browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        assert post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open").status_code == 302


def lost(folder: Path, devices: list[Device]) -> list[str]:
    """What the store has not, of what was acknowledged."""
    with closing(sqlite3.connect(folder / "exam" / "exam.sqlite3")) as store:
        rows = store.execute(
            "SELECT c.number, c.state, a.revision, a.response FROM server_candidate c LEFT JOIN server_answer a ON a.candidate_id = c.id"
        )
        stored = {number: (state, revision, json.loads(response or "null")) for number, state, revision, response in rows}
    wanted = {number: ("submitted", one.revision, OPTIONS[(one.revision - 1) % 3]) for number, one in enumerate(devices, start=1)}
    return [f"candidate {number}: {stored.get(number)} for {told}" for number, told in wanted.items() if stored.get(number) != told]


@pytest.mark.slow
def test_a_room_saves_and_hands_in_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    codes = opened(tmp_path, NUMBER)
    with served(tmp_path) as (_, address):
        let_begin(address)
        devices = [Device(address, code) for code in codes]

        async def sit() -> None:
            await together(devices, 1, 1, "begin")
            await save_on(devices, 3, (0.1, 0.5), 2)
            await together(devices, 0.1, 3, "hand_in")

        finish(sit())
    assert sum(one.acknowledged for one in devices) > 5 * NUMBER
    assert lost(tmp_path, devices) == []
