"""A book built in steps is, byte for byte, the book that is built at once."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.book import assets
from counteroffer.book.build import _crashed, build_book
from counteroffer.book.run import run
from counteroffer.book.work import Work
from tests.book.making import made

pytestmark = pytest.mark.slow

Step = Callable[[Path], None]


def swap(file: str, old: str, new: str) -> Step:
    def step(root: Path) -> None:
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return step


def another_item(root: Path) -> None:
    path = root / "exercises/checks/first-unit.yml"
    text = path.read_text(encoding="utf-8")
    first = re.search(r"(?s)- id: item-single.*?(?=- id: item-multiple)", text)
    assert first
    path.write_text(text + first[0].replace("item-single", "item-added").replace("What does it mean?", "What else?"), encoding="utf-8")


def page_removed(root: Path) -> None:
    (root / "chapters/part-1/arabic.md").unlink()
    swap("_toc.yml", "  - file: chapters/part-1/arabic\n", "")(root)


def page_added(root: Path) -> None:
    (root / "chapters/part-1/added.md").write_text("# An added page\n\nAs {cite}`fact-01` says.\n", encoding="utf-8")
    arabic = "  - file: chapters/part-1/arabic\n"
    swap("_toc.yml", arabic, arabic + arabic.replace("arabic", "added"))(root)


def picture_changed(root: Path) -> None:
    swap("assets/explorers/phase-map.yml", "label: Police", "label: Police officers")(root)


def file_of_facts_added(root: Path) -> None:
    fact = "- {id: fact-03, claim: A third., source: two2021, locator: p. 3, theme: context, confidence: stated}\n"
    (root / "assets/evidence/facts-more.yml").write_text(fact, encoding="utf-8")
    swap("chapters/part-1/second-unit.md", "## Another section", "It is so {cite}`fact-03`.\n\n## Another section")(root)


def older_text(root: Path) -> None:
    """A file whose new text bears an older date than the one that was read."""
    path = root / "chapters/part-1/second-unit.md"
    before = path.stat().st_mtime
    swap("chapters/part-1/second-unit.md", "# Second unit\n", "# Second unit, as it was\n")(root)
    os.utime(path, (before - 86_400, before - 86_400))


# What changes a page's own text alone: other pages stand as they were written, but for those that show something of it.
TEXTS: dict[str, Step] = {
    "heading that an item revisits": swap("chapters/part-1/first-unit.md", "## A section\n", "## A *section*\n"),
    "title of a unit": swap("chapters/part-1/first-unit.md", "# First unit", "# The first unit, anew"),
    "title of another page": swap("chapters/reference/bibliography.md", "# Bibliography", "# All sources"),
    "paragraph": swap("chapters/part-1/first-unit.md", "\nMind the", "\nA paragraph more.\n\nMind the"),
    "citation": swap("chapters/part-1/first-unit.md", "{cite}`one2020`", "{cite}`fact-02`"),
    "minutes of a unit": swap("chapters/part-1/second-unit.md", "minutes: 5", "minutes: 25"),
    "text with an older date": older_text,
}
STEPS: dict[str, Step] = {
    "source of a fact": swap("assets/evidence/facts-small.yml", "source: one2020", "source: two2021"),
    "item added": another_item,
    "word of the glossary": swap("assets/glossary.yml", "plain: The point", "plain: The moment"),
    "text of a case": swap("exercises/cases/small-case.yml", "They hear you on day 4.", "They listen on day 4."),
    "text of an objective": swap("assets/objectives.yml", "text: explain it", "text: explain it well"),
    "data of a picture": picture_changed,
    "file of facts added": file_of_facts_added,
    "order of pages": swap(
        "_toc.yml",
        "  - file: chapters/part-1/first-unit\n  - file: chapters/part-1/second-unit\n",
        "  - file: chapters/part-1/second-unit\n  - file: chapters/part-1/first-unit\n",
    ),
    "caption of a part": swap("_toc.yml", "caption: Reference", "caption: The shelf"),
    "title of the book": swap("_config.yml", "title: Small course", "title: A small course"),
    "page added": page_added,
    "page removed": page_removed,
}
# These have every page read and written anew, so that two can be taken in one step; each of them would hide what a text alone leaves stale.
PAIRS = [tuple(STEPS)[place : place + 2] for place in range(0, len(STEPS), 2)]


def files_of(html: Path) -> dict[str, bytes]:
    return {path.relative_to(html).as_posix(): path.read_bytes() for path in html.rglob("*") if path.is_file()}


def clean(root: Path, place: Path) -> dict[str, bytes]:
    """The book of the course as it stands, built where nothing was built before."""
    return files_of(made(Path(shutil.copytree(root, place, ignore=shutil.ignore_patterns("_build")))))


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that is built, then changed and built again, step by step."""
    root = tmp_path_factory.mktemp("steps") / "small"
    shutil.copytree(Path(__file__).parents[1] / "small", root)
    build_book(root)
    return root


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that is built in this process, one text after the other changed."""
    return Path(shutil.copytree(Path(__file__).parents[1] / "small", tmp_path_factory.mktemp("texts") / "small"))


def compare(before: dict[str, bytes], now: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    assert now != before, "the step changed nothing"
    assert sorted(now) == sorted(wanted)
    assert [name for name in now if now[name] != wanted[name]] == []


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_a_step_writes_what_a_clean_build_would(steps: Path, tmp_path: Path, pair: tuple[str, ...]) -> None:
    before = files_of(steps / "_build/html")
    for step in pair:
        STEPS[step](steps)
    compare(before, files_of(build_book(steps)), clean(steps, tmp_path / "small"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_change_of_one_text_writes_what_a_clean_build_would(texts: Path, tmp_path: Path, text: str) -> None:
    before = files_of(made(texts))
    TEXTS[text](texts)
    compare(before, files_of(made(texts)), clean(texts, tmp_path / "small"))


def test_an_unchanged_course_is_not_built_again(steps: Path) -> None:
    stamp = (steps / "_build/book.json").stat().st_mtime_ns
    assert build_book(steps) == steps / "_build/html"
    assert (steps / "_build/book.json").stat().st_mtime_ns == stamp


def test_a_book_that_was_touched_is_made_anew(steps: Path) -> None:
    html = steps / "_build/html"
    first = files_of(html)
    (html / "chapters/index.html").write_text("another", encoding="utf-8")
    (html / "left.html").write_text("a page of an earlier book", encoding="utf-8")
    assert files_of(build_book(steps)) == first


def test_a_page_that_a_change_does_not_concern_stands_as_it_was_written(small: Path) -> None:
    second = "chapters/part-1/second-unit.html"
    made(small)
    (kept,) = Work(small).doctrees.glob("pages/chapters.part-1.second-unit@*")
    kept.write_text(json.dumps("as it was written"), encoding="utf-8")
    TEXTS["paragraph"](small)
    assert (made(small) / second).read_bytes() == b"as it was written"
    TEXTS["title of a unit"](small)
    assert b"The first unit, anew" in (made(small) / second).read_bytes()


def test_hosts_that_run_jekyll_are_told_to_leave_the_book_alone(steps: Path) -> None:
    assert (steps / "_build/html/.nojekyll").is_file()


def test_a_build_that_breaks_off_by_a_fault_of_ours_says_which(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise RuntimeError("the thread is lost")

    # the page builder calls what a handler of its events throws an extension error
    monkeypatch.setattr(assets, "_bank", lost)
    work = Work(small)
    work.folder.mkdir(parents=True)
    outcome = run(work, "html")
    assert outcome.faults == []
    said, _, place = _crashed(work, outcome.crash).partition("\n")
    assert "the thread is lost" in said
    assert str(small / "_build/build-crash.txt") in place
    assert "the thread is lost" in (small / "_build/build-crash.txt").read_text(encoding="utf-8")
