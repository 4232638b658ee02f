"""Builds beside one another, builds that are broken off, builds that have no place to write: none ends in a traceback or leaves anything running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from counteroffer.book.build import BuildFault, build_book
from counteroffer.processes import alone

pytestmark = pytest.mark.slow
BUILD = [sys.executable, "-m", "counteroffer", "build"]


def start(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([*BUILD, str(root)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def child_of(process: subprocess.Popen[str]) -> psutil.Process:
    """The process that Sphinx runs in, as soon as it is there."""
    own = psutil.Process(process.pid)
    while True:
        assert process.poll() is None, "the build ended before its child was seen"
        if children := own.children():
            return children[0]


def test_two_builds_at_once_both_end_well(small: Path) -> None:
    builds = [start(small), start(small)]
    said = [one.communicate() for one in builds]
    assert [one.returncode for one in builds] == [0, 0], said
    assert (small / "_build/html/chapters/index.html").is_file()


def test_a_build_that_waits_says_so(small: Path) -> None:
    with alone(small / "_build"):
        waiting = start(small)
        assert waiting.stderr
        assert "waiting for it to end" in waiting.stderr.readline()
        assert waiting.poll() is None
    waiting.communicate()
    assert waiting.returncode == 0


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_child_ends_with_its_parent(small: Path, how: signal.Signals) -> None:
    building = start(small)
    child = child_of(building)
    building.send_signal(how)
    _, stderr = building.communicate()
    psutil.wait_procs([child], timeout=60)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    assert "Traceback" not in stderr
    # the lock went with the process
    assert build_book(small).is_dir()


@pytest.mark.parametrize("place", ["_build", "_build/work", "_build/html"])
def test_a_file_in_the_way_is_said(small: Path, place: str) -> None:
    path = small / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("in the way", encoding="utf-8")
    done = subprocess.run([*BUILD, str(small)], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    if place == "_build/html":
        assert done.returncode == 0
    else:
        assert done.returncode == 2
        assert "cannot be written" in done.stderr
        assert "build again" in done.stderr


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write into")
def test_a_place_that_cannot_be_written_is_said(small: Path) -> None:
    (small / "_build").symlink_to("/proc/self")
    with pytest.raises(BuildFault, match="cannot be written"):
        build_book(small)


# a shell lets what it starts in the background ignore interrupts
_INTERRUPTS = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nsignal.raise_signal(signal.SIGINT)\n"


def test_the_earliest_interrupt_ends_without_a_traceback(tmp_path: Path) -> None:
    """The first library that the command line imports is one that interrupts it."""
    (tmp_path / "typer.py").write_text(_INTERRUPTS, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-m", "counteroffer", "check"], env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr == ""


def test_a_fault_that_only_the_page_builder_sees_is_named_each_time(small: Path) -> None:
    page = small / "chapters/part-1/second-unit.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n```{list-table}\nno list\n```\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BuildFault, match=r"chapters/part-1/second-unit\.md:\d+: error: .*list"):
            build_book(small)


def test_an_extension_that_fails_gives_its_reason(small: Path) -> None:
    config = small / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[colon_fence,", "[no_such_syntax,"), encoding="utf-8")
    with pytest.raises(BuildFault, match="no_such_syntax"):
        build_book(small)
