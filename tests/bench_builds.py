"""What a check and a build cost of the processor: with nothing kept and with all that is kept, at two sizes, beside Jupyter Book's own build."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from counteroffer.course import load_course
from tests.manyfold import multiply

# how much of the processor a build without notebooks may take, to a stock Jupyter Book build of the same chapters
STOCK = 1.5
# how often the content is taken, and how many times the processor that may cost
TIMES, MOST_TIMES = 5, 5.5
# A machine to compare others with: seconds of the processor that the stock build took there (`make bench`, November 2026). Machines differ
# twofold, and one machine from hour to hour.
THERE = 9.2
CLEAN = "build without notebooks, nothing kept"
KEPT = "build of every page, pictures, proofs and forms kept"


class Took(NamedTuple):
    """Seconds by the clock, and seconds of the processor."""

    clock: float
    processor: float


class Size(NamedTuple):
    """A course: how many pages and items it has, and what a check and a build of it took."""

    pages: int
    items: int
    took: dict[str, Took]


def watched(run: Callable[[], object]) -> Took:
    """Do what `run` does in processes of its own, to their end."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(time.perf_counter() - started, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def timed(command: list[str | Path], folder: Path) -> Took:
    """Run a command."""
    return watched(lambda: subprocess.run(command, check=True, capture_output=True, cwd=folder))


def counteroffer(command: str, root: Path) -> Took:
    return timed([sys.executable, "-m", "counteroffer", command, str(root)], root)


def measured(root: Path) -> Size:
    """Check and build the course at `root`, which must lie where nothing else uses it; notebooks show what is stored in them."""
    config, made = root / "_config.yml", root / "_build"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("execute_notebooks: cache", 'execute_notebooks: "off"'), encoding="utf-8")
    shutil.rmtree(made, ignore_errors=True)
    took = {"check, nothing kept": counteroffer("check", root), "check, nothing changed": counteroffer("check", root)}
    shutil.rmtree(made)
    took[CLEAN] = counteroffer("build", root)
    # without these no page is known to be as it should
    (made / "book.json").unlink()
    shutil.rmtree(made / "work", ignore_errors=True)
    took[KEPT] = counteroffer("build", root)
    config.write_text(text, encoding="utf-8")
    course = load_course(root, prove=False)
    return Size(len(course.order), sum(len(check.items) for check in course.checks.values()), took)


def stock(root: Path, *, as_it_comes: bool = False) -> Took:
    """Jupyter Book's own build of the same pages, with its own theme; what our directives name is not drawn.

    A slow grammar that our builds keep out of their process (`counteroffer.without_grammar`) is kept out of this one too, which is to its
    favour; but not `as_it_comes`.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("chapters", "exercises", "CHANGELOG.md", "_toc.yml"):
            source = root / name
            if source.is_dir():
                shutil.copytree(source, place / name)
            elif source.is_file():
                shutil.copy(source, place / name)
        (place / "_config.yml").write_text('title: Stock\nexecute: {execute_notebooks: "off"}\n', encoding="utf-8")
        grammar = "" if as_it_comes else "import counteroffer.without_grammar; "
        return timed([sys.executable, "-c", f"{grammar}from jupyter_book.cli.main import main; main()", "build", "-q", str(place)], place)


def report(root: Path) -> list[str]:
    """Measure copies of the course at `root` as it is and with its content several times over; the lines to print."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = (Path(shutil.copytree(root, Path(folder) / name, ignore=shutil.ignore_patterns("_build"))) for name in ("one", "many"))
        multiply(many, TIMES)
        small, large = measured(one), measured(many)
        theirs, plain = stock(one), stock(one, as_it_comes=True)
    told = [
        f"of processor, {small.pages} and {large.pages} pages, {small.items} and {large.items} items",
        f"{'':54} {'1 ×':>7} {f'{TIMES} ×':>7} {'growth':>7} {'ratio':>6}   {'a page':>13}   {'an item':>13}",
    ]
    for name, took in small.took.items():
        mine, more = took.processor, large.took[name].processor
        page, item = (f"{1000 * mine / a:4.0f} → {1000 * more / b:4.0f} ms" for a, b in zip(small[:2], large[:2], strict=True))
        told.append(f"{name:54} {mine:5.1f} s {more:5.1f} s {more / mine:6.2f}× {more / mine / MOST_TIMES:6.2f}   {page:>13}   {item:>13}")
    told += [
        f"growth: budget {MOST_TIMES} ×",
        "",
        f"stock Jupyter Book build of the same pages: {theirs.processor:.1f} s of processor without a slow grammar that ours leaves out too,",
        f"{plain.processor:.1f} s as it comes; budget {STOCK} × of either",
    ]
    for name in (CLEAN, KEPT):
        mine = small.took[name].processor
        ratios = [(mine / one.processor, mine / one.processor / STOCK) for one in (theirs, plain)]
        told.append(f"{name:54} {mine:5.1f} s " + "   ".join(f"{times:6.2f}× ratio {ratio:.2f}" for times, ratio in ratios))
    return told
