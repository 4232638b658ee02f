"""How a room ends: by the button, by Ctrl+C and its question, by the command that is printed; and what is left then is nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.server.live import post
from tests.server.room.live import command, do, joined, lead, served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal, and no such terminal")]


def in_files(folder: Path, *words: bytes) -> bool:
    return any(word in path.read_bytes() for path in folder.iterdir() for word in words)


def forget(folder: Path) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "counteroffer", "room", "forget", "--folder", str(folder)]
    return subprocess.run(whole, capture_output=True, text=True, check=False)


def test_what_lies_there_is_sealed_and_the_printed_command_deletes_it_from_anywhere(tmp_path: Path) -> None:
    room = tmp_path / "room"
    with served(tmp_path) as (process, address, code, key):
        browser = httpx.Client(base_url=address, timeout=30)
        assert post(browser, "/", "/join/", code=code, name="Zebra-Ibex").status_code == 302
        first = lead(address, key)
        do(first, "poll", kind="scale", title="How near is Okapi-Lynx?")
        assert post(browser, "/here/", "/here/park/", text="Who saw Gnu-Marten?").status_code == 303
        assert not in_files(room, b"Zebra-Ibex", b"Okapi-Lynx", b"Gnu-Marten", key.encode())
        refused = forget(room)
        assert refused.returncode == 2
        assert "Another process serves this room" in refused.stderr
        process.send_signal(signal.SIGINT)
        said, complaints = process.communicate(timeout=60)
    assert "Traceback" not in complaints
    found = re.search(r"The room still lies in (.+)\. Forget it before the group leaves:\n  (.+)\n", said)
    assert found, said
    assert found[1] == str(room), "nobody can answer here, so nothing is asked"
    (room / "room.key").write_bytes(b"k" * 32)
    lost = subprocess.run(command(tmp_path), capture_output=True, text=True, check=False)
    assert lost.returncode == 2
    assert "of another version, or has lost its key" in lost.stderr
    assert found[2] in lost.stderr
    done = subprocess.run(found[2], shell=True, capture_output=True, text=True, check=False, cwd="/")  # noqa: S602 (as people run it)
    assert (done.returncode, room.exists()) == (0, False), done.stderr
    nothing = forget(room)
    assert (nothing.returncode, room.exists()) == (1, False)
    assert f"There is no room in {room}, so nothing was deleted." in nothing.stderr


def test_who_leaves_hears_no_more_and_after_the_button_nothing_is_left(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address, code, key):
        stays, leaves = joined(address, code), joined(address, code)
        first = lead(address, key)
        with leaves.stream("GET", "/events/?view=here") as stream:
            lines = stream.iter_lines()
            next(line for line in lines if line.startswith("data: "))
            assert post(stays, "/here/", "/here/park/", text="Who?").status_code == 303
            assert post(leaves, "/here/", "/leave/").status_code == 302
            do(first, "case", of="small-case")
            assert not [line for line in lines if "brief" in line or line.startswith("data: ")], "the stream ends"
        assert post(first, "/lead/", "/lead/forget/", sure="on").status_code == 302
        assert not (tmp_path / "room" / "room.key").exists()
        assert not in_files(tmp_path / "room", code.encode())
        assert "everything in it was deleted" in stays.get("/").text
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert not (tmp_path / "room").exists()


@pytest.mark.parametrize(("answer", "kept"), [("", False), ("n", True)], ids=["Enter", "n"])
def test_ctrl_c_asks_whether_to_forget(tmp_path: Path, answer: str, kept: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    said = ""

    def until(pattern: str) -> None:
        nonlocal said
        while not re.search(pattern, said):
            said += os.read(ours, 4096).decode()

    with subprocess.Popen(command(tmp_path), stdin=theirs, stdout=theirs, stderr=theirs) as process:
        try:
            os.close(theirs)
            until("room forget --folder ")
            assert str(tmp_path / "room") in said.replace("\r\n", "")
            address = re.search(r"Phones: (\S+)", said)
            assert address
            assert httpx.get(address[1], timeout=60).status_code == 200
            process.send_signal(signal.SIGINT)
            until(r"Forget the room now\? \[Y/n\]:")
            os.write(ours, f"{answer}\n".encode())
            until("still lies in" if kept else "Deleted ")
            process.wait(60)
        finally:
            process.kill()
            os.close(ours)
    assert (tmp_path / "room").exists() == kept
