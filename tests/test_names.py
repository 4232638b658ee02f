"""Names say one thing: no module is called like another that is something else, and no module but one says what a page's address is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src/counteroffer"
SCRIPT = PACKAGE / "web/src"

# What modules of one name are alike in. A name that two floors use for two things does not come in here: one of the two is renamed.
SHARED = {
    "acts": "what those who lead may do to what they lead",
    "answers": "what candidates answered: kept, read from a sheet, read from a table",
    "assets": "scripts and styles of pages",
    "audit": "the audit, at each floor",
    "bank": "the items as one stock",
    "chart": "a chart, at each floor",
    "citations": "citations in a chapter's text",
    "course": "the course that a book or a notebook belongs to",
    "explorer": "an explorer, at each floor",
    "face": "what people are shown of items and rooms",
    "files": "what stands in which file, how it is written and read",
    "items": "the items: what they are, and what answers say of them",
    "kept": "what is kept below `_build` from one run to the next",
    "languages": "the languages of a course",
    "marks": "what answers earn",
    "model": "the closed form of a kind of item, or of a certificate",
    "notebooks": "the notebooks of exercises",
    "numbers": "what a review prints in numbers",
    "pages": "the pages of the book",
    "phase_map": "the explorer of that name, at each floor",
    "plan": "the plan of an examination: its blueprint",
    "processes": "processes of the operating system",
    "report": "a report",
    "retakes": "people who sit again",
    "screening": "the explorer of that name, at each floor",
    "sealed": "what stands nowhere but sealed",
    "serve": "a process that serves",
    "shape": "the shape that a unit or a case must have",
    "sureness": "how sure a claim is, at each floor",
    "templates": "the one reader of templates, and what the templates of the twin share",
    "timeline": "the timeline, at each floor",
    "urls": "which address leads where",
    "waivers": "waivers of a review, and the rule on them",
    "workshop": "the facilitator's pages, at each floor",
}
SHARED_IN_THE_SCRIPT = {"page": "the page of the book that its folder stands behind"}


def engine() -> list[Path]:
    # a command's module has the name of the command
    apart = {PACKAGE / "cli", PACKAGE / "web/node_modules"}
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not apart & set(path.parents) and not path.stem.startswith("__")]


def script() -> list[Path]:
    # an entry has the name of what it starts; `testing` holds what tests share
    apart = {SCRIPT / "entries", SCRIPT / "testing"}
    return [path for path in sorted(SCRIPT.rglob("*.ts")) if not apart & set(path.parents) and not path.name.endswith(".test.ts")]


def doubles(paths: Iterable[Path]) -> set[str]:
    return {name for name, times in Counter(path.stem for path in paths).items() if times > 1}


def test_modules_of_one_name_mean_one_thing() -> None:
    """For a new double: rename one of the two to say what it is, or say here what both are."""
    assert doubles(engine()) == set(SHARED)
    assert doubles(script()) == set(SHARED_IN_THE_SCRIPT)


def test_no_name_is_another_with_an_s_in_the_same_folder() -> None:
    for paths in (engine(), sorted(SCRIPT.rglob("*.ts"))):
        assert [path for path in paths if path.with_stem(f"{path.stem}s") in paths] == []


def test_one_module_says_what_address_a_page_has() -> None:
    """`Catalogue.page_of` knows which document shows what, `book/addresses.py` asks the builder, and `in_folder` is what `build` makes."""
    by_hand = re.compile(r"(?:document|page)\W{0,3}\}\.html|[\"'(/]chapters/[\w-]")
    found = [
        path
        for suffix in ("py", "html", "ts")
        for path in PACKAGE.rglob(f"*.{suffix}")
        if "node_modules" not in path.parts and not path.name.endswith(".test.ts")
    ]
    assert len(found) > 200
    naming = {path.relative_to(PACKAGE).as_posix() for path in found if by_hand.search(path.read_text(encoding="utf-8"))}
    assert naming == {"twin/links.py"}
