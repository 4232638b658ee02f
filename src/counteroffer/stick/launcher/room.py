"""Start a workshop's room from this stick: on Python 3.11 or newer, without the internet and without installing anything.

python3 room.py          serve the room
python3 room.py --book   serve it, and hand the book to phones, which leaves traces on them
python3 room.py check    before people arrive
python3 room.py forget   before the group leaves
"""

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STICK = HERE.parent
SUMS = STICK / "checksums.txt"


def main(arguments: list[str]) -> int:
    """Unpack what this machine needs into a folder that is deleted afterwards, and run the room from it."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older one must be told)
        return stop(
            f"This is Python {sys.version.split()[0]}; the room needs 3.11 or newer. It comes as an installer that works without the internet."
        )
    if arguments and arguments[0] not in {"check", "forget", "--book"}:
        return stop(__doc__ or "")
    if damaged := changed("room/"):
        return stop(f"This stick is damaged: {damaged[0]} is not as it was written. Copy the stick anew.")
    try:
        wheels = fitting(HERE / "wheels")
    except LookupError as error:
        return stop(str(error))
    # a window that is closed ends it as Ctrl+C does, so that nothing is left behind
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: sys.exit(0))
    print("Unpacking (half a minute from a slow stick) …", flush=True)
    with tempfile.TemporaryDirectory(prefix="room-") as folder:
        place = Path(folder)
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                packed.extractall(place / "lib")
        course = course_in(place)
        # -P and the paths below: nothing of this machine's own packages is used
        environment = {**os.environ, "PYTHONPATH": str(place / "lib"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"}
        forget = [sys.executable, str(HERE / "room.py"), "forget"]
        environment["COUNTEROFFER_FORGET"] = subprocess.list2cmdline(forget) if os.name == "nt" else shlex.join(forget)
        command = [sys.executable, "-P", "-m", "counteroffer", "room", *arguments[:1]]
        kept = ["--folder", str(place_of_room())]
        where = ["--root", str(course)]
        options = kept if arguments == ["forget"] else where if arguments[:1] == ["check"] else [*where, *kept]
        running = subprocess.Popen([*command, *options], env=environment, cwd=place)
        try:
            while True:
                try:
                    return running.wait()
                except KeyboardInterrupt:
                    # the room hears Ctrl+C as well, and asks whether to forget
                    continue
        finally:
            running.kill()
            running.wait()


def fitting(folder: Path) -> list[Path]:
    """Of every package the wheel that fits this machine best. Raises LookupError where there is none."""
    found = sorted(folder.glob("*.whl"))
    tool = next((path for path in found if path.name.startswith("packaging-")), None)
    if tool is None:
        raise LookupError("There are no wheels on this stick: it was made without a room. `make usb` makes one with it.")
    # a wheel of pure Python can be imported as it is
    sys.path.insert(0, str(tool))
    from packaging.tags import sys_tags
    from packaging.utils import parse_wheel_filename

    rank = {tag: place for place, tag in reversed(list(enumerate(sys_tags())))}
    best: dict[str, tuple[int, Path]] = {}
    names = set()
    for path in found:
        name, _, _, tags = parse_wheel_filename(path.name)
        names.add(name)
        place = min((rank[tag] for tag in tags if tag in rank), default=None)
        if place is not None and (name not in best or place < best[name][0]):
            best[name] = (place, path)
    if missing := sorted(names - set(best)):
        version = ".".join(map(str, sys.version_info[:2]))
        raise LookupError(
            f"For Python {version} on this machine the stick has no {', '.join(missing)}. Python 3.11 to 3.14 will do on 64-bit Windows, a Mac with Apple silicon, or 64-bit Linux."
        )
    return [path for _, path in best.values()]


def course_in(place: Path) -> Path:
    """The course with the book and the EPUB where the room looks for them."""
    course = shutil.copytree(HERE / "course", place / "course")
    built = course / "_build"
    built.mkdir()
    if (STICK / "book").is_dir():
        shutil.copytree(STICK / "book", built / "html")
    if (STICK / "course.epub").is_file():
        shutil.copy(STICK / "course.epub", built)
    return course


def place_of_room() -> Path:
    """Where votes are kept until they are forgotten: on this stick, else beside other temporary files of this machine."""
    if os.access(HERE, os.W_OK):
        return HERE / "votes"
    return Path(tempfile.gettempdir()) / "votes"


def changed(below: str) -> list[str]:
    """The files below a folder of the stick that are missing or not as they were written."""
    found = []
    for line in SUMS.read_text(encoding="utf-8").splitlines() if SUMS.is_file() else ():
        wanted, _, name = line.partition("  ")
        path = STICK / name
        if name.startswith(below) and (not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != wanted):
            found.append(name)
    return found


def stop(message: str) -> int:
    """Say why nothing is started; the exit status for it."""
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
