"""What several tests need: the course as it stands, and a course of a few lines that can be broken."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import filelock
import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from counteroffer.course import Catalogue, load_course
from counteroffer.processes import collect_seldom
from counteroffer.translate.pseudo import CODE

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "small"
# what is laid over the small course so that it has each directive and each kind of page
EVERY = Path(__file__).parent / "every"

# no test is about how fast a machine is
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
# modules and courses stay to the end of a run: a quarter of a worker's time went into looking through them for what could be thrown away
collect_seldom()

# Modules whose tests are long and share nothing that is dear to make: each test may go to another worker. All others stay whole, so that
# what their tests share is made once. (pytest-xdist's own groups do nothing under pytest 9.2, where a test's id can no longer be changed.)
SPREAD = {
    "tests/browser/test_cases.py",
    "tests/browser/test_engines.py",
    "tests/course/test_malformed.py",
    "tests/handouts/test_case_pack.py",
    "tests/test_house.py",
    "tests/widgets/test_notebooks.py",
}


class Scheduler(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out whole modules in their order, but for those that are spread."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return nodeid if module in SPREAD else module


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduler:
    return Scheduler(config, log)


def pytest_collection_finish() -> None:
    # what stands by now stays
    gc.freeze()


# A property of a test that is said at the end of a run.
SUMMARY = "summary"


def shared_by_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is made once for all workers: those of one run share the one above their own; without workers that outlives the run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The course in this repository. Its cases are proved by the worker that comes first, and the others find the proofs."""
    with filelock.FileLock(shared_by_workers(tmp_path_factory) / "course.lock"):
        return load_course(ROOT)


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built book, built once for all workers: the tests look at what a learner would get."""
    shared = shared_by_workers(tmp_path_factory)
    with filelock.FileLock(shared / "book.lock"):
        if not (shared / "book.done").is_file():
            command = [sys.executable, "-m", "counteroffer", "build", str(ROOT)]
            built = subprocess.run(command, capture_output=True, text=True, check=False)
            assert built.returncode == 0, f"The book cannot be built:\n{built.stderr}"
            (shared / "book.done").touch()
    return ROOT / "_build" / "html"


@pytest.fixture(scope="session")
def by_rule(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with every kind of page, a book in its own language and one in the language by rule, made once for all workers."""
    root = shared_by_workers(tmp_path_factory) / "by-rule"
    with filelock.FileLock(root.with_suffix(".lock")):
        if not root.is_dir():
            making = Path(shutil.copytree(SMALL, tmp_path_factory.getbasetemp() / "making"))
            shutil.copytree(EVERY, making, dirs_exist_ok=True)
            for command in (["words", "pseudo", str(making)], ["build", str(making), "--language", CODE]):
                done = subprocess.run([sys.executable, "-m", "counteroffer", *command], capture_output=True, text=True, check=False)
                assert done.returncode == 0, done.stdout + done.stderr
            making.rename(root)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a small course: two units, a check with an item of each kind, a case, the explorer."""
    return Path(shutil.copytree(SMALL, tmp_path / "small", ignore=shutil.ignore_patterns("_build")))


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course of somebody who has checked it once, to be copied: what was found right is kept beside it."""
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("checked") / "small", ignore=shutil.ignore_patterns("_build")))
    load_course(root)
    return root


@pytest.fixture
def change() -> Callable[[Path, str, str], None]:
    """Replace one text in a file by another, and fail if it is not there exactly once."""

    def replace(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what a reader of a green run should know: what tests found, and aloud what was left out (a skip among dots is not seen)."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == SUMMARY:
                terminalreporter.write_line(str(value))
    reasons = {
        str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, (tuple, list))
    }
    for reason in sorted(reasons):
        said = reason.removeprefix("Skipped: ").removeprefix("Left out: ")
        terminalreporter.write_line(f"WARNING Left out: {said}", yellow=True, bold=True)
