"""Set up and run everything on a machine that has Python 3.11 or newer and nothing else of ours.

    python3 make.py course    build the book, serve it on this machine, open a browser where there is one
    python3 make.py book      build the book into _build/html
    python3 make.py epub      build an EPUB into _build/course.epub
    python3 make.py handouts  draw what a room holds on paper into _build/handouts
    python3 make.py usb       write one folder for a stick into _build/stick
    python3 make.py usb-examiner FOLDER OUT   write an examiner's folder as one encrypted file
    python3 make.py exam      start a demonstration examination at a printed address, with printed codes
    python3 make.py room      serve a workshop's room to the phones of this machine's network
    python3 make.py test      run every test, a real Chromium included
    python3 make.py quick     run the tests that need no browser, no notebook, no server and no picture
    python3 make.py bench     print how the item rules and the bank do, weights and timings
    python3 make.py mutants   change the code in a seeded sample of places, and print how often a test notices
    python3 make.py hooks     let git run the checks of a commit before it is made
    python3 make.py lock      compile requirements.lock from pyproject.toml

`make course` and so on call this; on Windows call it yourself: `py make.py course`.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# of a hundred lines
COVERED = 70
# the same browser without its windows, which costs tests half as much, is taken first
SHELL = "chromium-headless-shell"
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def main(arguments: list[str]) -> int:
    """Do what the first argument says; further ones go to pytest."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older one must be told)
        return stop(f"This is Python {sys.version.split()[0]}; the course needs 3.11 or newer. Call make.py with a newer one.")
    if not arguments or arguments[0] not in TASKS:
        return stop(__doc__ or "")
    try:
        return TASKS[arguments[0]](arguments[1:])
    except subprocess.CalledProcessError as error:
        return stop(f"This step failed: {' '.join(map(str, error.cmd))}")
    except KeyboardInterrupt:
        return 130


def course(rest: list[str]) -> int:
    """Build and serve."""
    return book([]) or call("-m", "counteroffer", "serve", *rest)


def book(rest: list[str]) -> int:
    """Build only."""
    set_up()
    return call("-m", "counteroffer", "build", *rest)


def epub(rest: list[str]) -> int:
    """Build an EPUB."""
    return book(["--epub", *rest])


def handouts(rest: list[str]) -> int:
    """Draw what a room holds on paper."""
    set_up()
    return call("-m", "counteroffer", "handouts", *rest)


def usb(rest: list[str]) -> int:
    """Write the participants' stick."""
    set_up()
    return call("-m", "counteroffer", "stick", "make", *rest)


def usb_examiner(rest: list[str]) -> int:
    """Write an examiner's stick."""
    set_up()
    return call("-m", "counteroffer", "stick", "examiner", *rest)


def exam(rest: list[str]) -> int:
    """Start a demonstration examination."""
    set_up()
    return call("-m", "counteroffer", "exam", "demo", *rest)


def room(rest: list[str]) -> int:
    """Serve a workshop's room."""
    set_up()
    return call("-m", "counteroffer", "room", *rest)


def quick(rest: list[str]) -> int:
    """Run the tests that need no browser, no notebook, no server and no picture."""
    set_up()
    return call("-m", "pytest", "-m", "not slow", *(f"--ignore=tests/{name}" for name in SLOW), *rest)


def test(rest: list[str]) -> int:
    """Run the whole test suite."""
    # one waits for the disk while the other works
    with ThreadPoolExecutor(1) as beside:
        there = beside.submit(engines)
        set_up()
        there.result()
    os.environ["COUNTEROFFER_CHROMIUM"] = browser()
    # what pytest makes of the tests' modules is kept for the other workers and the next run, on machines too that tell Python to keep nothing
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if rest:
        return call("-m", "pytest", *rest)
    # a share of the whole says something only of a whole run
    report = ROOT / "_build" / "coverage.json"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    status = call("-m", "slipcover", "--source", "src/counteroffer", "--json", "--out", str(report), "-m", "pytest")
    if not report.is_file():
        return status or 1
    covered = json.loads(report.read_text(encoding="utf-8"))["summary"]["percent_covered"]
    print(f"Python, of what runs in the tests' own processes (builders and kernels run in theirs): {covered:.1f} % of lines.")
    return status or (stop(f"At least {COVERED} % of lines are to be run by tests.") if covered < COVERED else 0)


def bench(rest: list[str]) -> int:
    """Print how the item rules and the bank do, weights and timings, and what the examination stands."""
    set_up()
    os.environ["COUNTEROFFER_CHROMIUM"] = browser()
    return call("tests/bench.py", *rest) or call("tests/bench_exam.py")


def mutants(rest: list[str]) -> int:
    """Change the code in a sample of places, and print how often a test notices."""
    set_up()
    return call("-m", "tests.mutants", *rest)


def hooks(rest: list[str]) -> int:
    """Let git run the checks of a commit, and those of a push."""
    set_up()
    return call("-m", "pre_commit", "install", "--hook-type", "pre-commit", "--hook-type", "pre-push", *rest)


