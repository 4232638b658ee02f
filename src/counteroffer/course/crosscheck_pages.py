"""What must be true of the pages together: each thing has its page, no page shows a thing twice, and nothing is called alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.notebooks import Notebook, line_of
from counteroffer.course.site import page_files
from counteroffer.course.units import Chapter

# What a directive draws from, and the file that must then be there.
_DRAWS_FROM = {
    **dict.fromkeys(("exam", "plan", "practice", "samples"), ("blueprint", "exercises/exam/blueprint.yml")),
    "timeline": ("chronology", "assets/timeline.yml"),
}


def check(course: Catalogue, faults: Faults) -> None:
    """Note each fault of the pages together."""
    for chapter in course.chapters.values():
        _front_matter(chapter, faults)
        _placed_once(chapter, faults)
        _draws_from(course, chapter, faults)
    for notebook in course.notebooks.values():
        _notebook(course, notebook, faults)
    _have_pages(course, faults)


def units(course: Catalogue, faults: Faults) -> None:
    """Note each unit that shares its id or its number with another."""
    seen: dict[tuple[str, str], str] = {}
    for chapter in course.chapters.values():
        front, file = chapter.front, chapter.file
        if front is None or file is None:
            continue
        for key, name, code in (("unit", front.unit, "unit-twice"), ("number", front.number, "unit-number-twice")):
            line = file.line((key,))
            if (key, name) in seen:
                what = "unit" if key == "unit" else "number"
                message = f"The {what} `{name}` stands already in {seen[key, name]}."
                faults.add(chapter.path, line, code, message, f"Give one of the two units another {'id' if key == 'unit' else key}.")
                faults.lose(chapter.path, name, f"section of {chapter.path.name}")
            seen.setdefault((key, name), f"{chapter.path.relative_to(course.root).as_posix()}:{line}")


def _front_matter(chapter: Chapter, faults: Faults) -> None:
    """A page that tells what it is for is a unit, and says so."""
    told = next((one for one in chapter.references if one.kind == "objectives"), None)
    if told and chapter.front is None and not faults.lost(chapter.path.stem):
        message = "This page shows objectives, but its front matter names no unit."
        remedy = "Begin it with `---`, `unit:`, `number:`, `minutes:`, `objectives:`, `as_of:` and `---`."
        faults.add(chapter.path, 1, "unit-front-matter", message, remedy)


def _placed_once(chapter: Chapter, faults: Faults) -> None:
    seen: dict[tuple[str, str], int] = {}
    for one in chapter.references:
        if one.kind not in ("cite", "doc", "link", "word"):
            if (one.kind, one.target) in seen:
                message = f"The {one.kind} {f'`{one.target}` ' if one.target else ''}stands already on line {seen[one.kind, one.target]}."
                faults.add(chapter.path, one.line, "placed-twice", message, "A page shows a thing once: take one of them out.")
            seen.setdefault((one.kind, one.target), one.line)


def _draws_from(course: Catalogue, chapter: Chapter, faults: Faults) -> None:
    for one in chapter.references:
        field, file = _DRAWS_FROM.get(one.kind, ("", ""))
        if field and getattr(course, field) is None and file not in course.files:
            code = f"{Path(file).stem}-missing"
            faults.add(
                chapter.path,
                one.line,
                code,
                f"`{one.kind}` draws from {file}, which is not there.",
                "Add that file, or take the directive out.",
            )


def _notebook(course: Catalogue, notebook: Notebook, faults: Faults) -> None:
    among: dict[str, Collection[str]] = {"check": course.checks, "case": course.cases, "explorer": course.explorers}
    for what, name in notebook.shows:
        line = line_of(notebook, name or "audit()")
        if what == "audit":
            if course.audit is None and not faults.lost("offer-audit"):
                message = "This notebook shows the audit, but assets/offer-audit.yml is not there."
                faults.add(notebook.path, line, "audit-missing", message, "Add that file, or take the notebook out.")
        else:
            faults.known(f"{what}-unknown", what, name, among[what], notebook.path, line)
    for (what, name), times in Counter(notebook.shows).items():
        if times > 1:
            faults.add(notebook.path, 1, "placed-twice", f"The {what} `{name}` is shown {times} times.", "Show it once.")


def _have_pages(course: Catalogue, faults: Faults) -> None:
    """Progress leads to the page of each case, explorer and unit's check: there must be one. A set may stand in practice alone.

    Where a page could not be read, nobody knows what it shows.
    """
    if len(page_files(course.root)) > len(course.chapters) + len(course.notebooks):
        return
    wanted = [("case", name, f"exercises/cases/{name}.yml") for name in course.cases]
    wanted += [("explorer", name, f"assets/explorers/{name}.yml") for name in course.explorers]
    wanted += [("check", name, f"exercises/checks/{name}.yml") for name in course.checks if name in course.units()]
    wanted += [("chart", name, f"assets/figures/{name}.yml") for name in course.charts]
    for what, name, file in wanted:
        if not course.pages_with(what, name) and not faults.lost(name):
            more = "" if what in ("check", "chart") else f", or add exercises/{name}.ipynb"
            remedy = f"Place it on a page by the directive `{{{what}}} {name}`{more}."
            faults.add(course.files[file].path, 1, f"{what}-without-page", f"No page shows the {what} `{name}`.", remedy)
