"""The packages that a room needs, laid in as wheels for machines that have Python and no internet."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

LOCK = "requirements.lock"
# What a room imports. Statistics, pictures, kernels, page builders and PDF makers are not among them.
ROOTS = (
    *("a2wsgi", "argon2-cffi", "babel", "cryptography", "django", "filelock", "jinja2", "markdown-it-py", "markupsafe"),
    *("mdit-py-plugins", "packaging", "psutil", "pybtex", "pydantic", "pyyaml", "segno", "typer", "uvicorn"),
)
# Of other systems than the one that lays them in, and pure: they are small and do no harm.
EVERYWHERE = ("colorama", "tzdata")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_ELSEWHERE = re.compile(r";.*(?:sys_platform|platform_system|python_version < )")
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)[^\\\n]*\\\n(?P<hashes>(?:\s+--hash=\S+(?: \\)?\n)+)", re.MULTILINE)


class StickError(Exception):
    """A stick cannot be made, or is damaged; the text says why, and what to do."""


@dataclass(frozen=True)
class System:
    """A system that wheels are laid in for: its name, and the platforms of its wheels, the newest first."""

    name: str
    platforms: tuple[str, ...]


# For Macs with an Intel processor one package in use has no wheel any more.
SYSTEMS = (
    System("Windows", ("win_amd64",)),
    System("macOS (Apple silicon)", ("macosx_12_0_arm64", "macosx_11_0_arm64")),
    System("Linux (x86-64)", ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")),
)


def needed(roots: Iterable[str] = ROOTS) -> list[str]:
    """The roots and all that they rest on, by their normal names, as the packages installed here say it."""
    found: set[str] = {*EVERYWHERE}
    waiting = list(roots)
    while waiting:
        name = normal(waiting.pop())
        if name in found:
            continue
        found.add(name)
        # what an extra asks for is nobody's need; what another system asks for is pure, and stands above
        asked = [line for line in metadata.requires(name) or () if "extra ==" not in line and not _ELSEWHERE.search(line)]
        waiting += [re.split(r"[\s;<>=!~\[(]", line, maxsplit=1)[0] for line in asked]
    return sorted(found)


def normal(name: str) -> str:
    """The name of a package as a registry writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path, names: Iterable[str]) -> str:
    """The pins of these packages, with their hashes and without conditions. Raises StickError for one that is not pinned."""
    found = {normal(pin["name"]): pin for pin in _PIN.finditer(lock.read_text(encoding="utf-8"))}
    if missing := [name for name in names if name not in found]:
        raise StickError(f"{lock}:1: {', '.join(missing)} is not pinned here. Run `make lock`.")
    return "".join(f"{name}=={found[name]['version']} \\\n{found[name]['hashes']}" for name in names)


def lay_in(
    root: Path, out: Path, say: Callable[[str], None], systems: Iterable[System] = SYSTEMS, pythons: Iterable[str] = PYTHONS
) -> None:
    """Download every wheel for every system and Python into `out`, and build the engine's own. Raises StickError."""
    out.mkdir(parents=True, exist_ok=True)
    names = needed()
    wanted = out.parent / "wheels.txt"
    wanted.write_text(pins(root / LOCK, names), encoding="utf-8")
    for system in systems:
        for python in pythons:
            _download(wanted, out, system, python)
        say(f"{system.name}: {len(names)} packages for Python {', '.join(pythons)}.")
    _run("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out), str(root))


def _download(wanted: Path, out: Path, system: System, python: str) -> None:
    platforms = [part for platform in system.platforms for part in ("--platform", platform)]
    what = ("--only-binary", ":all:", "--no-deps", "--require-hashes", "--implementation", "cp", "--python-version", python)
    try:
        _run("download", "--dest", str(out), *what, *platforms, "--requirement", str(wanted))
    except StickError as error:
        raise StickError(f"{system.name}, Python {python}: {error}") from None


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        raise StickError(f"pip says: {' '.join(lines[-2:]) or 'nothing'} (a line to the package registries is needed, or --no-room)")
