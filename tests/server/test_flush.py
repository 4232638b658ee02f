"""No acknowledgement precedes its flush: the disk is held back by a preloaded library, and until it lets go nobody is told "kept"."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.live import PASSWORD, browser, command, create, post, served, token

CC = shutil.which("cc") if sys.platform == "linux" else None
LACKING = "Left out: that no acknowledgement precedes its flush, since no C compiler is on this machine"
WAIT, OTHERS = 60, 60

# Before the log of SQLite is flushed: say so, and wait until that is allowed. Each pipe is opened anew, and carries one byte a flush.
HOLD = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static void hold(int fd) {
    char link[64], path[4096], byte = 'x';
    const char *reached = getenv("HOLD_REACHED"), *go = getenv("HOLD_GO"), *armed = getenv("HOLD_ARMED");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || !armed || access(armed, F_OK)) return;
    path[length] = 0;
    if (!strstr(path, "exam.sqlite3-wal")) return;
    int out = open(reached, O_WRONLY), in = open(go, O_RDONLY);
    if (write(out, &byte, 1) != 1 || read(in, &byte, 1) != 1) abort();
    close(out);
    close(in);
}
int fsync(int fd) { hold(fd); return ((int (*)(int)) dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { hold(fd); return ((int (*)(int)) dlsym(RTLD_NEXT, "fdatasync"))(fd); }
"""


class Disk:
    """The two pipes to a held disk. They are open at this end for reading and writing, so that opening them there waits for nobody."""

    def __init__(self, folder: Path) -> None:
        self.armed = folder / "armed"
        self.names = {"HOLD_REACHED": folder / "reached", "HOLD_GO": folder / "go"}
        for name in self.names.values():
            os.mkfifo(name)
        self.reached, self.go = (os.open(name, os.O_RDWR) for name in self.names.values())

    def wait(self) -> None:
        """Until a flush is reached."""
        assert select.select([self.reached], [], [], WAIT)[0], "nothing was flushed"
        os.read(self.reached, 1)

    def let_go(self) -> None:
        os.write(self.go, b"x")


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    if CC is None:
        pytest.skip(LACKING)
    source, library = tmp_path / "hold.c", tmp_path / "hold.so"
    source.write_text(HOLD, encoding="utf-8")
    subprocess.run([CC, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    made = Disk(tmp_path)
    told = {"LD_PRELOAD": library, "HOLD_ARMED": made.armed, **made.names}
    for name, value in told.items():
        monkeypatch.setenv(name, str(value))
    yield made
    os.close(made.reached)
    os.close(made.go)


@pytest.mark.slow
def test_no_acknowledgement_precedes_its_flush(disk: Disk, tmp_path: Path) -> None:
    codes = create(tmp_path, "name\nAna\nBo\n")
    assert command("staff", tmp_path / "exam", "ana").returncode == 0
    with served(tmp_path) as (_, address), browser(address) as staff, browser(address) as ana, browser(address) as bo:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open")
        for device, code in ((ana, codes[0]), (bo, codes[1])):
            post(device, "/", "/enter/", code=code)
            post(device, "/sit/", "/sit/")
        headers = {"X-CSRFToken": token(ana, "/sit/1/")}
        for revision in range(2):
            told: list[int] = []
            asked = {"item": "cert-single", "response": ["this-one", "that-one", "third"][revision], "revision": revision}

            def change(asked: dict[str, object] = asked, told: list[int] = told) -> None:
                told.append(ana.post("/sit/save/", json=asked, headers=headers, timeout=WAIT).status_code)

            disk.armed.touch()
            saving = threading.Thread(target=change)
            saving.start()
            disk.wait()
            # who only asks is answered meanwhile, and so often that an answer to the save would have come by now
            assert {bo.get("/sit/left/").status_code for _ in range(OTHERS)} == {200}
            assert not told, "kept was said before it was on the disk"
            disk.armed.unlink()
            disk.let_go()
            saving.join(WAIT)
            assert told == [200]
