"""The built book: what it weighs, that it is the same twice, that it runs nothing without need."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counteroffer.book.build import build_book
from counteroffer.book.notebooks import inputs
from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.twin import NoLinks, check_html
from counteroffer.web.bundle import bundle
from tests.book.making import made
from tests.book.weight import gzipped, loads, weight

ROOT = Path(__file__).parents[2]
UNIT_MOST, SCRIPT_MOST, ITEM_MOST, EXPLORER_MOST = 150_000, 18_000, 1_500, 220_000
# what every page has from its head, and the bland page
HEAD_MOST = {"head.js": 1_200, "measures.js": 1_000}
# the page that verifies certificates carries the libraries that canonize and check signatures, and no learner needs it
VERIFY_MOST = 45_000


def test_each_script_is_light() -> None:
    for script in bundle().glob("*.js"):
        most = (HEAD_MOST | {"verify.js": VERIFY_MOST}).get(script.name, SCRIPT_MOST)
        assert gzipped(script) <= most, script.name


def test_the_scripts_of_a_page_are_light_together(book: Path) -> None:
    """All of ours, on every page: not the data, and not what verifies certificates."""
    ours = {script.name for script in bundle().glob("*.js")} - {"verify.js"}
    for page in book.rglob("*.html"):
        scripts = {path for path in loads(page) if path.name in ours}
        assert sum(map(gzipped, scripts)) <= SCRIPT_MOST, (page, {path.name for path in scripts})


def test_every_page_is_light(book: Path, course: Catalogue) -> None:
    pages = list((book / "chapters").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        assert all(path.is_file() for path in loads(page)), page
        assert weight(page) <= UNIT_MOST, page
    for name in (*course.cases, "offer-audit"):
        assert weight(book / f"exercises/{name}.html") <= UNIT_MOST, name


def test_an_explorer_is_light_with_all_its_frames(book: Path, course: Catalogue) -> None:
    for name, explorer in explorers(course).items():
        page = book / f"exercises/{name}.html"
        assert page.read_text(encoding="utf-8").count('class="co-frame') == len(explorer.settings())
        assert all(path.is_file() for path in loads(page)), page
        assert weight(page) <= EXPLORER_MOST, page


def test_an_item_costs_little_html(course: Catalogue) -> None:
    for check in course.checks.values():
        html = check_html(course, check, NoLinks()).encode()
        assert len(gzip.compress(html, 9)) / len(check.items) <= ITEM_MOST, check.check


def test_script_stands_only_where_an_interactive_does(book: Path) -> None:
    for page in book.rglob("*.html"):
        if page in (book / "index.html", book / "measures.html"):
            continue  # the door, which only leads on to the cover, and the bland page
        text = page.read_text(encoding="utf-8")
        shown = set(re.findall(r'data-co="(\w+)"', text))
        own = {
            "audit": "audit.js",
            "record": "record.js",
            "practice": "practice.js",
            "exam": "exam.js",
            "case": "case.js",
            "verify": "verify.js",
        }
        wanted = {script for what, script in own.items() if what in shown}
        if shown - set(own):
            wanted.add("learner.js")
        if "co-timeline" in text:
            wanted.add("timeline.js")
        if page == book / "search.html":
            wanted.add("search.js")
        if shown == {"verify"}:
            wanted.add("reading.js")
        scripts = {path.name for path in loads(page) if path.suffix == ".js"} - {"course.js", "items.js", "search-texts.js"}
        assert scripts == {"head.js", *(wanted or {"reading.js"})}, page


def files_of(html: Path) -> dict[str, bytes]:
    return {path.relative_to(html).as_posix(): path.read_bytes() for path in html.rglob("*") if path.is_file()}


def test_two_builds_are_equal_byte_for_byte(book: Path, tmp_path: Path) -> None:
    """The second one in another folder, with nothing kept from the first but notebooks' runs, pictures, proofs, plays and forms, which have tests of their own."""
    ignored = shutil.ignore_patterns(".git", ".venv", "_build", "src", "tests", ".*_cache", "__pycache__", "node_modules")
    other = Path(shutil.copytree(ROOT, tmp_path / "elsewhere", ignore=ignored))
    for kept in ("work/_build/.jupyter_cache", "figures", "forms", "proofs", "plays"):
        shutil.copytree(book.parent / kept, other / "_build" / kept)
    first, second = files_of(book), files_of(build_book(other))
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_second_build_draws_no_picture_again(small: Path, change: Callable[[Path, str, str], None]) -> None:
    def drawn() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (small / "_build/figures").iterdir()}

    made(small)
    first = drawn()
    assert [name.rpartition("-")[0] for name in first] == ["phase-map"]
    change(small / "chapters/part-1/first-unit.md", "# First unit", "# The first unit")
    # words beside the picture
    change(small / "assets/glossary.yml", "plain: The point at which", "plain: The moment at which")
    made(small)
    assert drawn() == first
    change(small / "assets/explorers/phase-map.yml", "label: Police", "label: Police officers")
    html = made(small)
    assert len(drawn()) == 1
    assert not set(drawn()) & set(first)
    assert "Police officers" in (html / "chapters/part-1/first-unit.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with a notebook that notes each time it is run."""
    root = Path(shutil.copytree(ROOT / "tests/small", tmp_path_factory.mktemp("noted") / "small"))
    source = ["from pathlib import Path\n", "from counteroffer.widgets import case\n", f"runs = Path({str(root / 'runs.txt')!r})\n"]
    source += ["runs.write_text(runs.read_text() + 'x' if runs.is_file() else 'x')\n", "case('small-case')"]
    cell: dict[str, Any] = {"cell_type": "code", "execution_count": None, "id": "one", "metadata": {}, "outputs": [], "source": source}
    title = {"cell_type": "markdown", "id": "zero", "metadata": {}, "source": ["# Notebook"]}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": [title, cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (root / "exercises/noted.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    toc = (root / "_toc.yml").read_text(encoding="utf-8")
    (root / "_toc.yml").write_text(toc.replace("- caption: Reference", "  - file: exercises/noted\n- caption: Reference"), encoding="utf-8")
    config = (root / "_config.yml").read_text(encoding="utf-8")
    (root / "_config.yml").write_text(config.replace('execute_notebooks: "off"', "execute_notebooks: cache"), encoding="utf-8")
    return root


def test_a_notebook_is_run_again_only_when_its_inputs_change(noted: Path, change: Callable[[Path, str, str], None]) -> None:
    html = made(noted) / "exercises/noted.html"
    assert (noted / "runs.txt").read_text() == "x"
    made(noted)
    change(noted / "chapters/part-1/second-unit.md", "# Second unit", "# A second unit")
    made(noted)
    assert (noted / "runs.txt").read_text() == "x"
    change(noted / "exercises/cases/small-case.yml", "Something presses on day 4.", "Something else presses on day 4.")
    made(noted)
    assert (noted / "runs.txt").read_text() == "xx"
    assert "Something else presses on day 4." in html.read_text(encoding="utf-8")


def test_inputs_of_a_notebook_are_its_data_and_the_evidence() -> None:
    names = {path.name for path in inputs(ROOT / "exercises/the-camp-empties.ipynb", ROOT)}
    evidence = {path.name for path in (ROOT / "assets/evidence").glob("facts-*.yml")}
    assert {"the-camp-empties.ipynb", "the-camp-empties.yml", "sources.bib", "objectives.yml", *evidence} == names


def test_inputs_of_the_audit_are_its_codes_too_and_the_units_that_it_names() -> None:
    names = {path.name for path in inputs(ROOT / "exercises/offer-audit.ipynb", ROOT)}
    assert {"offer-audit.yml", "phase-map.yml", "stomachs.md"} <= names
    assert "welcome.md" not in names
