"""What the pages name: citations, words, objects of the course, other pages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.site import SUFFIXES, TOC
from counteroffer.course.units import Chapter, Reference
from counteroffer.course.vocabulary import PLACED

if TYPE_CHECKING:
    from counteroffer.course.crosscheck import Checker


def check(checker: Checker, chapter: Chapter, reference: Reference) -> None:
    """Note a fault if what a page names is not there."""
    course, faults, path, line, target = checker.course, checker.faults, chapter.path, reference.line, reference.target
    if not target:
        # that nothing is named was said of the page already
        return
    match reference.kind:
        case "cite":
            for cite in target.split():
                faults.known("citation-unknown", "fact or source", cite, checker.citable, path, line)
        case "word":
            faults.known("word-unknown", "word in the glossary", target.lower(), course.words, path, line)
        case "doc":
            _page(checker, path, target, line)
        case "link":
            link(checker, path, target, line)
        case kind if kind in PLACED:
            faults.known(f"{kind}-unknown", kind.replace("-", " "), target, _placeable(course)[kind], path, line)


def _placeable(course: Catalogue) -> dict[str, Iterable[str]]:
    """What each directive that takes a name may be given."""
    return {
        "agenda": course.agendas,
        "case": course.cases,
        "chart": course.charts,
        "check": course.checks,
        "explorer": course.explorers,
        "session": course.sessions,
        "teaching-note": course.notes,
    }


def _page(checker: Checker, path: Path, target: str, line: int) -> None:
    """What `doc` names: a page by its name without suffix or section."""
    base = checker.course.root if target.startswith("/") else path.parent
    wanted = Path(normpath(base / target.lstrip("/")))
    document = wanted.relative_to(checker.course.root).as_posix() if wanted.is_relative_to(checker.course.root) else target
    pages = {*checker.course.chapters, *checker.course.notebooks}
    if document in pages and checker.course.order and document not in checker.course.order:
        checker.faults.add(path, line, "link-broken", f"The page `{target}` is not in {TOC}.", "Add it there, or link to another.")
    elif document not in pages and not checker.faults.lost(wanted.name):
        near = get_close_matches(document, pages, n=1)
        remedy = f"Did you mean `/{near[0]}`?" if near else "Name a page from the root with `/`, without suffix and section."
        checker.faults.add(path, line, "link-broken", f"No page stands at `{target}`.", remedy)


def link(checker: Checker, path: Path, target: str, line: int) -> None:
    """Note a fault if a link leads to no page, or to no section of it."""
    course, faults = checker.course, checker.faults
    if "://" in target or target.startswith("mailto:"):
        return
    page, _, anchor = target.partition("#")
    base = course.root if page.startswith("/") else path.parent
    wanted = (base / page.lstrip("/")).resolve() if page else path
    candidates = [wanted, wanted.with_name(wanted.name + ".md"), wanted.with_name(wanted.name + ".ipynb")]
    found = next((one for one in candidates if one.exists() and not one.is_dir()), None)
    document = found.relative_to(course.root).with_suffix("").as_posix() if found and found.is_relative_to(course.root) else ""
    if found is None or not document:
        remedy = "Name a file of the course, from the root with `/`."
        faults.add(path, line, "link-broken", f"No page stands at `{target}`.", remedy)
    elif course.order and found.suffix in SUFFIXES and document not in course.order:
        faults.add(path, line, "link-broken", f"The page `{target}` is not in {TOC}.", "Add it there, or link to another.")
    elif anchor and document in course.chapters:
        headings = course.chapters[document].headings
        faults.known("anchor-unknown", f"section of {found.name}", anchor, headings, path, line)
