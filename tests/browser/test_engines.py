"""The same ten walks in Firefox, in WebKitGTK and in the oldest Chromium that the book serves; and one below that floor.

The browsers are Debian's (`firefox-esr`, `webkit2gtk-driver`, `xvfb`); old Chromiums come with npm packages. Where one cannot be
had, its walks are left out and the summary of the run says so.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NoReturn

import filelock
import pytest

from counteroffer.web.bundle import HERE, _run, bundle
from tests.browser.conftest import serve
from tests.browser.recording import REFUSED

ENGINES = Path(__file__).parent / "engines"
WALKS = ["open a page", "answer", "reload", "case step", "export", "wipe", "search", "print", "exit", "two pages"]
# `tests/conftest.py` prints what was skipped with these words
LEFT_OUT = "Left out: "


def left_out(why: str) -> NoReturn:
    pytest.skip(LEFT_OUT + why)


@cache
def installed() -> None:
    """Install what drives the engines, once for each state of the lock file."""
    stamp = ENGINES / "node_modules/.lock-hash"
    wanted = hashlib.sha256((ENGINES / "package-lock.json").read_bytes()).hexdigest()
    with filelock.FileLock(ENGINES / ".lock"):
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return
        done = _run(ENGINES, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        if done.returncode:
            left_out(f"the drivers of other engines could not be installed: {done.stderr[-300:]}")
        stamp.write_text(wanted, encoding="utf-8")


def program(engine: str) -> str:
    """Where an engine is, or the version of an old Chromium; left out where it cannot be."""
    if engine == "firefox":
        return shutil.which("firefox-esr") or shutil.which("firefox") or left_out("Firefox is not installed")
    if engine == "webkit":
        found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
        if not (found and shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")):
            left_out("WebKitGTK with its driver and Xvfb is not installed")
        return str(found[-1])
    if sys.platform != "linux" or platform.machine() != "x86_64":
        left_out("old Chromiums can be had for Linux on x86-64 alone")
    return engine.rpartition("-")[2]


def node() -> str:
    return shutil.which("node", path=str(Path(sys.executable).parent)) or "node"


def run(name: str, where: str, site: str, walks: list[str]) -> dict[str, str | None]:
    """Each walk's fault, or None."""
    screen = ["xvfb-run", "-a"] if name == "webkit" else []
    command = [*screen, node(), "run.ts", name, where, site, *walks]
    done = subprocess.run(command, cwd=ENGINES, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {told["walk"]: told.get("fault") for told in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("engine", ["firefox", "webkit", "chromium-87"])
def test_ten_walks(site: str, engine: str) -> None:
    where = program(engine)
    installed()
    assert run(engine.partition("-")[0], where, site, WALKS) == dict.fromkeys(WALKS)


@pytest.fixture(scope="module")
def refusing(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The book in a browser that refuses to keep anything, for a site or for a tab."""
    copy = Path(shutil.copytree(book, tmp_path_factory.mktemp("refusing") / "book"))
    for name in ("head.js", "measures.js"):
        script = copy / "_static" / name
        script.write_text(REFUSED + script.read_text(encoding="utf-8"), encoding="utf-8")
    yield from serve(copy)


@pytest.mark.parametrize("engine", ["firefox", "webkit", "chromium-87"])
def test_the_way_out_holds_where_nothing_is_kept(refusing: str, engine: str) -> None:
    where = program(engine)
    installed()
    walk = "the way out holds where nothing is kept"
    assert run(engine.partition("-")[0], where, refusing, [walk]) == {walk: None}


def test_below_the_floor_a_page_reads_as_with_scripts_off(site: str) -> None:
    where = program("chromium-83")
    installed()
    assert run("chromium", where, site, ["below"]) == {"below": None}


def test_nothing_is_asked_of_a_browser_that_the_floor_lacks(tmp_path: Path) -> None:
    installed()
    # what verifies certificates is other people's code, which looks before it uses what is newer
    assert [line for line in lint(bundle()).split("\n") if line and not line.startswith("verify.js: ")] == []
    copy = shutil.copytree(bundle(), tmp_path / "dist")
    for name, more in {"head.js": "x=[1].at(0);structuredClone(x);x?.push(...x,1)", "book.css": "a{aspect-ratio:1}"}.items():
        (copy / name).write_text((copy / name).read_text(encoding="utf-8") + more, encoding="utf-8")
    assert sorted(line for line in lint(copy).split("\n") if not line.startswith("verify.js: ")) == [
        "book.css: aspect-ratio",
        "head.js: ?.push(...spread, more)",
        "head.js: at",
        "head.js: structuredClone",
    ]


def lint(folder: Path) -> str:
    return subprocess.run([node(), "floor.ts", str(folder)], cwd=ENGINES, capture_output=True, text=True, check=False).stdout.strip()


def test_the_walks_are_typed_and_formatted() -> None:
    installed()
    bundle()
    for command in (["tsc", "-p", str(ENGINES)], ["prettier", "--check", str(ENGINES)]):
        done = _run(HERE, "npx", command)
        assert done.returncode == 0, done.stdout + done.stderr
