"""Builds beside one another, builds that are broken off, builds that have no place to write: none ends in a traceback or leaves anything running."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from counteroffer.book.build import BuildFault, build_book
from counteroffer.processes import alone
from tests.book.making import made

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


def has_ended(process: psutil.Process, within: float = 60) -> bool:
    """Whether a process ends within some seconds; one that nobody has asked how it ended has ended too."""
    if not hasattr(os, "pidfd_open"):
        return not psutil.wait_procs([process], timeout=within)[1]
    try:
        watched = os.pidfd_open(process.pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], within)[0])
    finally:
        os.close(watched)


# A notebook whose kernel says who it is, and then never ends.
ENDLESS = """import os, threading
with open({pipe!r}, "w") as said:
    said.write(f"{{os.getpid()}}\\n")
threading.Event().wait()
"""


def add_notebook(root: Path, code: str) -> None:
    """Add a notebook to a course, and let notebooks be run."""
    cells = [nbformat.v4.new_markdown_cell("# Shown"), nbformat.v4.new_code_cell(code)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), root / "exercises/shown.ipynb")
    toc, config = root / "_toc.yml", root / "_config.yml"
    unit = "  - file: chapters/part-1/arabic\n"
    toc.write_text(toc.read_text(encoding="utf-8").replace(unit, f"{unit}  - file: exercises/shown\n"), encoding="utf-8")
    config.write_text(config.read_text(encoding="utf-8").replace('execute_notebooks: "off"', "execute_notebooks: cache"), encoding="utf-8")


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
    assert has_ended(child)
    assert "Traceback" not in stderr
    # the lock went with the process, and what it left behind is in nobody's way
    with alone(small / "_build", lambda: pytest.fail("somebody builds still")):
        assert made(small).is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes, which stand in no folder there")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_kernels_end_with_the_build(small: Path, how: signal.Signals) -> None:
    os.mkfifo(small / "pipe")
    add_notebook(small, ENDLESS.format(pipe=str(small / "pipe")))
    pipe = os.open(small / "pipe", os.O_RDWR)
    building = start(small)
    assert building.stdout
    ready = select.select([pipe, building.stdout.fileno()], [], [], 120)[0]
    assert ready == [pipe], "the build ended, or its notebook did not run"
    kernel = psutil.Process(int(os.read(pipe, 4096)))
    os.close(pipe)
    building.send_signal(how)
    building.communicate()
    assert has_ended(kernel)


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


def test_a_fault_that_only_a_run_shows_is_named_each_time(small: Path) -> None:
    """What a notebook's code does cannot be known before it is run."""
    add_notebook(small, "1 / 0")
    for _ in range(2):
        with pytest.raises(BuildFault, match=r"exercises/shown\.ipynb:\d+: error: .* Run the notebook in Jupyter, and mend the cell"):
            build_book(small)
