"""Figures, printed (`make bench`): the item rules on labelled items, guessers on the bank, then weights and timings.

What must hold is tested: floors of the rules, guessers against chance, budgets in bytes. Times are here, against the budgets of the design.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from counteroffer.course import Catalogue  # noqa: E402
from counteroffer.review.items.figures import lines  # noqa: E402
from tests.book.weight import gzipped, weight  # noqa: E402
from tests.review.items.labelled import table  # noqa: E402

# seconds on two cores, for the whole book
COLD, WARM = 180, 15


def build(root: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "counteroffer", "build", str(root)], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    print(
        "\n".join(
            ["the item rules on items made for tests", *table(), "", "the bank", *lines(list(Catalogue.load(ROOT).checks.values())), ""]
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        ignored = shutil.ignore_patterns(".git", ".venv", "_build", "src", "tests", ".*_cache", "__pycache__")
        root = Path(shutil.copytree(ROOT, Path(folder) / "course", ignore=ignored))
        times = {"cold": (build(root), COLD), "warm, nothing changed": (build(root), WARM)}
        unit = root / "chapters/part-1/decisive-minorities.md"
        unit.write_text(unit.read_text(encoding="utf-8").replace("# Decisive", "# The decisive", 1), encoding="utf-8")
        times["warm, one unit touched"] = (build(root), WARM)
        html = root / "_build/html"
        print("build                       seconds  budget  ratio")
        for name, (took, budget) in times.items():
            print(f"{name:26} {took:8.1f} {budget:7} {took / budget:6.2f}")
        print("\npage                                                html gz   with all it loads")
        for page in sorted(html.rglob("*.html"), key=weight, reverse=True):
            print(f"{page.relative_to(html).as_posix():50} {gzipped(page):9,} {weight(page):19,}")
        whole = sum(path.stat().st_size for path in html.rglob("*") if path.is_file())
        print(f"\nthe whole book: {whole:,} bytes")


main()
