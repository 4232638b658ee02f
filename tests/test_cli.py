"""The command line: what it prints, how it ends, and that nobody ever sees a traceback."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.course.fingerprint import fingerprint

Change = Callable[[Path, str, str], None]


def counteroffer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "counteroffer", *map(str, arguments)], capture_output=True, text=True, check=False)


def test_check_says_what_there_is(small: Path) -> None:
    done = counteroffer("check", small)
    assert done.returncode == 0
    assert done.stdout.startswith("No faults: 2 units, 1 checks with 5 items")


def test_check_ends_with_two_and_names_each_fault(small: Path, change: Change) -> None:
    change(small / "exercises/checks/first-unit.yml", "kind: single", "kind: riddle")
    change(small / "assets/glossary.yml", "cite: [fact-01]", "cite: [fact-11]")
    done = counteroffer("check", small)
    assert done.returncode == 2
    assert "exercises/checks/first-unit.yml:5: error:" in done.stderr
    assert "assets/glossary.yml:5: error:" in done.stderr
    assert "2 faults." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_course_is_a_fault(tmp_path: Path) -> None:
    done = counteroffer("check", tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_serve_without_a_book_says_what_to_do(small: Path) -> None:
    done = counteroffer("serve", small)
    assert done.returncode == 2
    assert "counteroffer build" in done.stderr


@pytest.mark.parametrize("part", [[], ["all"]])
def test_review_without_a_part_is_the_whole_review(small: Path, part: list[str]) -> None:
    done = counteroffer("review", *part, small)
    assert done.returncode == 1
    assert "[R402 unit-without-vignette]" in done.stdout
    assert "[R722 stem-unfocused]" in done.stdout


def test_review_of_the_items_prints_the_figures_of_the_bank(small: Path) -> None:
    done = counteroffer("review", "items", small)
    assert done.returncode == 1
    assert "5 items in 1 checks" in done.stdout
    assert "the longest option" in done.stdout
    assert "exercises/checks/first-unit.yml:19: error: “Which belong?”" in done.stdout
    assert "R402" not in done.stdout


@pytest.mark.parametrize("part", [[], ["items"], ["cases"]])
def test_a_course_with_faults_is_not_reviewed(small: Path, change: Change, part: list[str]) -> None:
    change(small / "exercises/checks/first-unit.yml", "kind: single", "kind: riddle")
    done = counteroffer("review", *part, small)
    assert done.returncode == 2
    assert "item-kind" in done.stderr
    assert "Traceback" not in done.stderr


def test_review_of_the_cases_prints_their_figures(small: Path) -> None:
    done = counteroffer("review", "cases", small)
    assert done.returncode == 1
    assert "paths of 6 to 6 decisions" in done.stdout
    assert "dominant options: none" in done.stdout
    assert "[R801 case-time]" in done.stdout
    assert "R402" not in done.stdout


def test_graph_of_a_case_is_drawn(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph.svg"
    done = counteroffer("case", "graph", "small-case", small, "--out", out)
    assert done.returncode == 0
    drawn = out.read_text(encoding="utf-8")
    for title in re.findall(r"title: (.*)", (small / "exercises/cases/small-case.yml").read_text(encoding="utf-8")):
        assert title.split(",")[0].split()[0] in drawn
    assert "%" in drawn
    wrong = counteroffer("case", "graph", "no-case", small)
    assert wrong.returncode == 2
    assert "small-case" in wrong.stderr


def test_schemas_in_the_repository_are_fresh(tmp_path: Path) -> None:
    assert counteroffer("schemas", tmp_path).returncode == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "assets/schemas").glob("*.json")}
    kept = {path.name: path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "assets/schemas").glob("*.json")}
    assert written == kept, "run `counteroffer schemas` and commit what it writes"


BROKEN = [
    ("exercises/checks/first-unit.yml", "kind: single", "kind: riddle", "item-kind"),
    ("exercises/cases/small-case.yml", "has: [saw-letter]", "has: [saw-leter]", "case-flag-unknown"),
    ("chapters/part-1/first-unit.md", "{cite}`fact-01`", "{cite}`fact-09`", "citation-unknown"),
    ("chapters/part-1/first-unit.md", "objectives: [CO1.a]", "objectives: [CO1.b]", "objective-unknown"),
    ("chapters/part-1/first-unit.md", "second-unit.md", "third-unit.md", "link-broken"),
]


@pytest.fixture(scope="module")
def small_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course that was built once and is broken and mended by each test."""
    root = Path(shutil.copytree(Path(__file__).parent / "small", tmp_path_factory.mktemp("book") / "small"))
    done = counteroffer("build", root)
    assert done.returncode == 0, done.stderr
    return root


def state_of(root: Path) -> str:
    html = root / "_build" / "html"
    return fingerprint(path for path in html.rglob("*") if path.is_file())


@pytest.mark.slow
@pytest.mark.parametrize(("file", "old", "new", "code"), BROKEN, ids=[broken[3] for broken in BROKEN])
def test_a_fault_stops_the_build_and_leaves_the_last_book(
    small_book: Path, change: Change, file: str, old: str, new: str, code: str
) -> None:
    before = state_of(small_book)
    change(small_book / file, old, new)
    done = counteroffer("build", small_book)
    change(small_book / file, new, old)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if line.startswith(f"{file}:") and line.endswith(f"[{code}]")]
    assert "Traceback" not in done.stderr
    assert state_of(small_book) == before


@pytest.mark.slow
def test_plain_jupyter_book_stops_on_a_fault_too(small_book: Path, change: Change) -> None:
    html = small_book / "_build" / "html"
    before = state_of(small_book)
    change(small_book / "chapters/part-1/first-unit.md", "{cite}`fact-01`", "{cite}`fact-09`")
    done = subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", str(small_book)], capture_output=True, text=True, check=False
    )
    change(small_book / "chapters/part-1/first-unit.md", "{cite}`fact-09`", "{cite}`fact-01`")
    assert done.returncode != 0
    assert "chapters/part-1/first-unit.md:11: error: There is no fact or source `fact-09`." in done.stdout + done.stderr
    assert html.is_dir()
    assert state_of(small_book) == before
