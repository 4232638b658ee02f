"""Figures, printed (`make bench`): the item rules on labelled items, guessers on the bank, then weights and timings.

What must hold is tested: floors of the rules, guessers against chance, budgets in bytes. Times are here, against the budgets of the design.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from counteroffer.book.serve import make_server  # noqa: E402
from counteroffer.course import load_course  # noqa: E402
from counteroffer.review.items.figures import lines  # noqa: E402
from tests.book.weight import gzipped, weight  # noqa: E402
from tests.browser.conftest import ARGUMENTS, executable  # noqa: E402
from tests.review.items.labelled import table  # noqa: E402

# seconds on two cores, for the whole book, and for one notebook from an empty kernel with no picture kept
COLD, WARM, NOTEBOOK = 180, 15, 20
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


def build(root: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "counteroffer", "build", str(root)], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def notebook(path: Path) -> float:
    """Run one notebook from top to bottom, its kernel's start included."""
    shutil.rmtree(path.parent.parent / "_build/figures", ignore_errors=True)
    command = [sys.executable, "-m", "jupyter", "execute", str(path), "--output", str(path.with_suffix(".run.ipynb"))]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=path.parent)
    return time.perf_counter() - started


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
    print(
        "\n".join(["the item rules on items made for tests", *table(), "", "the bank", *lines(list(load_course(ROOT).checks.values())), ""])
    )
    with tempfile.TemporaryDirectory() as folder:
        ignored = shutil.ignore_patterns(".git", ".venv", "_build", "src", "tests", ".*_cache", "__pycache__")
        root = Path(shutil.copytree(ROOT, Path(folder) / "course", ignore=ignored))
        times = {"cold": (build(root), COLD), "warm, nothing changed": (build(root), WARM)}
        unit = root / "chapters/part-1/decisive-minorities.md"
        unit.write_text(unit.read_text(encoding="utf-8").replace("# Decisive", "# The decisive", 1), encoding="utf-8")
        times["warm, one unit touched"] = (build(root), WARM)
        explorers = sorted(load_course(root).explorers)
        times |= {f"notebook {name}": (notebook(root / f"exercises/{name}.ipynb"), NOTEBOOK) for name in explorers}
        html = root / "_build/html"
        print("build, or notebook            seconds  budget  ratio")
        for name, (took, budget) in times.items():
            print(f"{name:28} {took:8.1f} {budget:7} {took / budget:6.2f}")
        print("\nslider moved on               moves   median ms   slowest ms   slowest / frame of 16.7 ms")
        for name, took in moves(html, explorers).items():
            print(f"{name:28} {len(took):6} {statistics.median(took):11.1f} {max(took):12.1f} {max(took) / FRAME:12.2f}")
        print("\npage                                                html gz   with all it loads")
        for page in sorted(html.rglob("*.html"), key=weight, reverse=True):
            print(f"{page.relative_to(html).as_posix():50} {gzipped(page):9,} {weight(page):19,}")
        whole = sum(path.stat().st_size for path in html.rglob("*") if path.is_file())
        print(f"\nthe whole book: {whole:,} bytes")


main()