def lock(rest: list[str]) -> int:
    """Compile the pins anew, for every Python from 3.11 and every platform, with hashes and without addresses."""
    set_up()
    command: list[str | Path] = [
        BIN / "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--extra",
        "test",
        "--generate-hashes",
    ]
    subprocess.run(
        [*command, "--no-emit-index-url", "--no-header", "--quiet", *rest, "pyproject.toml", "-o", "requirements.lock"],
        cwd=ROOT,
        check=True,
    )
    return 0


# What drives a browser, runs notebooks or commands, serves, draws, presses papers, or needs the whole book.
SLOW = (
    "browser",
    "credentials",
    "exam",
    "figures",
    "handouts",
    "server",
    "stick",
    "widgets/test_notebooks.py",
    "book/test_book.py",
    "book/test_shelf.py",
    "test_cli.py",
)
_ALL = (course, book, epub, handouts, usb, usb_examiner, exam, room, test, quick, bench, mutants, hooks, lock)
TASKS = {task.__name__.replace("_", "-"): task for task in _ALL}


def set_up() -> None:
    """A virtual environment with exactly the pins, made again only when they change."""
    pins = (ROOT / "requirements.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    stamp, wanted = VENV / ".pins", hashlib.sha256(pins + sys.version.encode()).hexdigest()
    if PYTHON.is_file() and stamp.is_file() and stamp.read_text() == wanted:
        compile_engine()
        return
    print("Setting up (once; a few minutes on a slow line) …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise SystemExit(stop(f"Python's venv module does not work here (on Debian: install python3-venv).\n{made.stderr or made.stdout}"))
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if not by_uv(pip):
        subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    stamp.write_text(wanted)
    compile_engine()


def by_uv(pip: list[str | Path]) -> bool:
    """Install the pins with uv, itself one of them, in a third of pip's time. It knows nothing of what pip is told about a machine's own index: there pip does it."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    own = VENV / "uv.lock"
    own.write_text("".join(re.findall(r"^uv==.*\n(?: .*\n)+", lock, re.MULTILINE)), encoding="utf-8")
    if subprocess.run([*pip, "--require-hashes", "-r", own], check=False).returncode:
        return False
    command: list[str | Path] = [BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON, "--compile-bytecode", "--require-hashes"]
    done = subprocess.run(
        [*command, "-r", ROOT / "requirements.lock"], capture_output=True, check=False, env=os.environ | {"UV_SYSTEM_CERTS": "1"}
    )
    return not done.returncode


def compile_engine() -> None:
    """What pip does with a package that it copies; ours stands where it is, and some machines tell Python to keep nothing that it compiled."""
    subprocess.run([PYTHON, "-m", "compileall", "-q", "-x", "node_modules", ROOT / "src"], check=False)


def browser() -> str:
    """A Chromium for the tests: the system's if there is one, else Playwright's own, else the distribution's package."""
    named = os.environ.get("COUNTEROFFER_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    print("Looking for a Chromium …", flush=True)
    subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
    ask = "from playwright.sync_api import sync_playwright as s; p = s().start(); print(p.chromium.executable_path); p.stop()"
    own = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False).stdout.strip()
    if own and Path(own).is_file():
        return own
    if shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.run([*as_root, "apt-get", "-qq", "update"], check=False)
        for package in (SHELL, "chromium"):
            subprocess.run([*as_root, "apt-get", "-qq", "-y", "install", package], stdout=subprocess.DEVNULL, check=False)
            if shutil.which(package):
                break
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise SystemExit(stop("The tests need a Chromium: install one, or set COUNTEROFFER_CHROMIUM to its path."))
    return found


# Debian's package, and a program by which it is known to be there
ENGINES = {
    SHELL: SHELL,
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "webkit2gtk-driver": "WebKitWebDriver",
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "epubcheck": "epubcheck",
    "postgresql": "pg_ctlcluster",
}


def engines() -> None:
    """Other engines and a database server for the tests, where Debian's packages can be had; elsewhere the tests say what they leave out."""
    missing = [package for package, program in ENGINES.items() if not shutil.which(program)]
    if missing and shutil.which("apt-get"):
        print(f"Installing {', '.join(missing)} for the tests …", flush=True)
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.run([*as_root, "apt-get", "-qq", "update"], check=False)
        install = [*as_root, "apt-get", "-qq", "-y", "--no-install-recommends", "install"]
        if subprocess.run([*install, *missing], stdout=subprocess.DEVNULL, check=False).returncode:
            # one name that a distribution lacks (Ubuntu has no firefox-esr) loses them all
            for package in missing:
                subprocess.run([*install, package], stdout=subprocess.DEVNULL, check=False)


def call(*arguments: str) -> int:
    """Run the environment's Python in the course's folder; returns its exit status."""
    running = subprocess.Popen([PYTHON, *arguments], cwd=ROOT)
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            # it hears Ctrl+C as well, and may have to ask something before it ends
            continue


def stop(message: str) -> int:
    """Say why nothing more is done; the exit status for it."""
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
