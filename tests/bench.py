"""Figures, printed (`make bench`): the item rules on labelled items, guessers on the bank, then weights and timings.

What must hold is tested: floors of the rules, guessers against chance, budgets in bytes. Times are here, against the budgets of the design.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import threading
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from counteroffer.book.serve import make_server  # noqa: E402
from counteroffer.course import load_course  # noqa: E402
from counteroffer.exam.bank import DEMONSTRATION, with_bank  # noqa: E402
from counteroffer.review.items.numbers import lines  # noqa: E402
from tests import bench_builds, bench_room, pilots  # noqa: E402
from tests.bench_builds import Took, counteroffer, watched  # noqa: E402
from tests.book.weight import gzipped, weight  # noqa: E402
from tests.browser.conftest import ARGUMENTS, executable  # noqa: E402
from tests.review.items.labelled import table  # noqa: E402

# seconds on two quiet cores; a notebook's is from an empty kernel, its pictures kept as every build keeps them
BUDGETS = {
    "check, nothing kept": 5.0,
    "check, nothing changed": 1.5,
    "build with all notebooks, nothing kept": 60.0,
    "build, nothing changed": 3.0,
    "build, one unit touched: a paragraph": 6.0,
    "build, one unit touched: its title, which every page names": 6.0,
}
NOTEBOOK = 3.0
# milliseconds of one animation frame
FRAME = 16.7

# Moves each slider through all its places and back. A time runs from a move, made as a frame begins, until the message
# that is delivered once the browser has worked out style and layout and has painted.
MOVE = """async () => {
  const times = [];
  const painted = () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  });
  for (const range of document.querySelectorAll('.co-slider input')) {
    const there = [...Array(Number(range.max) + 1).keys()];
    for (const place of [...there, ...there.reverse()]) {
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      range.value = place;
      range.dispatchEvent(new Event('input', {bubbles: true}));
      times.push(await painted() - start);
    }
  }
  return times;
}"""


def notebook(path: Path, *, pictures: bool = True) -> Took:
    """Run one notebook from top to bottom, its kernel's start and end included, as in a Jupyter that is open; `pictures` are kept or to be drawn."""
    if not pictures:
        shutil.rmtree(path.parent.parent / "_build/figures", ignore_errors=True)
    client = NotebookClient(nbformat.read(path, 4), kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    return watched(client.execute)


def moves(html: Path, names: list[str]) -> dict[str, list[float]]:
    """Milliseconds that each move of a slider takes, by the explorer's id."""
    with make_server(html, 0) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        found = {}
        for name in names:
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/exercises/{name}.html")
            found[name] = list(page.evaluate(MOVE))
        browser.close()
        server.shutdown()
    return {name: times for name, times in found.items() if times}


def main() -> None:
    course = load_course(ROOT)
    bank = with_bank(course, ROOT / DEMONSTRATION)
    banks = [("the practice bank", course), ("the certification bank", bank)]
    print("\n".join(["the item rules on items made for tests", *table()]))
    for name, one in banks:
        print("\n".join(["", name, *lines(list(one.checks.values()))]))
    print("\n".join(["", *pilots.table(course), ""]))
    bench_room.main()
    with tempfile.TemporaryDirectory() as folder:
        ignored = shutil.ignore_patterns(".git", ".venv", "_build", "src", "tests", ".*_cache", "__pycache__")
        root = Path(shutil.copytree(ROOT, Path(folder) / "course", ignore=ignored))
        times = {"check, nothing kept": counteroffer("check", root), "check, nothing changed": counteroffer("check", root)}
        times["build with all notebooks, nothing kept"] = counteroffer("build", root)
        times["build, nothing changed"] = counteroffer("build", root)
        unit = root / "chapters/part-1/decisive-minorities.md"
        unit.write_text(unit.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
        times["build, one unit touched: a paragraph"] = counteroffer("build", root)
        unit.write_text(unit.read_text(encoding="utf-8").replace("# Decisive", "# The decisive", 1), encoding="utf-8")
        times["build, one unit touched: its title, which every page names"] = counteroffer("build", root)
        course = load_course(root)
        names = sorted([*course.cases, *course.explorers])
        rows = [(name, took, BUDGETS[name]) for name, took in times.items()]
        rows += [(f"notebook {name}", notebook(root / f"exercises/{name}.ipynb"), NOTEBOOK) for name in names]
        drawn = [(name, notebook(root / f"exercises/{name}.ipynb", pictures=False)) for name in sorted(course.explorers)]
        html = counteroffer("build", root) and root / "_build/html"
        slower = bench_builds.stock(root).processor / bench_builds.THERE
        there = f"one on which a stock build takes {bench_builds.THERE} s"
        print(f"this machine is {slower:.2f} times as slow as {there}; the last ratio is as if it were that one")
        print(f"{'':58} seconds  of processor  budget  ratio  alike")
        for name, took, budget in rows:
            ratio = took.clock / budget
            print(f"{name:58} {took.clock:7.1f} {took.processor:13.1f} {budget:7.1f} {ratio:6.2f} {ratio / slower:6.2f}")
        for name, took in drawn:
            print(f"{f'notebook {name}, its pictures drawn':58} {took.clock:7.1f} {took.processor:13.1f}")
        print("\n".join(["", *bench_builds.report(root)]))
        explorers = sorted(course.explorers)
        print("\nslider moved on               moves   median ms   slowest ms   slowest / frame of 16.7 ms")
        for name, made in moves(html, explorers).items():
            print(f"{name:28} {len(made):6} {statistics.median(made):11.1f} {max(made):12.1f} {max(made) / FRAME:12.2f}")
        print("\npage                                                html gz   with all it loads")
        for page in sorted(html.rglob("*.html"), key=weight, reverse=True):
            print(f"{page.relative_to(html).as_posix():50} {gzipped(page):9,} {weight(page):19,}")
        whole = sum(path.stat().st_size for path in html.rglob("*") if path.is_file())
        print(f"\nthe whole book: {whole:,} bytes")


main()
