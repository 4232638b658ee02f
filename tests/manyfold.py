"""A course that holds its own units, checks, cases, facts and sources several times over: what a build costs must not grow faster than they."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from counteroffer.course import Catalogue, load_course

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
# An id that is a word of its own, as `prisons`, is one only here.
_NAMED = r"""(?x) (?P<before> /                     # an address
    | ^(?:unit|check|case|session|note): [ ] | [ ]unit: [ ]     # a field
    | \{(?:check|case)\} [ ]                       # a directive
    | (?:check|case)\(\\?["'] )                    # a call in a notebook
    (?P<id> %s ) (?![-\w])"""


def multiply(root: Path, times: int) -> None:
    """Add `times` - 1 copies of the units, with all that they teach, to the course at `root`; each copy has ids, numbers and pages of its own."""
    course = load_course(root, prove=False)
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    units = {chapter.document: front.number for chapter, front in course.units().values()}
    cases = [f"exercises/{name}" for name in course.cases]
    files = [*(root / f"{name}.md" for name in units), *(root / f"{name}.ipynb" for name in cases)]
    files += [*(root / "exercises/checks").glob("*.yml"), *(root / "exercises/cases").glob("*.yml")]
    files += [
        *(root / "assets/evidence").glob("*.yml"),
        *(root / "workshop/sessions").glob("*.yml"),
        *(root / "workshop/notes").glob("*.yml"),
    ]
    sources = (root / "assets/sources.bib").read_text(encoding="utf-8")
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    most = 1 + max(int(number.partition(".")[2]) for number in units.values())
    for copy in range(1, times):
        renamed = _renaming(course, f"{copy}")
        for path, text in texts.items():
            path.with_name(f"{path.stem}-{copy}{path.suffix}").write_text(_numbered(renamed(text), copy * most), encoding="utf-8")
        with (root / "assets/sources.bib").open("a", encoding="utf-8") as file:
            file.write("\n" + re.sub(r"(?m)^(@\w+\{)([^,\s]+),", rf"\g<1>\g<2>-{copy},", sources))
    for part in toc["parts"]:
        copied = [page["file"] for page in part["chapters"] if page["file"] in {*units, *cases}]
        part["chapters"] += [{"file": f"{name}-{copy}"} for copy in range(1, times) for name in copied]
    (root / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), encoding="utf-8")


def _numbered(text: str, more: int) -> str:
    """A unit's number, and what titles and texts do not depend on, moved on within its part."""
    return re.sub(r'(?m)^number: "(\d)\.(\d+)"', lambda number: f'number: "{number[1]}.{int(number[2]) + more}"', text)


def _renaming(course: Catalogue, copy: str) -> Callable[[str], str]:
    pages = {chapter.document.rpartition("/")[2] for chapter, _ in course.units().values()}
    names = {*course.facts, *course.sources, *course.cases, *course.checks, *pages}
    names |= {item.id for check in course.checks.values() for item in check.items}
    words = "|".join(sorted((name for name in names if not re.search(r"[-_\d]", name)), key=len, reverse=True)) or "(?!)"
    named = re.compile(_NAMED % words, re.MULTILINE)

    def renamed(text: str) -> str:
        text = _TOKEN.sub(lambda token: f"{token[0]}-{copy}" if token[0] in names and re.search(r"[-_\d]", token[0]) else token[0], text)
        # a section may be called as a unit is
        text = re.sub(rf"(?m)^( +section: .+)-{copy}$", r"\1", text)
        return named.sub(rf"\g<before>\g<id>-{copy}", text)

    return renamed
