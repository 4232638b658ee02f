"""Read the whole course from its folder and cross-check it."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course import crosscheck
from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.charts import read_charts
from counteroffer.course.chronology import Chronology
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.editions import editions
from counteroffer.course.explorers import read_explorers
from counteroffer.course.glossary import Word
from counteroffer.course.objectives import Objectives
from counteroffer.course.readers import read_bank, read_cases, read_check_files, read_list, read_one
from counteroffer.course.sources import Fact, read_sources
from counteroffer.course.units import read_chapter
from counteroffer.course.yamlfile import YamlFile


def load_course(root: Path, *, prove: bool = True) -> Catalogue:
    """Read the course below `root`, and prove that its cases can be played (`prove`; it takes most of the time).

    Raises CourseError with every fault that was found, each with file, line and how to mend it.
    """
    root = root.resolve()
    faults = Faults(root)
    files: dict[str, YamlFile] = {}
    assets = root / "assets"
    goals = read_one(assets / "objectives.yml", Objectives, faults, files)
    facts: list[Fact] = []
    for path in sorted((assets / "evidence").glob("facts-*.yml")):
        facts += read_list(path, Fact, faults, files)
    timeline, sheet = assets / "timeline.yml", assets / "offer-audit.yml"
    blueprint = root / "exercises" / "exam" / "blueprint.yml"
    chapters = [read_chapter(path, root, faults) for path in sorted((root / "chapters").rglob("*.md"))]
    checks = {check.check: check for check in read_check_files(read_bank(root), faults, files)}
    cases = {case.case: case for case in read_cases(root, faults, files)}
    course = Catalogue(
        root=root,
        outcomes={one.id: one for one in goals.outcomes} if goals else {},
        objectives={one.id: one for one in goals.objectives} if goals else {},
        sources=read_sources(assets / "sources.bib", faults),
        facts={fact.id: fact for fact in facts},
        words=_by_term(read_list(assets / "glossary.yml", Word, faults, files)),
        chapters={chapter.document: chapter for chapter in chapters if chapter},
        checks=checks,
        blueprint=read_one(blueprint, Blueprint, faults, files) if blueprint.is_file() else None,
        cases=cases,
        explorers=read_explorers(root, faults, files),
        charts=read_charts(root, faults, files),
        chronology=read_one(timeline, Chronology, faults, files) if timeline.is_file() else None,
        audit=read_one(sheet, Audit, faults, files) if sheet.is_file() else None,
        editions=editions(checks.values(), cases.values()),
        files=files,
    )
    crosscheck.run(course, faults, prove=prove)
    if len(faults):
        raise CourseError(faults)
    return course


def _by_term(words: list[Word]) -> dict[str, Word]:
    found = {word.term.lower(): word for word in words}
    for word in words:
        for other in word.also:
            found.setdefault(other.lower(), word)
    return found
