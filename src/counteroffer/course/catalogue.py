"""The whole course as one object: everything by id, everything cross-checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from counteroffer.course import crosscheck
from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.cases import Case
from counteroffer.course.chart_data import ChartData
from counteroffer.course.charts import read_charts
from counteroffer.course.chronology import Chronology
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.explorer_data import ExplorerData
from counteroffer.course.explorers import read_explorers
from counteroffer.course.glossary import Word
from counteroffer.course.items import Check
from counteroffer.course.objectives import Objective, Objectives, Outcome
from counteroffer.course.readers import read_bank, read_cases, read_check_files, read_list, read_one
from counteroffer.course.sources import Fact, Source, read_sources
from counteroffer.course.units import Chapter, FrontMatter, read_chapter
from counteroffer.course.yamlfile import YamlFile


@dataclass(frozen=True)
class Catalogue:
    """Everything that the course is made of. Load it with `Catalogue.load`; it is right or it is not there."""

    root: Path
    outcomes: dict[str, Outcome]
    objectives: dict[str, Objective]
    sources: dict[str, Source]
    facts: dict[str, Fact]
    words: dict[str, Word]
    chapters: dict[str, Chapter]
    checks: dict[str, Check]
    blueprint: Blueprint | None
    cases: dict[str, Case]
    explorers: dict[str, ExplorerData]
    charts: dict[str, ChartData]
    chronology: Chronology | None
    audit: Audit | None
    files: dict[str, YamlFile] = field(repr=False)

    @classmethod
    def load(cls, root: Path, *, prove: bool = True) -> Catalogue:
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
        course = cls(
            root=root,
            outcomes={one.id: one for one in goals.outcomes} if goals else {},
            objectives={one.id: one for one in goals.objectives} if goals else {},
            sources=read_sources(assets / "sources.bib", faults),
            facts={fact.id: fact for fact in facts},
            words=_by_term(read_list(assets / "glossary.yml", Word, faults, files)),
            chapters={chapter.document: chapter for chapter in chapters if chapter},
            checks={check.check: check for check in read_check_files(read_bank(root), faults, files)},
            blueprint=read_one(blueprint, Blueprint, faults, files) if blueprint.is_file() else None,
            cases={case.case: case for case in read_cases(root, faults, files)},
            explorers=read_explorers(root, faults, files),
            charts=read_charts(root, faults, files),
            chronology=read_one(timeline, Chronology, faults, files) if timeline.is_file() else None,
            audit=read_one(sheet, Audit, faults, files) if sheet.is_file() else None,
            files=files,
        )
        crosscheck.run(course, faults, prove=prove)
        if len(faults):
            raise CourseError(faults)
        return course

    def units(self) -> dict[str, tuple[Chapter, FrontMatter]]:
        """Every unit by its id, in the order of its number."""
        found = [(chapter, chapter.front) for chapter in self.chapters.values() if chapter.front]
        return {front.unit: (chapter, front) for chapter, front in sorted(found, key=lambda pair: pair[1].number)}

    def page_of(self, check: str) -> str | None:
        """The document that shows a check: its unit's, else the first that places it, or None where no page does."""
        units = self.units()
        if check in units:
            return units[check][0].document
        shown = (one.document for one in self.chapters.values() for ref in one.references if (ref.kind, ref.target) == ("check", check))
        return next(shown, None)

    def sources_of(self, cites: Iterable[str]) -> list[Source]:
        """The sources behind fact ids and source keys, each once, in the order of their labels."""
        keys = {key for cite in cites for key in (self.facts[cite].source if cite in self.facts else [cite])}
        return sorted((self.sources[key] for key in keys), key=lambda source: source.label.lower())


def _by_term(words: list[Word]) -> dict[str, Word]:
    found = {word.term.lower(): word for word in words}
    for word in words:
        for other in word.also:
            found.setdefault(other.lower(), word)
    return found
