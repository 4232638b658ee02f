"""A room as a facilitator runs it: a process of the command line, in a folder of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.conftest import SMALL
from tests.server.live import post


def command(folder: Path, port: int = 0) -> list[str]:
    """What starts a room in `folder / "room"`."""
    root = folder / "course"
    if not root.is_dir():
        shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("_build"))
    arguments = ["--root", str(root), "--folder", str(folder / "room"), "--host", "127.0.0.1", "--port", str(port)]
    return [sys.executable, "-m", "counteroffer", "room", *arguments]


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str, str, str]]:
    """The process, its address, the phones' letters and the facilitator's key."""
    with subprocess.Popen(command(folder, port), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            said = "".join(process.stdout.readline() for _ in range(4))
            found = re.search(r"Phones: (http://[\d.:]+)/ with the letters (\w{6})[\s\S]*the key alone: ([\w-]+)", said)
            assert found, said + (process.stderr.read() if process.stderr else "")
            yield process, found[1], found[2], found[3]
        finally:
            process.kill()


def joined(address: str, code: str) -> httpx.Client:
    browser = httpx.Client(base_url=address, timeout=30)
    assert post(browser, "/", "/join/", code=code).status_code == 302
    return browser


def lead(address: str, key: str) -> httpx.Client:
    browser = httpx.Client(base_url=address, timeout=30)
    assert browser.get(f"/key/{key}/").headers["Location"] == "/lead/"
    return browser


def do(browser: httpx.Client, act: str, **fields: str) -> None:
    page = browser.get("/lead/").text
    drawn = {name: found[1] for name in ("moves", "round") if (found := re.search(rf'name="{name}" value="(\d+)"', page))}
    assert post(browser, "/lead/", "/lead/act/", **drawn, act=act, **fields).status_code == 303
