"""Read the whole course from its folder and cross-check it; or of it what one object needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from counteroffer.course import crosscheck, faithful, markup
from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.cases import Case
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.charts import read_charts
from counteroffer.course.chronology import Chronology
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.editions import editions
from counteroffer.course.explorers import read_explorers
from counteroffer.course.glossary import Word
from counteroffer.course.notebooks import read_notebook
from counteroffer.course.objectives import Objectives
from counteroffer.course.papers import FILE as PAPERS
from counteroffer.course.papers import Papers
from counteroffer.course.readers import read_checks, read_list, read_named, read_one
from counteroffer.course.site import page_files, read_config, read_toc, strays
from counteroffer.course.sources import Fact, read_sources
from counteroffer.course.translation import language_at, translated
from counteroffer.course.units import read_chapter
from counteroffer.course.workshop import Agenda, Note, Session
from counteroffer.course.yamlfile import YamlFile
from counteroffer.language import BASE


def load_course(root: Path, *, prove: bool = True, language: str = BASE, parse: bool = True) -> Catalogue:
    """Read the course below `root` and look it over.

    With `prove` its cases are proven to be playable; with `parse` the page builder's parser is asked what it finds in pages. Both are kept
    until a case or a page changes.

    In another `language` than its own, translations are laid over it once it has been found right.

    Raises CourseError with every fault that was found, each with file, line and how to mend it.
    """
    faults, seen = Faults(root.resolve()), set[Path]()

    def there(path: Path) -> bool:
        seen.add(path)
        # a pipe in a file's place is there too, and so is a link that leads nowhere: they are refused when they are read
        return (path.exists() or path.is_symlink()) and not path.is_dir()

    course = _read(faults, there, whole=True)
    strays(faults.root, seen, faults)
    crosscheck.run(course, faults, prove=prove)
    if parse:
        markup.check(course, faults)
    faithful.check(course, faults)
    right = _right(course, faults)
    return right if language == BASE else translated(right, language_at(right.root, language))


def load_part(root: Path, files: Iterable[Path]) -> Catalogue:
    """The course with nothing in it but what stands in `files`, so that a kernel shows one object in a fraction of a second.

    Raises CourseError for faults in these files; the others are not looked at.
    """
    faults = Faults(root.resolve())
    wanted = frozenset(files)
    course = _read(faults, lambda path: path in wanted, whole=False)
    crosscheck.run_part(course, faults)
    return _right(course, faults)


def _right(course: Catalogue, faults: Faults) -> Catalogue:
    if len(faults):
        raise CourseError(faults)
    return course


def _read(faults: Faults, wanted: Callable[[Path], bool], *, whole: bool) -> Catalogue:
    """The course as far as it can be read. What is not `wanted` is left out; of a `whole` course some files must be there."""
    root = faults.root
    files: dict[str, YamlFile] = {}
    assets, exercises = root / "assets", root / "exercises"

    def among(folder: Path, pattern: str) -> list[Path]:
        return [path for path in sorted(folder.glob(pattern)) if wanted(path)]

    def must(path: Path) -> bool:
        return wanted(path) or whole

    config = read_config(root, faults, files) if whole else None
    toc = read_toc(root, faults, files) if whole else {}
    goals = read_one(assets / "objectives.yml", Objectives, faults, files) if must(assets / "objectives.yml") else None
    facts = [fact for path in among(assets / "evidence", "facts-*.yml") for fact in read_list(path, Fact, faults, files)]
    timeline, sheet, blueprint = assets / "timeline.yml", assets / "offer-audit.yml", exercises / "exam" / "blueprint.yml"
    pages = [path for path in page_files(root) if wanted(path)]
    chapters = [read_chapter(path, root, faults) for path in pages if path.suffix == ".md"]
    notebooks = [read_notebook(path, root, faults) for path in pages if path.suffix == ".ipynb"]
    checks = {check.check: check for check in read_checks(among(exercises / "checks", "*.yml"), faults, files)}
    cases = read_named(among(exercises / "cases", "*.yml"), Case, "case", faults, files)
    workshop = root / "workshop"
    return Catalogue(
        root=root,
        outcomes={one.id: one for one in goals.outcomes} if goals else {},
        objectives={one.id: one for one in goals.objectives} if goals else {},
        sources=read_sources(assets / "sources.bib", faults) if must(assets / "sources.bib") else {},
        facts={fact.id: fact for fact in facts},
        words=_by_term(read_list(assets / "glossary.yml", Word, faults, files) if must(assets / "glossary.yml") else []),
        chapters={chapter.document: chapter for chapter in chapters if chapter},
        checks=checks,
        blueprint=read_one(blueprint, Blueprint, faults, files) if wanted(blueprint) else None,
        cases=cases,
        explorers=read_explorers(among(assets / "explorers", "*.yml"), faults, files),
        charts=read_charts(among(assets / "figures", "*.yml"), faults, files),
        chronology=read_one(timeline, Chronology, faults, files) if wanted(timeline) else None,
        audit=read_one(sheet, Audit, faults, files) if wanted(sheet) else None,
        editions=editions(checks.values(), cases.values()),
        files=files,
        notebooks={one.document: one for one in notebooks if one},
        sessions=read_named(among(workshop / "sessions", "*.yml"), Session, "session", faults, files),
        notes=read_named(among(workshop / "notes", "*.yml"), Note, "note", faults, files),
        agendas=read_named(among(workshop / "agendas", "*.yml"), Agenda, "agenda", faults, files),
        papers=read_one(root / PAPERS, Papers, faults, files) if wanted(root / PAPERS) else None,
        order=tuple(toc),
        config=config,
    )


def _by_term(words: list[Word]) -> dict[str, Word]:
    found = {word.term.lower(): word for word in words}
    for word in words:
        for other in word.also:
            found.setdefault(other.lower(), word)
    return found
