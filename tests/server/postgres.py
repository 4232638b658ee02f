"""A PostgreSQL of the tests' own: installed by the test set-up on Debian, started here, thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOMES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
PROGRAMS = next((home for home in HOMES if (home / "initdb").exists()), None)


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The URL of a database; `folder` must not be there yet. PostgreSQL does not run as root, so root lends it a user."""
    assert PROGRAMS
    folder.mkdir(mode=0o700)
    as_root = os.geteuid() == 0
    if as_root:
        shutil.chown(folder, "postgres", "postgres")
    lent = ["runuser", "-u", "postgres", "--"] if as_root else []

    def run(name: str, *arguments: str) -> None:
        # its log goes to a file: a pipe would be held open by the server
        with (folder.with_suffix(".txt")).open("ab") as said:
            subprocess.run([*lent, str(PROGRAMS / name), *arguments], check=True, stdout=said, stderr=said, cwd="/")

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run("initdb", "-D", str(folder), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=30"
    run("pg_ctl", "-D", str(folder), "-w", "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", str(folder), "-m", "immediate", "stop")
