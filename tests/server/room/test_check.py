"""Before people arrive: what `room check` says of the clock, of the way to this laptop, and of the pages."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import psutil
import pytest

from counteroffer.server.room import hall, network
from tests.conftest import SMALL

YEAR = 365 * 24 * 3600.0


def test_a_clock_before_the_course_or_long_after_is_told() -> None:
    assert hall.clock_fault(1.8e9, 1.7e9) is None
    assert "before the course was made" in str(hall.clock_fault(1.0e9, 1.7e9))
    assert "long after" in str(hall.clock_fault(1.7e9 + 25 * YEAR, 1.7e9))


def test_the_newest_file_of_the_course_says_when_it_was_made(tmp_path: Path) -> None:
    assert hall.newest(tmp_path) == 0.0
    assert hall.newest(SMALL) == max(path.stat().st_mtime for path in SMALL.glob("exercises/cases/*.yml"))


def test_this_machine_is_no_phone() -> None:
    listener = hall.Listener("127.0.0.1", 0, "Reached <b>", "Close this.")
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{listener.port}/", timeout=20) as answer:
            assert b"<h1>Reached &lt;b&gt;</h1><p>Close this.</p>" in answer.read()
        assert not listener.came.is_set()
    finally:
        listener.close()


def test_a_phone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall, "own", lambda address: False)  # noqa: ARG005
    listener = hall.Listener("127.0.0.1", 0, "Reached", "Close this.")
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{listener.port}/", timeout=20).close()
        assert hall.waiting(listener.came, 20, lambda left: None)  # noqa: ARG005
    finally:
        listener.close()


def test_addresses_are_those_that_phones_can_ask_for_wifi_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def address(text: str) -> object:
        return type("Address", (), {"family": socket.AF_INET, "address": text})

    named = {
        "lo": ["127.0.0.1"],
        "docker0": ["172.17.0.1"],
        "eth0": ["10.0.0.5", "169.254.3.3", "8.8.8.8"],
        "wlan0": ["192.168.7.1"],
        "wlan1": ["192.168.8.1"],
    }
    up = {name: type("Stats", (), {"isup": name != "wlan1"}) for name in named}
    monkeypatch.setattr(psutil, "net_if_stats", lambda: up)
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: {name: [address(one) for one in ones] for name, ones in named.items()})
    assert network.addresses() == ["192.168.7.1", "10.0.0.5"]
    assert network.own("10.0.0.5")
    assert not network.own("10.0.0.6")


def test_the_command_says_what_to_do_when_no_phone_comes() -> None:
    whole = [
        sys.executable,
        "-m",
        "counteroffer",
        "room",
        "check",
        "--root",
        str(SMALL),
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--wait",
        "0",
    ]
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Clock: sane." in done.stdout
    assert "Pages: the projector's, the facilitator's and the phones' page show." in done.stdout
    assert "firewall" in done.stdout
    assert "hotspot's name neutral" in done.stdout
